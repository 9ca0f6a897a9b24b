/**
 * A provider's life in fast motion within one process, on its real parts and a real chain: clients put objects and take them out,
 * let staged fragments expire and allocations end, while rounds are proved, logs compacted, and all of it scrubbed again and again.
 */

import { sumTree } from "../../../proofs/index.ts";
import { signState } from "../../../protocol/index.ts";
import { itemOf } from "../../../node/provider/allocation-tree.ts";
import { append, remove } from "../../../node/provider/state-changes.ts";
import { proposalFor } from "./filling.ts";
import { RoundHand } from "./round-hand.ts";
import { SoakClients } from "./soak-clients.ts";
import type { BenchMarket } from "./market.ts";
import type { Pieces } from "./pieces.ts";
import type { Done, Held, SoakOptions, SoakProvider } from "./soak-clients.ts";

/** Units of an allocation. */
export const UNITS = 64;
/** All of an object is on its way at once. */
const TRANSFERS = 128;

export class Soak {
  readonly hand: RoundHand;
  readonly #pieces: Pieces;
  readonly #clients: SoakClients;

  constructor(
    market: BenchMarket,
    pieces: Pieces,
    options: Omit<SoakOptions, "transfers"> & {
      /** Clients at work at once, each with an allocation of its own. */
      readonly lanes: number;
    },
  ) {
    this.#pieces = pieces;
    this.hand = new RoundHand(market, pieces);
    const provider = ofPieces(market, pieces, this.hand);
    const providers = Array.from({ length: options.lanes }, () => provider);
    this.#clients = new SoakClients(providers, this.hand, pieces.hasher, { ...options, transfers: TRANSFERS });
  }

  get done(): Done {
    return this.#clients.done;
  }

  get held(): readonly Held[] {
    return this.#clients.held;
  }

  /** Runs all of it, then lets rounds pass until what was let go has gone. */
  async run(): Promise<void> {
    const scrubbed = new AbortController();
    const scrubbing = this.#pieces.scrub.run(scrubbed.signal);
    try {
      await this.#clients.run();
      await this.hand.settle();
    } finally {
      scrubbed.abort();
      await scrubbing;
    }
  }
}

function ofPieces({ client, buy }: BenchMarket, pieces: Pieces, hand: RoundHand): SoakProvider {
  const { changes, store, hasher, reader } = pieces;
  const { signer } = client;
  return {
    async open(rounds) {
      const [allocation] = await buy(UNITS, 1, rounds);
      if (allocation === undefined) throw new Error("no allocation was opened");
      const { record } = await changes.book.of(signer.address, allocation);
      return { allocation, endRound: record.terms.endRound };
    },
    /** As the daemon stores a fragment: its note in the book goes to the disk beside it. */
    async store({ allocation, endRound }, { root, data, bytes }) {
      const staged = changes.staging.reserve(allocation, root, bytes, Number.MAX_SAFE_INTEGER, hand.stagedUntil);
      await Promise.all([changes.staging.write(staged), store.put(root, data, { expires: endRound })]);
      await changes.staging.done(staged, true);
    },
    async append({ allocation }, { digest, items }) {
      const proposal = await proposalFor(pieces, signer, allocation, items);
      const manifest = items.at(-1)?.root ?? new Uint8Array();
      await append(changes, signer.address, { ...proposal, items, object: { id: digest, manifest } });
    },
    async remove({ allocation, objects }, object) {
      const rest = objects.filter((one) => one !== object);
      const tree = sumTree(hasher, rest.flatMap(({ items }) => items).map(itemOf));
      const { state } = await proposalFor(pieces, signer, allocation, []);
      const smaller = { ...state, subRoot: tree.root, leaves: tree.leaves };
      const clientSignature = signState(changes.domain, smaller, signer);
      await remove(changes, signer.address, { state: smaller, clientSignature, object: object.digest });
    },
    async read({ root }) {
      await reader.whole(root);
    },
  };
}
