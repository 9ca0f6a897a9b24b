import { afterAll, beforeAll, expect, test } from "vitest";
import { connectLedger } from "../../../contracts/index.ts";
import { loadKernel } from "../../../erasure/index.ts";
import { createClient } from "../../../node/client/client.ts";
import { memoryOfStates } from "../../../node/client/cosign.ts";
import { putObject } from "../../../node/client/put.ts";
import { createTransfer } from "../../../node/client/transfer.ts";
import { devnet } from "../../../node/devnet/index.ts";
import { nodeHasher } from "../../../node/hasher.ts";
import { createNetwork } from "../../../node/network/index.ts";
import { type Address, keySigner } from "../../../protocol/index.ts";
import { fingerprint, gathered, randomBytes } from "./bytes.ts";
import type { Devnet } from "../../../node/devnet/index.ts";

// An object whose manifest does not fit one fragment has 12 GiB at 4 of 10; here the limit is made small instead.

let net: Devnet;

beforeAll(async () => {
  net = await devnet({ providers: 6 });
});

afterAll(() => net?.stop());

test("a manifest stored as an object: read whole and in part, provable, and removed with everything it names", async () => {
  const { privateKey } = net.wallet;
  const signer = keySigner(privateKey);
  const network = await createNetwork({
    listen: [],
    bootstrap: net.network.bootstrap,
    local: true,
    dhtServer: false,
  });
  const ledger = await connectLedger({ deployment: net.network, privateKey, pollMs: 50 });
  const kernel = await loadKernel();
  const transfer = createTransfer({ network, hasher: nodeHasher, domain: ledger.domain, signer });
  await using client = createClient({ network, ledger, kernel, hasher: nodeHasher, signer });
  const nextRound = async (): Promise<number> => (await ledger.clock()).round + 2;
  const parts = {
    transfer,
    network,
    ledger,
    kernel,
    coding: undefined,
    hasher: nodeHasher,
    signer,
    domain: ledger.domain,
    states: memoryOfStates(),
    nextRound,
    isStateKey: (id: number, key: Address) => ledger.isStateKey(id, key),
  };

  const bytes = randomBytes(9_000_000);
  const put = await putObject(parts, new Blob([bytes as BlobPart]).stream(), {
    scheme: { k: 2, n: 5 },
    keepRounds: 100,
    maxPrice: 10n ** 16n,
    maxManifestBytes: 600, // five segments take 5 × 160 bytes of roots
    size: bytes.byteLength,
    onProgress: () => {},
    signal: new AbortController().signal,
  });

  expect(await client.stat(put.link)).toMatchObject({ size: bytes.byteLength, segments: 5, fragments: 5 });
  expect(fingerprint(await gathered(client.get(put.link)))).toBe(fingerprint(bytes));
  const part = await gathered(client.get(put.link, { offset: 3_000_000, length: 1_500_000 }));
  expect(fingerprint(part)).toBe(fingerprint(bytes.subarray(3_000_000, 4_500_000)));
  expect((await net.rounds(3)).map(({ ok }) => ok)).toEqual([true, true, true]);

  const { removed, failed } = await client.remove(put.link);
  expect([removed.length, failed]).toEqual([5, []]);
  await expect(gathered(client.get(put.link))).rejects.toMatchObject({ code: "ERR_OBJECT_NOT_FOUND" });
  expect((await net.rounds(2)).map(({ ok }) => ok)).toEqual([true, true]);
  const holders = await Promise.all(put.placements.map(({ provider }) => net.treasury.provider(provider)));
  expect(holders.map((record) => record?.leaves)).toEqual([0, 0, 0, 0, 0]);
});
