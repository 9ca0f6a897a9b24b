import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
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
  extension: "0x61605a18863B899bE1Afe6416805301c51cC1635",
  views: "0x6dc4c8C83059a16F065EC2C6c3F4387cd8c25A0b",
  accessManager: "0xAb96Aaec49b3799d6cf16892629616E3AFF0BCa5",
  genesisBlock: 3,
  roundBlocks: 64,
  challenges: 5,
  confirmations: 2,
  bootstrap: ["/ip4/127.0.0.1/tcp/4001/p2p/12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp"],
  local: true,
};
/** As in the file. */
const WRITTEN = { version: 2, ...NETWORK };

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
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ ...WRITTEN, bootstrap: [] });
    // What was read can be given on as it is.
    expect(parseNetwork(await readNetwork(file))).toEqual({ ...NETWORK, bootstrap: [] });
  });

  test("needs neither bootstrap addresses nor confirmations, nor to say that it is not local", () => {
    const { bootstrap, local, confirmations, ...deployment } = NETWORK;
    expect([bootstrap.length, local, confirmations]).toEqual([1, true, 2]);
    const bare = { ...deployment, confirmations: 0, bootstrap: [], local: false };
    expect(parseNetwork({ version: 2, ...deployment })).toEqual(bare);
  });

  test.each([
    ["has no version, as those for the first contracts", undefined, 1],
    ["is of a version to come", 3, 3],
  ])("that %s is refused, and the message says why and what to do", (_, version, found) => {
    const { extension, views, accessManager, confirmations, ...old } = NETWORK;
    expect([extension, views, accessManager, confirmations]).not.toContain(undefined);
    const value = version === undefined ? old : { ...WRITTEN, version };
    expect(() => parseNetwork(value, "old.json")).toThrow(
      expect.objectContaining({
        code: "ERR_CONFIG_INVALID",
        message: expect.stringMatching(new RegExp(`version ${found}.*another folder`)) as string,
        facts: { file: "old.json", field: "version", found },
      }),
    );
  });

  test("takes addresses in any case and gives them with their checksum", () => {
    const market = NETWORK.market.toLowerCase();
    expect(parseNetwork({ ...WRITTEN, market }).market).toBe(NETWORK.market);
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
    ["challenges", 33],
    ["extension", "0x"],
    ["views", undefined],
    ["accessManager", 7],
    ["confirmations", -1],
    ["bootstrap", ["127.0.0.1"]],
    ["local", "yes"],
  ])("names the field %s when it is %j", (field, value) => {
    const wrong = (): NetworkFile => parseNetwork({ ...WRITTEN, [field]: value }, "x.json");
    expect(wrong).toThrow(
      expect.objectContaining({
        code: "ERR_CONFIG_INVALID",
        facts: { file: "x.json", field: expect.stringContaining(field) },
      }),
    );
  });

  test("has no fields that nobody reads", () => {
    expect(() => parseNetwork({ ...WRITTEN, roundBlock: 64 })).toThrow(
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
