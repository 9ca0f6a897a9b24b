/** A fragment that one disk has lost, as its object's client sees it: missing, rebuilt from the others, stored again, there. */

import { join } from "node:path";
import { expect, test } from "vitest";
import { connectLedger } from "../../../contracts/index.ts";
import { encodeSegment, loadKernel } from "../../../erasure/index.ts";
import { createClient } from "../../../node/client/client.ts";
import { contactOf } from "../../../node/client/contact.ts";
import { Gatherer } from "../../../node/client/gather.ts";
import { findObject } from "../../../node/client/holders.ts";
import { createTransfer } from "../../../node/client/transfer.ts";
import { devnet } from "../../../node/devnet/index.ts";
import { nodeHasher } from "../../../node/hasher.ts";
import { createNetwork } from "../../../node/network/index.ts";
import { fragmentBytes, fragmentRootAt, keySigner, parseLink, segmentBytes } from "../../../protocol/index.ts";
import { randomBytes } from "../devnet/bytes.ts";
import { rot } from "./disk-rot.ts";

const CODING = { k: 2, n: 3 };

test("the client sees that it is gone, rebuilds it, and sees it again", async () => {
  await using net = await devnet({ providers: CODING.n });
  const { privateKey } = net.wallet;
  const signer = keySigner(privateKey);
  const { bootstrap } = net.network;
  const network = await createNetwork({ listen: [], bootstrap, local: true, dhtServer: false });
  const ledger = await connectLedger({ deployment: net.network, privateKey, pollMs: 50 });
  const [kernel, hasher] = [await loadKernel(), nodeHasher];
  const transfer = createTransfer({ network, hasher, domain: ledger.domain, signer });
  await using client = createClient({ network, ledger, kernel, hasher, signer });
  const signal = AbortSignal.timeout(50_000);
  const { link, placements } = await client.put(randomBytes(300_000), CODING);
  const parts = { transfer, network, ledger, hasher, kernel };
  const found = await findObject(parts, parseLink(link).object, signal);
  expect((await client.stat(link)).fragments).toBe(CODING.n);

  const shard = 1;
  const damaged = net.providers.find(({ owner }) => owner === placements[shard]!.provider)!;
  const holder = found.holders.find(({ address }) => address.peer === damaged.peer)!;
  const wanted = { root: fragmentRootAt(found.manifest, 0, shard), byteLength: fragmentBytes(found.manifest, 0) };
  await rot(join(damaged.folder, "store"), await transfer.retrieve(holder.address, wanted, { signal }));
  const corrupt = { code: "ERR_FRAGMENT_CORRUPT" };
  await expect(transfer.retrieve(holder.address, wanted, { signal })).rejects.toMatchObject(corrupt);
  const { fragments, holders } = await client.stat(link);
  expect(fragments).toBe(CODING.n - 1);
  expect(holders.find(({ peer }) => peer === damaged.peer)?.shards).toEqual([]);

  const { holders: left } = await findObject(parts, parseLink(link).object, signal);
  const run = { segment: 0, from: 0, to: segmentBytes(found.manifest, 0) };
  const whole = await new Gatherer(parts, found.manifest, left, signal).read(run);
  const data = encodeSegment(kernel, CODING, whole)[shard]!;
  const record = await ledger.provider(damaged.owner);
  const to = { ...contactOf(record!)!, address: holder.address };
  await transfer.store(to, placements[shard]!.allocation, { root: wanted.root, data }, { signal });
  expect((await client.stat(link)).fragments).toBe(CODING.n);
  expect(await transfer.retrieve(holder.address, wanted, { signal })).toEqual(data);
});
