// What an operator lets through: bytes per second each way, transfers at once in all and of one peer. Transfers are what moves
// fragments; the answers that proofs, audits and sales depend on are questions, which go ahead of them.

import { Throttle } from "./throttle.ts";
import type { Verb } from "../../protocol/index.ts";
import type { AdmissionLimits } from "./admission.ts";
import type { Gate, Gates } from "./channel.ts";
import type { NetworkLimits } from "./network.ts";

const TRANSFERS: ReadonlySet<Verb> = new Set(["store", "retrieve"]);

/** Whether a verb moves fragments. */
export function isTransfer(verb: Verb): boolean {
  return TRANSFERS.has(verb);
}

/** How many of so many places the peers of one network may take: three quarters. */
export function originPart(places: number): number {
  return Math.max(1, Math.ceil((places * 3) / 4));
}

export type BandwidthLimits = Pick<
  NetworkLimits,
  | "uploadBytesPerSecond"
  | "downloadBytesPerSecond"
  | "transfers"
  | "transfersPerPeer"
  | "transferMs"
  | "transferBytes"
  | "slowMs"
  | "slowBytesPerSecond"
>;

export class Bandwidth {
  readonly #up: Throttle;
  readonly #down: Throttle;

  constructor({ uploadBytesPerSecond, downloadBytesPerSecond }: BandwidthLimits) {
    this.#up = new Throttle({ bytesPerSecond: uploadBytesPerSecond });
    this.#down = new Throttle({ bytesPerSecond: downloadBytesPerSecond });
  }

  /** Nothing where nothing is limited. */
  gatesOf(verb: Verb, peer: string): Gates | undefined {
    if (!this.#up.limited && !this.#down.limited) return undefined;
    return { reading: gate(this.#down, verb, peer), writing: gate(this.#up, verb, peer) };
  }

  /**
   * Places for transfers: no more than the limits let through in the time that a client gives one, and then no more than half of them
   * for one peer.
   */
  placesOf(limits: BandwidthLimits): AdmissionLimits {
    const { transfers, slowMs, slowBytesPerSecond } = limits;
    const most = Math.max(1, mostAtOnce(limits));
    const places = Math.min(transfers, most);
    const ofPeer = most < transfers ? Math.ceil(places / 2) : places;
    const placesPerPeer = Math.min(limits.transfersPerPeer, ofPeer);
    return { places, placesPerPeer, placesPerOrigin: originPart(places), slowMs, slowBytesPerSecond };
  }
}

function mostAtOnce(limits: BandwidthLimits): number {
  const rates = [limits.uploadBytesPerSecond, limits.downloadBytesPerSecond].filter((rate) => rate > 0);
  return Math.floor((Math.min(...rates) * limits.transferMs) / 1000 / limits.transferBytes);
}

function gate(throttle: Throttle, verb: Verb, peer: string): Gate {
  const pass = isTransfer(verb) ? throttle.take : throttle.takeUrgent;
  return {
    pieceBytes: throttle.limited ? throttle.pieceBytes : Number.MAX_SAFE_INTEGER,
    pass: (bytes, signal) => pass.call(throttle, peer, bytes, signal),
  };
}
