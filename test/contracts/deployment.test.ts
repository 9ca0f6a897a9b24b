import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type NetworkFile, parseNetwork, readNetwork, writeNetwork } from "../../contracts/index.ts";
import { isCairnError } from "../../protocol/index.ts";

const NETWORK: NetworkFile = {
  chainId: 31_337,
  rpcUrl: "http://127.0.0.1:8545",
  market: "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0",
  vault: "0x75537828f2ce51be7289709686A69CbFDbB714F1",
  token: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  beacon: "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
  genesisBlock: 3,
  roundBlocks: 64,
  challenges: 5,
  bootstrap: ["/ip4/127.0.0.1/tcp/4001/p2p/12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp"],
  local: true,
};

describe("the network file", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "cairn-network-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("reads back as it was written, and leaves nothing else behind", async () => {
    const file = join(folder, "network.json");
    await writeNetwork(file, NETWORK);
    await writeNetwork(file, { ...NETWORK, bootstrap: [] });
    expect(await readNetwork(file)).toEqual({ ...NETWORK, bootstrap: [] });
    expect(await readdir(folder)).toEqual(["network.json"]);
  });

  test("needs neither bootstrap addresses nor to say that it is not local", () => {
    const { bootstrap, local, ...deployment } = NETWORK;
    expect([bootstrap.length, local]).toEqual([1, true]);
    expect(parseNetwork(deployment)).toEqual({ ...deployment, bootstrap: [], local: false });
  });

  test("takes addresses in any case and gives them with their checksum", () => {
    const market = NETWORK.market.toLowerCase();
    expect(parseNetwork({ ...NETWORK, market }).market).toBe(NETWORK.market);
  });

  test.each([
    ["chainId", 0],
    ["chainId", "31337"],
    ["rpcUrl", "ftp://127.0.0.1"],
    ["rpcUrl", "127.0.0.1:8545"],
    ["market", "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6"],
    ["market", undefined],
    ["genesisBlock", -1],
    ["roundBlocks", 0],
    ["roundBlocks", 4_097],
    ["challenges", 1.5],
    ["bootstrap", ["127.0.0.1"]],
    ["local", "yes"],
  ])("names the field %s when it is %j", (field, value) => {
    const wrong = (): NetworkFile => parseNetwork({ ...NETWORK, [field]: value }, "x.json");
    expect(wrong).toThrow(
      expect.objectContaining({
        code: "ERR_CONFIG_INVALID",
        facts: { file: "x.json", field: expect.stringContaining(field) },
      }),
    );
  });

  test("has no fields that nobody reads", () => {
    expect(() => parseNetwork({ ...NETWORK, roundBlock: 64 })).toThrow(
      expect.objectContaining({ code: "ERR_CONFIG_INVALID" }),
    );
  });

  test("that is missing, no JSON or endless is an error that names the file", async () => {
    const [broken, endless] = [join(folder, "broken.json"), join(folder, "endless.json")];
    await writeFile(broken, '{"chainId":');
    await writeFile(endless, `"${"x".repeat(100_000)}"`);
    for (const file of [join(folder, "none.json"), broken, endless]) {
      await expect(readNetwork(file)).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID", facts: { file } });
    }
  });

  test("of any other content is refused with one of our errors", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          parseNetwork(value);
          return false;
        } catch (error) {
          return isCairnError(error, "ERR_CONFIG_INVALID");
        }
      }),
    );
  });
});
