/** What doctor says of the daemon: a fault where it has to run and does not, and what it warns of, each thing once. */

import { expect, it } from "vitest";
import { daemonChecks } from "../../../../node/cli/provider/daemon-checks.ts";
import { WARNINGS } from "../../../../node/monitor/index.ts";
import type { ProviderRecord } from "../../../../contracts/index.ts";
import type { Running } from "../../../../node/cli/provider/running.ts";
import type { Overview, Warning } from "../../../../node/monitor/index.ts";

function record(changes: Partial<ProviderRecord>): ProviderRecord {
  return { stage: "active", liveUnits: 0, nextUnits: 0, ...changes } as ProviderRecord;
}

function told(...codes: (keyof typeof WARNINGS)[]): Running {
  const warnings = codes.map((code): Warning => {
    const { level, meaning } = WARNINGS[code];
    return { level, code, text: meaning, whatToDo: `Do ${code}.`, since: 0 };
  });
  return { state: "told", url: "http://127.0.0.1:4180/", overview: { warnings } as unknown as Overview };
}

it.each([
  ["sold for this round", record({ liveUnits: 16 }), "fault"],
  ["sold for the next one", record({ nextUnits: 1 }), "fault"],
  ["still sold while it leaves", record({ stage: "exiting", liveUnits: 1 }), "fault"],
  ["owed no more after an ejection", record({ stage: "ejected", liveUnits: 16 }), "ok"],
  ["not sold", record({}), "ok"],
  ["not known", undefined, "ok"],
] as const)("a daemon that does not run, with room that is %s", (_, seen, level) => {
  expect(daemonChecks({ state: "absent" }, seen, "/srv/cairn")).toMatchObject([{ name: "daemon", level }]);
});

it("what the daemon warns of is repeated, but for what doctor has looked at by itself", () => {
  expect(daemonChecks(told("GAS_LOW", "CHAIN_DOWN"), undefined, "/srv/cairn")).toMatchObject([{ level: "ok" }]);
  expect(daemonChecks(told("FRAGMENTS_CORRUPT", "GAS_LOW", "ALONE", "UPDATED"), undefined, "/srv/cairn")).toMatchObject(
    [
      { name: "daemon", level: "fault", whatToDo: "Do FRAGMENTS_CORRUPT." },
      { name: "daemon", level: "warning", whatToDo: "Do ALONE." },
      { name: "daemon", level: "ok", whatToDo: "Do UPDATED." },
    ],
  );
  expect(daemonChecks({ state: "silent", why: "it is busy" }, record({ liveUnits: 1 }), "/srv/cairn")).toEqual([]);
});
