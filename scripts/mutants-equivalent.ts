// Mutants of the contracts that no test can notice, because they change nothing that anybody could see; each with the reason.

export interface Equivalent {
  readonly file: string;
  /** The line of the source, without the spaces around it. */
  readonly line: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [];
