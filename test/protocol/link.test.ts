import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CairnError, fragmentId, formatLink, objectId, parseLink } from "../../protocol/index.ts";
import { bytesOf, digest } from "./arbitraries.ts";
import { codeOf, messageOf } from "./thrown.ts";

const OBJECT = objectId(new Uint8Array(32).fill(5));
const KEY = Uint8Array.from({ length: 32 }, (_, i) => 255 - i);
const LINK = formatLink({ object: OBJECT, key: KEY });
const [HEAD, KEY_TEXT] = LINK.split("#") as [string, string];

describe("a link", () => {
  test("goes to text and back, with a key and without", () => {
    fc.assert(
      fc.property(digest.map(objectId), fc.option(bytesOf(32), { nil: undefined }), (object, key) => {
        const link = key === undefined ? { object } : { object, key };
        expect(parseLink(formatLink(link))).toEqual(link);
      }),
    );
  });

  test("has 109 characters: scheme, id, # and key", () => {
    expect(LINK).toMatch(/^cairn:bafy[a-z2-7]{55}#[A-Za-z0-9_-]{43}$/);
    expect(formatLink({ object: OBJECT })).toBe(`cairn:${OBJECT}`);
  });

  test("may have white space around it and its scheme in any case", () => {
    expect(parseLink(` \t${LINK}\r\n`)).toEqual({ object: OBJECT, key: KEY });
    expect(parseLink(LINK.replace("cairn:", "Cairn:"))).toEqual({ object: OBJECT, key: KEY });
  });

  test("with a key of another length is not written", () => {
    expect(codeOf(() => formatLink({ object: OBJECT, key: KEY.subarray(1) }))).toBe("ERR_INTERNAL");
  });
});

describe("text that is not a link is rejected with its reason:", () => {
  test.each([
    ["nothing", "", "it is empty"],
    ["only spaces", "  \n", "it is empty"],
    ["an id alone", OBJECT, "without cairn: in front"],
    ["a web address", `https://example.com/${OBJECT}`, "another scheme than cairn:"],
    ["a link of IPFS", `ipfs://${OBJECT}`, "another scheme than cairn:"],
    ["a word", "holiday.jpg", "does not start with cairn:"],
    ["slashes after the scheme", LINK.replace("cairn:", "cairn://"), "longer than 59"],
    ["the scheme alone", "cairn:", "cut short: 0 of 59"],
    ["an id cut short", `cairn:${OBJECT.slice(0, 30)}`, "cut short: 30 of 59"],
    ["an id in upper case", `cairn:${OBJECT.toUpperCase()}#${KEY_TEXT}`, "lower-case"],
    ["a fragment's id", `cairn:${fragmentId(new Uint8Array(32))}`, "a fragment id, not an object id"],
    ["an empty key", `${HEAD}#`, "its key is cut short: 0 of 43"],
    ["a key cut short", LINK.slice(0, -1), "its key is cut short: 42 of 43"],
    ["a key too long", `${LINK}A`, "its key is longer than 43"],
    ["a padded key", `${LINK}=`, "its key is longer than 43"],
    ["a key in base64", `${HEAD}#${"+".repeat(43)}`, "not base64url"],
    ["a second #", `${LINK.slice(0, -1)}#`, "not base64url"],
    ["a line broken in two", `${LINK.slice(0, 70)}\n${LINK.slice(70)}`, "a line break inside"],
    ["a page of text", "cairn:".repeat(400), "far too long"],
    ["a question mark", `${HEAD}?x=1#${KEY_TEXT}`, "longer than 59"],
  ])("%s", (_, text, reason) => {
    expect(codeOf(() => parseLink(text))).toBe("ERR_LINK_INVALID");
    expect(messageOf(() => parseLink(text))).toContain(reason);
  });

  test("spare bits in the key's last character", () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = alphabet.indexOf(LINK.at(-1) as string);
    for (const bits of [1, 2, 3]) {
      const text = LINK.slice(0, -1) + alphabet[last + bits];
      expect(codeOf(() => parseLink(text))).toBe("ERR_LINK_INVALID");
    }
  });

  test("anything at all, without another error", () => {
    const nearly = fc
      .tuple(fc.nat(LINK.length), fc.string({ unit: "binary", maxLength: 3 }))
      .map(([at, extra]) => LINK.slice(0, at) + extra + LINK.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), nearly), (text) => {
        expect(["ERR_LINK_INVALID", "nothing"]).toContain(codeOf(() => parseLink(text)));
      }),
      { numRuns: 3000 },
    );
  });
});

test("no error about a link repeats any part of the key", () => {
  const damaged = [
    `${LINK}A`,
    LINK.slice(0, -1),
    LINK.replace("cairn:", "bairn:"),
    LINK.replace(OBJECT, OBJECT.slice(1)),
    LINK.replace("#", " #"),
    LINK.replace("#", ""),
  ];
  for (const text of damaged) {
    try {
      parseLink(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(CairnError);
      const shown = JSON.stringify([error, (error as Error).message, (error as Error).stack, (error as Error).cause]);
      for (let i = 0; i + 8 <= KEY_TEXT.length; i += 8) expect(shown).not.toContain(KEY_TEXT.slice(i, i + 8));
    }
  }
});
