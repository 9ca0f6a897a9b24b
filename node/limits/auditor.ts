// Bounds of the auditor.

import { SECOND } from "./units.ts";

/** node/auditor. */
export const AUDITOR = {
  /** Providers sampled at once. */
  providersAtOnce: 8,
  /** Finding one provider and getting its samples. */
  providerMs: 20 * SECOND,
  /** Records asked of the chain at once. */
  pageRecords: 256,
  /** Pages of a provider's allocations that are searched for one live in the round. */
  allocationPages: 16,
  /** Between looks at the chain's clock while a round lasts. */
  pollMs: 2 * SECOND,
  /** Disputes opened in one round: each locks a bond, and an auditor whose own line is down finds everybody offline. */
  disputesPerRound: 4,
  /** Pages of disputes searched for the auditor's own when it starts, newest first. */
  disputePages: 64,
} as const;
