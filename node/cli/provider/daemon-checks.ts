// What `cairn provider doctor` finds about the daemon: whether it runs where it has to, and what it says that cannot be seen from outside.

import type { ProviderRecord } from "../../../contracts/index.ts";
import { formatSize } from "../../quantity.ts";
import { UNIT_BYTES } from "../ledger-book.ts";
import { shellWord } from "../shell-word.ts";
import { type Check, fault, ok, warning } from "./check.ts";
import type { Running } from "./running.ts";

/** Warnings of the daemon that are about what doctor looks at by itself, newer and in more words. */
const SEEN_HERE: ReadonlySet<string> = new Set([
  "CHAIN_DOWN",
  "CHAIN_STANDS",
  "CLOCK_BEHIND",
  "EJECTED",
  "ROUNDS_MISSED",
  "DISPUTES_OPEN",
  "GAS_GONE",
  "GAS_LOW",
  "STAKE_LOW",
  "NOT_REACHABLE",
  "RELAYED",
]);

/** `record`: what the chain has of the provider, if it could be asked. */
export function daemonChecks(running: Running, record: ProviderRecord | undefined, folder: string): Check[] {
  if (running.state === "silent") return []; // the check of the status page says why
  if (running.state === "absent") return [absent(record, folder)];
  const found = running.overview.warnings.filter(({ code }) => !SEEN_HERE.has(code));
  if (found.length === 0) return [ok("daemon", "The daemon runs, and says of nothing else that it is wrong.")];
  return found.map(({ level, text, whatToDo }) => {
    if (level === "info") return { ...ok("daemon", text), whatToDo };
    return level === "error" ? fault("daemon", text, whatToDo) : warning("daemon", text, whatToDo);
  });
}

function absent(record: ProviderRecord | undefined, folder: string): Check {
  const sold = Math.max(record?.liveUnits ?? 0, record?.nextUnits ?? 0);
  const owes = sold > 0 && (record?.stage === "active" || record?.stage === "exiting");
  if (!owes) return ok("daemon", "The daemon does not run.");
  return fault(
    "daemon",
    `The daemon does not run, and ${formatSize(sold * UNIT_BYTES)} are sold: each round that goes by like this is missed.`,
    `Start it: cairn provider start --folder ${shellWord(folder)}, or systemctl start cairn.`,
  );
}
