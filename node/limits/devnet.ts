// Bounds of the local network.

import { SECOND } from "./units.ts";

/** node/devnet: the local network. */
export const DEVNET = {
  /** Providers started at once: more only wait for each other's turn on two cores. */
  startsAtOnce: 3,
  /** A provider with a process of its own must be ready by then. */
  readyMs: 60 * SECOND,
  /** A provider told to stop is killed after this. */
  stopMs: 10 * SECOND,
  /** What a provider process wrote last, for the error when it fails. */
  keptLogLines: 50,
  /** Providers that have not proved a round by then, or when it is over, are taken not to. About as long as a round lasts. */
  roundMs: 60 * SECOND,
  /** Between looks at whether all have proved. */
  roundPollMs: 100,
  /** First peers written into network.json. */
  bootstrapPeers: 4,
} as const;
