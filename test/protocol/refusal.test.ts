import { describe, expect, test } from "vitest";
import {
  CairnError,
  ERRORS,
  type ErrorCode,
  REFUSALS,
  cairnError,
  decodeStoreAnswer,
  encodeStoreAnswer,
  printable,
  refusalError,
  refusalOf,
} from "../../protocol/index.ts";

const PEER = "12D3KooWPeer";

describe("a refusal", () => {
  test.each([...REFUSALS])("with %s becomes that error, with peer and verb as facts", (code) => {
    const error = refusalError("store", { ok: false, code }, PEER);
    expect(error.code).toBe(code);
    expect(error.facts).toEqual({ peer: PEER, verb: "store", refused: true, code });
    expect(error.message).toBe(`Peer ${PEER} refused store: ${ERRORS[code].meaning} ${ERRORS[code].remedy}`);
  });

  test("with a code of a newer version becomes ERR_PEER_REFUSED with that code in the facts", () => {
    const error = refusalError("prove", { ok: false, code: "ERR_MOON_PHASE" }, PEER);
    expect(error.code).toBe("ERR_PEER_REFUSED");
    expect(error.facts["code"]).toBe("ERR_MOON_PHASE");
    expect(error.message).toContain("ERR_MOON_PHASE");
  });

  test("cannot speak for the caller's own wallet, settings or disk folder", () => {
    const own: ErrorCode[] = [
      "ERR_NOT_ENOUGH_TOKENS",
      "ERR_WALLET_INVALID",
      "ERR_STORE_DAMAGED",
      "ERR_WRONG_KEY",
      "ERR_CONFIG_INVALID",
    ];
    for (const code of own) {
      const error = refusalError("offer", { ok: false, code }, PEER);
      expect(error.code).toBe("ERR_PEER_REFUSED");
      expect(error.fault).toBe("peer");
      expect(error.facts["code"]).toBe(code);
    }
  });

  test("shows its detail without control characters or marks that turn the text around", () => {
    const detail = "\u001b[31mfull\u0007\u202e\nagain";
    const error = refusalError("store", { ok: false, code: "ERR_NO_CAPACITY", detail }, PEER);
    expect(error.facts["detail"]).toBe("·[31mfull···again");
  });
});

describe("a server's answer to its own error", () => {
  test("is the code, if the peer may know it", () => {
    expect(refusalOf(cairnError("ERR_ALLOCATION_FULL"))).toEqual({ ok: false, code: "ERR_ALLOCATION_FULL" });
  });

  test("is ERR_INTERNAL for everything else, and never a message or a fact", () => {
    const secret = new CairnError("ERR_WALLET_INVALID", "/home/me/wallet", { facts: { path: "/home/me/wallet" } });
    for (const error of [secret, new TypeError("x is undefined"), "text", undefined]) {
      expect(refusalOf(error)).toEqual({ ok: false, code: "ERR_INTERNAL" });
    }
  });

  test("survives the wire", () => {
    const answer = refusalOf(cairnError("ERR_PEER_BUSY"));
    expect(decodeStoreAnswer(encodeStoreAnswer(answer))).toEqual(answer);
  });
});

describe("printable text", () => {
  test("is what it was if it is plain, in any script", () => {
    expect(printable("ERR: naïve 東京 100% «ok»", 100)).toBe("ERR: naïve 東京 100% «ok»");
  });

  test("is cut with a mark that shows it", () => {
    expect(printable("abcdef", 6)).toBe("abcdef");
    expect(printable("abcdefg", 6)).toBe("abcdef…");
  });
});
