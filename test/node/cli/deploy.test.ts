/** `cairn deploy`: a network file that clients can use, made once and found again. */

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Chain, connectLedger, readNetwork, startChain, writeNetwork } from "../../../contracts/index.ts";
import { formatPrivateKey } from "../../../node/wallet.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { cairn, type Said } from "./terminal.ts";

let chain: Chain;
beforeAll(async () => {
  chain = await startChain();
});
afterAll(() => chain.kill());

function deploy(cwd: string, ...words: string[]): Promise<Said> {
  const env = { CAIRN_WALLET_KEY: formatPrivateKey(chain.accounts[0]!.privateKey), CAIRN_POLL_SECONDS: "0.05" };
  return cairn(["deploy", "--rpc-url", chain.rpcUrl, "--network", "network.json", ...words], { cwd, env });
}

describe("cairn deploy", () => {
  it("writes a file with which clients find the market, and tells each step on standard error", async () => {
    const cwd = await temporaryFolder();
    const { code, stdout, stderr } = await deploy(
      cwd,
      "--round-blocks",
      "32",
      "--min-stake",
      "7.5",
      "--confirmations",
      "1",
    );
    expect(code).toBe(0);
    const network = await readNetwork(join(cwd, "network.json"));
    expect(network).toMatchObject({ roundBlocks: 32, confirmations: 1, local: false, bootstrap: [] });
    expect(stdout).toContain(`market ${network.market} on chain ${chain.chainId}`);
    expect(stderr).toMatch(/minStake +7\.5 tokens/);
    expect(stderr).toContain(`market ${network.market} made`);
    const ledger = await connectLedger({ deployment: network });
    expect((await ledger.settings()).minStake).toBe(75n * 10n ** 17n);
    const status = await cairn(["status", "--network", "network.json"], { cwd });
    expect([status.code, status.stdout]).toEqual([0, expect.stringContaining("0 providers")]);
  });

  it("finds what it made, keeps what was added to the file, and prints it as JSON", async () => {
    const cwd = await temporaryFolder();
    await deploy(cwd, "--salt", "again");
    const file = join(cwd, "network.json");
    const bootstrap = ["/ip4/127.0.0.1/tcp/4001/p2p/12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp"];
    const network = { ...(await readNetwork(file)), bootstrap };
    await writeNetwork(file, network);
    const again = await deploy(cwd, "--salt", "again", "--json");
    expect([again.code, JSON.parse(again.stdout)]).toEqual([
      0,
      expect.objectContaining({ ...network, file, admin: chain.accounts[0]!.address }),
    ]);
    expect(again.stderr).not.toContain("made");
    expect(await readNetwork(file)).toEqual(network);
  });

  it("takes parameters from a file, and flags before it", async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, "market.toml"), 'roundBlocks = 16\nminStake = "2.5"\nanswerRounds = 3\n');
    const { code, stdout } = await deploy(cwd, "--parameters", "market.toml", "--answer-rounds", "5", "--json");
    expect(code).toBe(0);
    const { parameters } = JSON.parse(stdout) as { parameters: object };
    expect(parameters).toMatchObject({ roundBlocks: 16, minStake: "2500000000000000000", answerRounds: 5 });
  });

  it.each([
    ["rounds = 4", "rounds"],
    ['roundBlocks = "many"', "roundBlocks"],
    ["minStake = 1.123456789012345678901", "minStake"],
    ["= 5", "no TOML"],
  ])("refuses a file of parameters with %s before anything is sent", async (line, what) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, "market.toml"), `${line}\n`);
    const { code, stdout, stderr } = await deploy(cwd, "--parameters", "market.toml");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(what);
    expect(stderr).not.toContain("made");
  });

  it("replaces no file of another market, and sends nothing then", async () => {
    const cwd = await temporaryFolder();
    await deploy(cwd, "--salt", "one");
    const kept = await readFile(join(cwd, "network.json"), "utf8");
    const other = await deploy(cwd, "--salt", "two");
    expect([other.code, other.stderr]).toEqual([3, expect.stringContaining("Name another file")]);
    expect(other.stderr).not.toContain("made");
    expect(await readFile(join(cwd, "network.json"), "utf8")).toBe(kept);
  });

  it("says what is missing", async () => {
    const cwd = await temporaryFolder();
    const nowhere = await cairn(["deploy"], { cwd });
    expect([nowhere.code, nowhere.stderr]).toEqual([3, expect.stringContaining("--rpc-url")]);
    const keyless = await cairn(["deploy", "--rpc-url", chain.rpcUrl], { cwd });
    expect([keyless.code, keyless.stderr]).toEqual([3, expect.stringContaining("ERR_WALLET_INVALID")]);
    const wrong = await deploy(cwd, "--admin", "0x12");
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("address")]);
    const refused = await deploy(cwd, "--challenges", "99");
    expect([refused.code, refused.stderr]).toEqual([
      5,
      expect.stringContaining("StorageMarket_BadParameter(challenges)"),
    ]);
  });
});
