/**
 * Lets Node run this package where npm has installed it: Node strips the types of a working copy by itself, and refuses to in a
 * folder node_modules. launch.mjs loads this first there, and threads and processes of ours pass it on.
 *
 * Plain JavaScript, because no TypeScript can be loaded before it.
 */

import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";

/** This package and nothing else: other packages bring JavaScript. */
const root = new URL("..", import.meta.url).href;

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith(root) || !url.endsWith(".ts") || url.slice(root.length).includes("node_modules/"))
      return nextLoad(url, context);
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), "utf8"), { mode: "strip", sourceUrl: url });
    return { format: "module", source, shortCircuit: true };
  },
});
