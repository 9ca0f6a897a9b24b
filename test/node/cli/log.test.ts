/** The log of a daemon: JSON for programs, short lines for people, and nothing in either that nobody may read. */

import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import { shortLine } from "../../../node/cli/log.ts";

/** What a process of its own writes to stderr. */
function logged(script: string): Promise<string> {
  const from = new URL("../../../node/cli/log.ts", import.meta.url).href;
  const words = ["--input-type=module", "-e", `const { openLog } = await import(${JSON.stringify(from)}); ${script}`];
  return new Promise((done, failed) => {
    execFile(process.execPath, words, (error, _, stderr) => (error === null ? done(stderr) : failed(error)));
  });
}

test("writes JSON with time, level and words, from the level of the settings on", async () => {
  const text = await logged(`
    const log = openLog({ logLevel: "info" }, false);
    log.debug({ event: "x" }, "not this");
    log.info({ event: "round.proved", round: 7 }, "proved the round");
    log.error({ err: Object.assign(new Error("gone"), { code: "ERR_RPC_DOWN" }) }, "no chain");
  `);
  const [first, second, ...rest] = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rest).toEqual([]);
  expect(first).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    event: "round.proved",
    round: 7,
    msg: "proved the round",
  });
  expect(second).toMatchObject({ level: "error", err: { code: "ERR_RPC_DOWN", message: "gone" } });
});

test("hides what carries the name of a secret, should it ever come here", async () => {
  const text = await logged(`
    const log = openLog({ logLevel: "debug" }, false);
    log.info({ token: "s3cret", keys: { privateKey: "s3cret" }, request: { ticket: "s3cret", signature: "s3cret" } }, "words");
  `);
  expect(text).not.toContain("s3cret");
  expect(text).toContain("(hidden)");
});

test("is short for a person at a terminal, and lets nobody move the cursor", async () => {
  const text = await logged(
    `openLog({ logLevel: "info" }, true).warn({ event: "chain.down", code: "ERR_RPC_DOWN", peer: "a\\u001b[2Jb" }, "no chain");`,
  );
  expect(text).toMatch(/^\d\d:\d\d:\d\d warn  no chain  code=ERR_RPC_DOWN peer=a·\[2Jb\n$/);
  const long = shortLine(
    JSON.stringify({
      level: "info",
      time: 0,
      msg: "m",
      text: "x y".repeat(100),
      err: { code: "E", message: "why", stack: "s" },
    }),
  );
  expect(long).toMatch(/ info  m  text="(x y)+[x ]*…" code=E reason=why\n$/);
  expect(long.length).toBeLessThan(160);
});
