/** Results on standard output at the reader's pace, the rest on standard error. */

import { PassThrough, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { Output, toJson } from "../../../node/cli/output.ts";
import { table } from "../../../node/table.ts";
import { EXIT_CODES, FAULT_EXITS } from "../../../node/cli/index.ts";
import { exitCodeOf } from "../../../node/cli/exit-code.ts";
import { CairnError, ERRORS, type ErrorCode } from "../../../protocol/index.ts";

describe("output", () => {
  it("waits for a slow reader instead of filling memory", async () => {
    let [written, most] = [0, 0];
    const stdout = new Writable({
      highWaterMark: 1024,
      write(chunk: Buffer, _encoding, done) {
        setTimeout(() => ((written += chunk.byteLength), done()), 1);
      },
    });
    const output = new Output(
      { stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: {}, cwd: "/" },
      false,
    );
    for (let i = 0; i < 50; i++) {
      await output.bytes(new Uint8Array(1024));
      most = Math.max(most, stdout.writableLength);
    }
    expect(most).toBeLessThanOrEqual(2048);
    await new Promise((done) => stdout.end(done));
    expect(written).toBe(50 * 1024);
  });

  it("writes amounts as text and bytes as hex in JSON", () => {
    expect(
      JSON.parse(toJson({ amount: 10n ** 30n, root: new Uint8Array([0, 255]), map: new Map([["a", 1]]) })),
    ).toEqual({
      amount: `1${"0".repeat(30)}`,
      root: "0x00ff",
      map: { a: 1 },
    });
  });

  it("aligns columns, numbers to the right", () => {
    expect(
      table([
        ["name", "size"],
        ["a", 5],
        ["long name", 1234],
      ]),
    ).toEqual(["name       size", "a             5", "long name  1234"]);
    expect(table([])).toEqual([]);
  });
});

describe("exit codes", () => {
  it("are distinct and within a byte", () => {
    const codes = Object.values(EXIT_CODES).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => code >= 0 && code <= 255)).toBe(true);
  });

  it.each(Object.keys(ERRORS) as ErrorCode[])("%s ends with the code of its fault", (code) => {
    expect(exitCodeOf(new CairnError(code, "x"))).toBe(EXIT_CODES[FAULT_EXITS[ERRORS[code].fault]].code);
    expect(exitCodeOf(Object.assign(new Error("x"), { code }))).toBe(exitCodeOf(new CairnError(code, "x")));
  });

  it("are 1 for what nobody expected", () => {
    for (const error of [new TypeError("x"), "text", undefined, Object.assign(new Error("x"), { code: "EWHATEVER" })]) {
      expect(exitCodeOf(error)).toBe(1);
    }
  });
});
