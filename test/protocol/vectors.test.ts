// The published vectors: made again they are the same bytes, and read from the files alone they say what the program says.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nobleHasher } from "../../proofs/index.ts";
import {
  type Domain,
  decodeManifest,
  encodeManifest,
  fragmentId,
  objectId,
  objectIdOf,
  parseLink,
  recover,
  ciphertextBytes,
} from "../../protocol/index.ts";
import { MANIFESTS } from "../vectors/name-vectors.ts";
import { unhex } from "../vectors/pattern.ts";
import { plain } from "../vectors/plain.ts";
import { CODECS } from "./codecs.ts";
import { codeOf } from "./thrown.ts";

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), "utf8"));
}

interface Named {
  readonly name: string;
}

describe("manifest.json", () => {
  interface Valid extends Named {
    readonly manifest: unknown;
    readonly bytes: string;
    readonly id: string;
  }
  const file = read("manifest.json") as {
    ciphertext: { size: number; ciphertext: number }[];
    valid: Valid[];
    invalid: (Named & { bytes: string })[];
  };

  test.each(file.valid)("$name", ({ name, manifest, bytes, id }) => {
    const decoded = decodeManifest(unhex(bytes));
    expect(plain(decoded)).toEqual(manifest);
    expect(encodeManifest(decoded)).toEqual(unhex(bytes));
    expect(objectIdOf(nobleHasher, unhex(bytes))).toBe(id);
    expect(MANIFESTS.map(([known]) => known)).toContain(name);
  });

  test.each(file.invalid)("rejects $name", ({ bytes }) => {
    expect(codeOf(() => decodeManifest(unhex(bytes)))).toBe("ERR_MANIFEST_INVALID");
  });

  test("has the ciphertext lengths", () => {
    for (const { size, ciphertext } of file.ciphertext) expect(ciphertextBytes(size)).toBe(ciphertext);
  });
});

describe("link.json", () => {
  const file = read("link.json") as {
    ids: { digest: string; objectId: string; fragmentId: string }[];
    valid: { text: string; object: string; key: string | null }[];
    invalid: (Named & { text: string })[];
  };

  test.each(file.ids)("$objectId", (ids) => {
    expect(objectId(unhex(ids.digest))).toBe(ids.objectId);
    expect(fragmentId(unhex(ids.digest))).toBe(ids.fragmentId);
  });

  test.each(file.valid)("reads $text", ({ text, object, key }) => {
    expect(parseLink(text)).toEqual(key === null ? { object } : { object, key: unhex(key) });
  });

  test.each(file.invalid)("rejects $name", ({ text }) => {
    expect(codeOf(() => parseLink(text))).toBe("ERR_LINK_INVALID");
  });
});

describe("eip712.json", () => {
  interface Signed {
    readonly digest: string;
    readonly clientSignature: string;
    readonly nodeSignature: string;
  }
  const file = read("eip712.json") as {
    client: string;
    node: string;
    domains: (Domain & { states: Signed[]; offers: Signed[]; closes: Signed[]; tickets: Signed[] })[];
    rejected: { digest: string; good: string; bad: (Named & { signature: string })[] };
  };

  test("has signatures of the two keys, over digests that differ", () => {
    const all = file.domains.flatMap((domain) => [
      ...domain.states,
      ...domain.offers,
      ...domain.closes,
      ...domain.tickets,
    ]);
    expect(new Set(all.map(({ digest }) => digest)).size).toBe(all.length);
    for (const { digest, clientSignature, nodeSignature } of all) {
      expect(recover(unhex(digest), unhex(clientSignature))).toBe(file.client);
      expect(recover(unhex(digest), unhex(nodeSignature))).toBe(file.node);
    }
  });

  test("has one good signature", () => {
    expect(recover(unhex(file.rejected.digest), unhex(file.rejected.good))).toBe(file.client);
  });

  test.each(file.rejected.bad)("rejects $name", ({ signature }) => {
    expect(codeOf(() => recover(unhex(file.rejected.digest), unhex(signature)))).toBe("ERR_SIGNATURE_INVALID");
  });
});

describe("messages.json", () => {
  const file = read("messages.json") as { message: string; value: unknown; bytes: string }[];

  test.each(file)("$message of $bytes", ({ message, value, bytes }) => {
    const codec = CODECS.find(({ name }) => name === message);
    const decoded = codec?.decode(unhex(bytes));
    expect(plain(decoded)).toEqual(value);
    expect(codec?.encode(decoded)).toEqual(unhex(bytes));
  });

  test("has every kind of message", () => {
    expect(new Set(file.map(({ message }) => message))).toEqual(new Set(CODECS.map(({ name }) => name)));
  });
});
