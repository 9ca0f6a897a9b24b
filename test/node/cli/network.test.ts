/** The commands against a real network: what goes in comes out, checks fail when something is wrong, a provider joins. */

import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Devnet, devnet } from "../../../node/devnet/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { cairn, type Said, type TerminalOptions } from "./terminal.ts";

let net: Devnet;

beforeAll(async () => {
  net = await devnet({ providers: 4, roundBlocks: 16 });
});

afterAll(async () => net.stop());

/** Runs a command on the network, with the network's wallet, from a folder of its own. */
async function onNetwork(words: readonly string[], options: Partial<TerminalOptions> = {}): Promise<Said> {
  const cwd = options.cwd ?? (await temporaryFolder());
  return cairn([...words, "--folder", net.folder], { ...options, cwd });
}

/** A file of random bytes and its link in the network, stored 2 of 3. */
async function stored(bytes: number): Promise<{ cwd: string; data: Uint8Array; link: string }> {
  const cwd = await temporaryFolder();
  const data = new Uint8Array(randomBytes(bytes));
  await writeFile(join(cwd, "in.bin"), data);
  const { code, stdout, stderr } = await onNetwork(["put", "in.bin", "-k", "2", "-n", "3"], { cwd });
  expect(stderr).toContain("any 2 of 3 providers give it back");
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^cairn:bafy[a-z2-7]{55}#[\w-]{43}\n$/)]);
  return { cwd, data, link: stdout.trim() };
}

describe("put and get", () => {
  it("give a file back byte for byte, whole and in part", async () => {
    const { cwd, data, link } = await stored(300_000);
    const got = await onNetwork(["get", link, "-o", "out.bin", "--json"], { cwd });
    expect([got.code, JSON.parse(got.stdout)]).toEqual([
      0,
      expect.objectContaining({ file: join(cwd, "out.bin"), bytes: 300_000 }),
    ]);
    expect(Buffer.compare(await readFile(join(cwd, "out.bin")), data)).toBe(0);
    expect(await readdir(cwd)).toEqual(["in.bin", "out.bin"]);
    const part = await onNetwork(["get", link, "-o", "-", "--offset", "65519", "--length", "1000"], { cwd });
    expect(part.code).toBe(0);
    expect(Buffer.compare(part.stdoutBytes, data.subarray(65_519, 66_519))).toBe(0);
  });

  it("take standard input, and print nothing but the link when quiet", async () => {
    const put = await onNetwork(["put", "-", "--quiet", "-k", "1", "-n", "2"], { stdin: "from a pipe" });
    expect([put.code, put.stderr]).toEqual([0, ""]);
    const got = await onNetwork(["get", put.stdout.trim(), "-o", "-"]);
    expect(got.stdout).toBe("from a pipe");
  });

  it("say all there is to know as JSON", async () => {
    const { stdout } = await onNetwork(["put", "-", "--json", "-k", "2", "-n", "3"], { stdin: randomBytes(10_000) });
    const result = JSON.parse(stdout) as {
      link: string;
      size: number;
      placements: { provider: string }[];
      receipts: unknown[];
    };
    expect(result).toMatchObject({ size: 10_000, segments: 1, scheme: { k: 2, n: 3 } });
    expect(new Set(result.placements.map(({ provider }) => provider)).size).toBe(3);
    expect(result.receipts).toHaveLength(3);
  });

  it("replace no file unless told to, and leave none behind when the link is wrong", async () => {
    const { cwd, data, link } = await stored(5000);
    const kept = await onNetwork(["get", link, "-o", "in.bin"], { cwd });
    expect([kept.code, kept.stderr]).toEqual([3, expect.stringContaining("--force")]);
    await writeFile(join(cwd, "in.bin"), "old");
    expect((await onNetwork(["get", link, "-o", "in.bin", "--force"], { cwd })).code).toBe(0);
    expect(Buffer.compare(await readFile(join(cwd, "in.bin")), data)).toBe(0);
    const wrongKey = `${link.split("#")[0] ?? ""}#${"A".repeat(43)}`;
    for (const [text, code] of [
      [wrongKey, "ERR_WRONG_KEY"],
      [link.split("#")[0] ?? "", "ERR_LINK_NO_KEY"],
      [link.slice(0, 30), "ERR_LINK_INVALID"],
      [link.slice(0, -1), "ERR_LINK_INVALID"],
      ["https://example.org/x", "ERR_LINK_INVALID"],
    ] as const) {
      const said = await onNetwork(["get", text, "-o", "none.bin"], { cwd });
      expect([text, said.code, said.stderr]).toEqual([text, 3, expect.stringContaining(code)]);
    }
    expect(await readdir(cwd)).toEqual(["in.bin"]);
  });

  it("name the setting when the scheme is none, and the network when it has too few providers", async () => {
    const scheme = await onNetwork(["put", "-", "-k", "3", "-n", "3"], { stdin: "x" });
    expect([scheme.code, scheme.stderr]).toEqual([3, expect.stringContaining("ERR_CONFIG_INVALID")]);
    const many = await onNetwork(["put", "-", "-k", "4", "-n", "10"], { stdin: randomBytes(5000) });
    expect([many.code, many.stderr]).toEqual([4, expect.stringContaining("ERR_TOO_FEW_PROVIDERS")]);
  });
});

describe("extend", () => {
  it("shows the price, pays after a yes, and says what is paid for until when", async () => {
    const put = await onNetwork(["put", "-", "-k", "1", "-n", "2", "--keep-rounds", "20", "--json"], {
      stdin: "a while",
    });
    const { link, placements } = JSON.parse(put.stdout) as { link: string; placements: { allocation: number }[] };
    const { round } = JSON.parse((await onNetwork(["ledger", "client", "--json"])).stdout) as { round: number };
    // Later than what any put of these tests has paid for.
    const [sooner, until] = [String(round + 4050), String(round + 4090)];
    const first = String(placements[0]?.allocation);
    const one = await onNetwork(["extend", first, "--until", sooner, "--yes"]);
    expect([one.code, one.stdout]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^1 allocation extended until round ${sooner} for [\\d.]+ tokens\n$`)),
    ]);
    const words = ["extend", link.split("#")[0] ?? "", "--until", until];
    const asked = await onNetwork(words);
    expect([asked.code, asked.stderr]).toEqual([
      3,
      expect.stringMatching(/This costs [\d.]+ tokens for 2 allocations/),
    ]);
    const no = await onNetwork(words, { answers: ["no"] });
    expect([no.code, no.stderr]).toEqual([3, expect.stringContaining("Nothing was paid.")]);
    const yes = await onNetwork(words, { answers: ["yes"] });
    expect([yes.code, yes.stdout]).toEqual([
      0,
      expect.stringMatching(
        new RegExp(
          `^2 allocations extended until round ${until} for [\\d.]+ tokens\n2 of 2 pieces are paid for until round ${until}; any 1 give it back\n$`,
        ),
      ),
    ]);
    const again = await onNetwork([...words, "--json", "--yes"]);
    expect([again.code, JSON.parse(again.stdout)]).toEqual([
      0,
      expect.objectContaining({
        until: Number(until),
        paid: "0",
        coverage: expect.objectContaining({ fragments: 2, needed: 1, of: 2 }) as unknown,
        allocations: placements
          .map(({ allocation }) => allocation)
          .toSorted((a, b) => a - b)
          .map(
            (allocation) =>
              expect.objectContaining({ allocation, outcome: "enough", endRound: Number(until) }) as unknown,
          ),
      }),
    ]);
    for (const wrong of [[], ["--rounds", "5", "--until", "9"], ["--months", "1200"]])
      expect((await onNetwork(["extend", link, ...wrong])).code).toBe(3);
  });
});

describe("status and wallet", () => {
  it("show the network, the wallet and an object", async () => {
    const { link } = await stored(5000);
    const { code, stdout } = await onNetwork(["status", "--json"]);
    const status = JSON.parse(stdout) as { providers: { owner: string }[]; account: { allocations: unknown[] } };
    expect(code).toBe(0);
    expect(status.providers.map(({ owner }) => owner).sort()).toEqual(
      net.providers.map(({ owner }) => owner).toSorted(),
    );
    expect(status.account.allocations.length).toBeGreaterThanOrEqual(3);
    expect((await onNetwork(["status"])).stdout).toContain(net.wallet.signer.address);
    const object = await onNetwork(["status", link.split("#")[0] ?? "", "--json"]);
    expect([object.code, JSON.parse(object.stdout)]).toEqual([
      0,
      expect.objectContaining({ fragments: 3, needed: 2, readable: true }),
    ]);
  });

  it("show balances, and move tokens", async () => {
    const to = net.providers[0]?.owner ?? "";
    const before = JSON.parse((await onNetwork(["wallet", "show", "--json"])).stdout) as { wallet: string };
    expect((await onNetwork(["wallet", "send", to, "1.5"])).stdout).toContain("1.5 tokens to");
    const after = JSON.parse((await onNetwork(["wallet", "show", "--json"])).stdout) as { wallet: string };
    expect(BigInt(before.wallet) - BigInt(after.wallet)).toBe(15n * 10n ** 17n);
  });
});

describe("a provider without a stake", () => {
  it("cannot be started in the folder of somebody else", async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "mine"));
    const { code, stderr } = await cairn(
      // Any free port: on the standard one somebody's provider may be running.
      [
        ..."provider start --folder mine --listen /ip4/127.0.0.1/tcp/0 --log-level silent --network".split(" "),
        net.networkFile,
      ],
      { cwd },
    );
    expect([code, stderr]).toEqual([3, expect.stringMatching(/ERR_NOT_ENOUGH_(GAS|TOKENS)/)]);
  });
});

describe("audit", () => {
  it("passes while all is well, and fails naming who is gone", async () => {
    await stored(50_000);
    await net.rounds(2);
    const well = await onNetwork(["audit", "--samples", "5", "--json"]);
    const report = JSON.parse(well.stdout) as { ok: boolean; verdicts: { provider: string }[] };
    expect([well.code, report.ok]).toEqual([0, true]);
    expect(report.verdicts.length).toBeGreaterThanOrEqual(3);
    const victim = report.verdicts[0]?.provider ?? "";
    await net.kill(net.providers.findIndex(({ owner }) => owner === victim));
    await net.rounds(2);
    const gone = await onNetwork(["audit", "--samples", "5"]);
    expect(gone.code).toBe(1);
    expect(gone.stdout).toMatch(new RegExp(`${victim} +no +offline`));
  });
});
