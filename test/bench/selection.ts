/** Which suites a command line asks for. */

import type { Suite } from "./suite.ts";

/** A name that no suite has, nor begins with. */
export class UnknownSuiteError extends Error {
  readonly code = "ERR_UNKNOWN_SUITE";

  constructor(name: string, suites: readonly Suite[]) {
    super(`No suite is named ${name}; there are ${suites.map((suite) => suite.name).join(", ")}.`);
    this.name = "UnknownSuiteError";
  }
}

/**
 * The suites named, in their own order; a name also stands for those that continue it after a hyphen (`reconstruct` for
 * `reconstruct-all`). Without names those of the hot path, or all. Throws {@link UnknownSuiteError}.
 */
export function selectSuites(suites: readonly Suite[], names: readonly string[], isAll: boolean): readonly Suite[] {
  const isNamed = (suite: Suite, name: string): boolean => suite.name === name || suite.name.startsWith(`${name}-`);
  const unknown = names.find((name) => !suites.some((suite) => isNamed(suite, name)));
  if (unknown !== undefined) throw new UnknownSuiteError(unknown, suites);
  if (names.length > 0) return suites.filter((suite) => names.some((name) => isNamed(suite, name)));
  return suites.filter(({ isDefault = false }) => isAll || isDefault);
}
