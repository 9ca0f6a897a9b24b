/** Key files: made once, readable by their owner alone, refused when they are anything else. */

import { chmod, mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  createKeyFile,
  formatPrivateKey,
  loadWallet,
  parseKey,
  readKeyFile,
  readOrCreateKeyFile,
  writeKeyFile,
} from "../../node/wallet.ts";
import { isCairnError } from "../../protocol/index.ts";
import { temporaryFolder } from "./temporary-folder.ts";

// The first of the published test keys that development chains fund.
const KNOWN_KEY = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const KNOWN_ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (isCairnError(error, "ERR_WALLET_INVALID")) return error.message;
    throw error;
  }
  throw new Error("accepted");
}

describe("a key file", () => {
  it("is made with a new key, mode 0600, and read back", async () => {
    const path = join(await temporaryFolder(), "deep", "wallet.key");
    const made = await createKeyFile(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, "utf8")).toBe(`${formatPrivateKey(made.privateKey)}\n`);
    const read = await readKeyFile(path);
    expect(read.privateKey).toEqual(made.privateKey);
    expect(read.signer.address).toBe(made.signer.address);
  });

  it("is never replaced", async () => {
    const path = join(await temporaryFolder(), "wallet.key");
    const { privateKey } = await createKeyFile(path);
    expect(await refusal(() => createKeyFile(path))).toContain("only copy");
    expect((await readKeyFile(path)).privateKey).toEqual(privateKey);
  });

  it("is made once by whoever needs one", async () => {
    const path = join(await temporaryFolder(), "peer.key");
    const first = await readOrCreateKeyFile(path);
    const second = await readOrCreateKeyFile(path);
    expect([first.created, second.created]).toEqual([true, false]);
    expect(second.privateKey).toEqual(first.privateKey);
  });

  it("that others may read is refused, and says how to mend it", async () => {
    const path = join(await temporaryFolder(), "wallet.key");
    await createKeyFile(path);
    await chmod(path, 0o640);
    expect(await refusal(() => readKeyFile(path))).toContain(`chmod 600 ${path}`);
  });

  it("that is not there is refused, and says how to make one", async () => {
    const path = join(await temporaryFolder(), "wallet.key");
    expect(await refusal(() => readKeyFile(path))).toContain("cairn wallet create");
  });

  it.each([
    ["a folder", async (path: string) => mkdir(path)],
    ["empty", async (path: string) => writeFile(path, "", { mode: 0o600 })],
    ["another kind of text", async (path: string) => writeFile(path, "hunter2\n", { mode: 0o600 })],
    ["a digit short", async (path: string) => writeFile(path, KNOWN_KEY.slice(1), { mode: 0o600 })],
    ["two keys", async (path: string) => writeFile(path, KNOWN_KEY + KNOWN_KEY, { mode: 0o600 })],
    ["zero", async (path: string) => writeFile(path, "0".repeat(64), { mode: 0o600 })],
    ["beyond the curve's order", async (path: string) => writeFile(path, "f".repeat(64), { mode: 0o600 })],
    ["a large file", async (path: string) => writeFile(path, "a".repeat(10_000), { mode: 0o600 })],
    ["a link to nothing", async (path: string) => symlink(`${path}.gone`, path)],
  ])("that is %s is refused", async (_name, make) => {
    const path = join(await temporaryFolder(), "wallet.key");
    await make(path);
    expect(await refusal(() => readKeyFile(path))).toContain(path);
  });

  it("takes a key that was made elsewhere", async () => {
    const path = join(await temporaryFolder(), "wallet.key");
    await writeKeyFile(path, parseKey(`0x${KNOWN_KEY}`, "test").privateKey);
    expect((await readKeyFile(path)).signer.address).toBe(KNOWN_ADDRESS);
  });
});

describe("the wallet in use", () => {
  it("is the environment's before the file's", async () => {
    const path = join(await temporaryFolder(), "none.key");
    const { signer, source } = await loadWallet(path, { CAIRN_WALLET_KEY: KNOWN_KEY });
    expect([signer.address, source]).toEqual([KNOWN_ADDRESS, "CAIRN_WALLET_KEY"]);
  });

  it("names the variable when its key is unusable, and never quotes it", async () => {
    const message = await refusal(() => loadWallet("none", { CAIRN_WALLET_KEY: `${KNOWN_KEY}zz` }));
    expect(message).toContain("CAIRN_WALLET_KEY");
    expect(message).not.toContain(KNOWN_KEY.slice(0, 8));
  });
});
