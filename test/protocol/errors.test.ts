import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  CairnError,
  ERRORS,
  type ErrorCode,
  REFUSALS,
  cairnError,
  isCairnError,
  isErrorCode,
} from "../../protocol/index.ts";

const CODES = Object.keys(ERRORS) as ErrorCode[];
const DOCUMENT = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");

describe("docs/errors.md", () => {
  const rows = DOCUMENT.split("\n").filter((line) => line.startsWith("| `ERR_"));

  test("has exactly the codes of the program, in its order", () => {
    expect(rows.map((row) => row.split("`")[1])).toEqual(CODES);
  });

  test.each(CODES)("says of %s what the program says", (code) => {
    const { fault, meaning, remedy } = ERRORS[code];
    const row = rows.find((line) => line.startsWith(`| \`${code}\` |`));
    expect(row).toBe(`| \`${code}\` | ${fault} | ${REFUSALS.has(code) ? "yes" : ""} | ${meaning} | ${remedy} |`);
  });
});

describe("the list of errors", () => {
  test.each(CODES)("has whole sentences for %s", (code) => {
    expect(code).toMatch(/^ERR_[A-Z]+(_[A-Z]+)*$/);
    expect(ERRORS[code].meaning).toMatch(/^[A-Z].*\.$/);
    expect(ERRORS[code].remedy).toMatch(/^[A-Z].*\.$/);
  });

  test("knows its codes and nothing that every object has", () => {
    expect(isErrorCode("ERR_LINK_INVALID")).toBe(true);
    expect(isErrorCode("ERR_NO_SUCH_THING")).toBe(false);
    expect(isErrorCode("toString")).toBe(false);
  });
});

describe("a CairnError", () => {
  test("carries code, fault, facts and cause", () => {
    const cause = new Error("below");
    const error = new CairnError("ERR_TOO_FEW_FRAGMENTS", "3 of 4", { facts: { have: 3, need: 4 }, cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "CairnError",
      code: "ERR_TOO_FEW_FRAGMENTS",
      fault: "network",
      message: "3 of 4",
    });
    expect(error.facts).toEqual({ have: 3, need: 4 });
    expect(error.cause).toBe(cause);
  });

  test("without details has no facts and no cause at all", () => {
    const error = new CairnError("ERR_ABORTED", "stopped");
    expect(error.facts).toEqual({});
    expect("cause" in error).toBe(false);
  });

  test("is told from others, by code if wanted", () => {
    const error: unknown = cairnError("ERR_DISK_FULL");
    expect(isCairnError(error)).toBe(true);
    expect(isCairnError(error, "ERR_DISK_FULL")).toBe(true);
    expect(isCairnError(error, "ERR_DISK_FAILED")).toBe(false);
    expect(isCairnError(new Error("ERR_DISK_FULL"))).toBe(false);
    expect(isCairnError(undefined)).toBe(false);
  });

  test("made from the list says what happened and what to do", () => {
    expect(cairnError("ERR_DISK_FULL").message).toBe(`${ERRORS.ERR_DISK_FULL.meaning} ${ERRORS.ERR_DISK_FULL.remedy}`);
    expect(cairnError("ERR_DISK_FULL", "No room for 7 bytes.").message).toBe(
      `No room for 7 bytes. ${ERRORS.ERR_DISK_FULL.remedy}`,
    );
  });
});
