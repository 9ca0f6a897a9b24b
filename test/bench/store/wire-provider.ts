/** The provider of a soak as a client of its own reaches it: by libp2p, with the client library's own requests. */

import { fastHasher } from "../../../node/hasher.ts";
import { cosignAddition, cosignRemoval, memoryOfStates } from "../../../node/client/cosign.ts";
import { createTransfer } from "../../../node/client/transfer.ts";
import { createNetwork } from "../../../node/network/index.ts";
import { quiet } from "../../node/provider/provider-daemon.ts";
import { UNITS } from "./soak.ts";
import type { Contact } from "../../../node/client/contact.ts";
import type { CosignParts } from "../../../node/client/cosign.ts";
import type { BenchMarket } from "./market.ts";
import type { SoakDaemonStarted } from "./soak-daemon.ts";
import type { SoakProvider } from "./soak-clients.ts";

export interface WireProvider extends SoakProvider {
  /** Ends the client's connections. */
  stop(): Promise<void>;
}

/** As the client library counts from the round that it sees (docs/spec/wire.md, append). */
const FROM_ROUNDS_AHEAD = 3;

export async function reachProvider(market: BenchMarket, daemon: SoakDaemonStarted): Promise<WireProvider> {
  const { identity, client, world } = market;
  const { ledger, signer } = client;
  const [network, hasher] = await Promise.all([
    createNetwork({ ...quiet(), listen: [], dhtServer: false }),
    fastHasher(),
  ]);
  const { domain } = ledger;
  const transfer = createTransfer({ network, hasher, domain, signer });
  const cosign: CosignParts = {
    transfer,
    hasher,
    domain,
    signer,
    states: memoryOfStates(),
    nextRound: async () => (await ledger.clock()).round + FROM_ROUNDS_AHEAD,
    isStateKey: (allocation, key) => ledger.isStateKey(allocation, key),
  };
  const nodeKey = identity.node.signer.address;
  const to: Contact = { owner: identity.owner, nodeKey, address: daemon, misses: 0 };
  const options = { signal: new AbortController().signal };
  return {
    async open(rounds) {
      const [allocation] = await market.buy(UNITS, 1, rounds);
      const record = allocation === undefined ? undefined : await world.reader.allocation(allocation);
      if (allocation === undefined || record === undefined) throw new Error("no allocation was opened");
      return { allocation, endRound: record.endRound };
    },
    store: ({ allocation }, fragment) => transfer.store(to, allocation, fragment, options),
    async append({ allocation }, { digest, items }) {
      const manifest = items.at(-1)?.root ?? new Uint8Array();
      await cosignAddition(cosign, to, allocation, { items, object: { id: digest, manifest } }, options);
    },
    async remove({ allocation }, { digest, items }) {
      const roots = new Set(items.map(({ root }) => hex(root)));
      await cosignRemoval(cosign, to, allocation, digest, (root) => roots.has(hex(root)), options);
    },
    async read({ root, bytes }) {
      await transfer.retrieve(to.address, { root, byteLength: bytes }, options);
    },
    stop: () => network.stop(),
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
