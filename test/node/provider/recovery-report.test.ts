/** What the log says of a start after a stop that was none, and on a disk that has lost something. */

import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tellRecovery } from "../../../node/provider/index.ts";
import { fill, newestLog } from "./store/filled-store.ts";
import { fragment, temporaryFolder, withStore } from "./store/temporary-store.ts";

/** The events of a start. */
async function said(path: string): Promise<object[]> {
  const lines: object[] = [];
  const at = (level: string) => (facts: object) => void lines.push({ level, ...facts });
  const log = { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
  await withStore(path, {}, async (store) => tellRecovery(log, store));
  return lines;
}

test("tells what was read again, cut off, made anew or is damaged, and nothing after a clean stop", async () => {
  const path = temporaryFolder();
  await fill(path, 3);
  expect(await said(path)).toEqual([]);
  appendFileSync(newestLog(path).path, Buffer.alloc(1000));
  expect(await said(path)).toEqual([{ level: "info", event: "data.recovered", records: 0, cutBytes: 1000 }]);
  rmSync(join(path, "index"), { recursive: true });
  expect(await said(path)).toEqual([{ level: "warn", event: "data.index-rebuilt", records: 3 }]);

  const { path: log } = newestLog(path);
  const bytes = readFileSync(log);
  const at = bytes.indexOf(fragment(1).root);
  bytes[at] = ~bytes[at]!;
  writeFileSync(log, bytes);
  rmSync(join(path, "index"), { recursive: true });
  expect(await said(path)).toEqual([
    { level: "warn", event: "data.index-rebuilt", records: 2 },
    {
      level: "error",
      event: "data.damaged",
      places: 1,
      first: [{ file: 1, offset: at - 32, bytes: expect.any(Number) }],
    },
  ]);
});
