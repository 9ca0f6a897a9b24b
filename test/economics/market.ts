// The rules of the market as the economics needs them, by the contracts' names, with the values of the development network.

/** Values of the development network; amounts in whole tokens. */
export const MARKET = {
  roundBlocks: 64,
  challenges: 5,
  minStake: 100,
  unitStake: 0.001,
  slashBasisPoints: 500,
  unbondingRounds: 16,
  noticeRounds: 8,
  answerRounds: 4,
  disputeSlashBasisPoints: 1_000,
  disputeBond: 1,
} as const;

/** What no parameter changes. */
export const RULES = {
  /** Misses in a row without a penalty. */
  freeMisses: 2,
  /** Misses in a row that eject. */
  maxMisses: 7,
  /** The caller of a penalty, and a challenger, get one part of so many. */
  bountyParts: 5,
  /** One part of so many of every slash is burned; what is left after both goes to clients. */
  burnedParts: 2,
  leafBytes: 256,
  leavesPerUnit: 4_096,
  /** EIP-2935 keeps 8,191 block hashes. */
  maxRoundBlocks: 4_096,
} as const;

/** Settings of the programs: the auditor's samples a round; a provider's price in tokens per unit and round, and its units. */
export const SETTINGS = { samples: 200, price: 0.0001, capacity: 10_240 } as const;

/** Gas of `prove` that the project holds itself to, with 5 challenges and 1,000,000 fragments of 1 MiB; and of an answer. */
export const GAS = { prove: 300_000, answer: 70_000 } as const;

/** How every slash is shared out. What is burned is all that a provider surely loses: the rest may go to names of its own. */
export const BOUNTY = 1 / RULES.bountyParts;
export const BURNED = 1 / RULES.burnedParts;
export const COMPENSATION = 1 - BOUNTY - BURNED;

export const STEP = MARKET.slashBasisPoints / 10_000;
export const DISPUTE_SLASH = MARKET.disputeSlashBasisPoints / 10_000;
/**
 * From the round of a dispute's opening to the first one in which it can be decided; and from one fine to the next, since those
 * with deadlines up to `answerRounds` after that of a fine take nothing more.
 */
export const DISPUTE_ROUNDS = MARKET.answerRounds + 1;

/** k of n: any k fragments of n give a segment back. */
export interface Scheme {
  readonly k: number;
  readonly n: number;
}

export const SCHEMES: readonly Scheme[] = [
  { k: 4, n: 10 },
  { k: 10, n: 30 },
  { k: 29, n: 80 },
];
