// How a thread or process of ours comes to run TypeScript where this one had to be helped to: strip-types.mjs.

/** Flags of Node to pass on; none in a working copy. */
export const TYPE_STRIPPING: readonly string[] = process.execArgv.filter((flag) =>
  /^--import=.*\/strip-types\.mjs$|^--disable-warning=/.test(flag),
);
