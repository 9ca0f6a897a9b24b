// Vectors of manifests, ids and links.
import { sha256 } from "@noble/hashes/sha2.js";
import { nobleHasher } from "../../proofs/index.ts";
import {
  type Manifest,
  ciphertextBytes,
  encode,
  encodeManifest,
  formatLink,
  fragmentId,
  objectId,
  objectIdOf,
} from "../../protocol/index.ts";
import { hex } from "./pattern.ts";
import { plain } from "./plain.ts";

const ASCII = new TextEncoder();

/** The hash of "cairn/vector/<name>": bytes that look random and are the same everywhere. */
export function hashOf(name: string): Uint8Array {
  return sha256(ASCII.encode(`cairn/vector/${name}`));
}

/** Roots of n fragments for each segment. */
function rootsOf(name: string, segments: number, n: number): Uint8Array[] {
  return Array.from({ length: segments }, (_, segment) =>
    Uint8Array.from(Array.from({ length: n }, (__, shard) => [...hashOf(`${name}/${segment}/${shard}`)]).flat()),
  );
}

function inline(size: number, cipher: Manifest["cipher"]): Manifest {
  const bytes = new Uint8Array(cipher === "none" ? size : ciphertextBytes(size)).fill(0x5a);
  return { size, cipher, content: "bytes", body: { kind: "inline", bytes } };
}

function coded(name: string, size: number, k: number, n: number, changes: Partial<Manifest> = {}): Manifest {
  const stored = changes.cipher === "none" ? size : ciphertextBytes(size);
  const roots = rootsOf(name, Math.ceil(stored / (k * 1_048_576)), n);
  return { size, cipher: "aes-256-gcm", content: "bytes", body: { kind: "coded", scheme: { k, n }, roots }, ...changes };
}

export const MANIFESTS: readonly (readonly [string, Manifest])[] = [
  ["an empty object", inline(0, "aes-256-gcm")],
  ["three bytes", inline(3, "aes-256-gcm")],
  ["three bytes without cipher", inline(3, "none")],
  ["4,097 bytes, the smallest that is not inline", coded("small", 4097, 2, 3)],
  ["2,096,640 bytes, whose ciphertext fills one segment of 2 MiB", coded("full", 2_096_640, 2, 3)],
  ["2,096,641 bytes, of which a second segment has the rest", coded("more", 2_096_641, 2, 3)],
  ["five of eight", coded("wide", 100_000, 5, 8)],
  ["a manifest as an object", coded("outer", 2_000_000, 2, 3, { cipher: "none", content: "manifest" })],
];

function wrongManifests(): { name: string; bytes: string }[] {
  const good = { v: 1, size: 3, cipher: "none", content: "bytes", inline: new Uint8Array(3) };
  const [roots] = rootsOf("wrong", 1, 3);
  const erasure = { v: 1, size: 5000, cipher: "none", content: "bytes", k: 2, n: 3, roots: [roots] };
  const cases: [string, unknown][] = [
    ["version 2", { ...good, v: 2 }],
    ["an unknown key", { ...good, note: "hi" }],
    ["inline bytes of another length", { ...good, size: 4 }],
    ["4,097 bytes inline", { ...good, size: 4097, inline: new Uint8Array(4097) }],
    ["k equal to n", { ...erasure, k: 3 }],
    ["roots of two segments for one", { ...erasure, roots: [roots, roots] }],
    ["a run of roots too short", { ...erasure, roots: [roots?.subarray(32)] }],
    ["both inline and roots", { ...erasure, inline: new Uint8Array(3) }],
    ["an enciphered manifest as an object", { ...erasure, cipher: "aes-256-gcm", content: "manifest" }],
  ];
  const wrong = cases.map(([name, value]) => ({ name, bytes: hex(encode(value)) }));
  const tail = hex(Uint8Array.from([...encode(good), 0]));
  const longInteger = hex(encode(good)).replace("617601", "61761801");
  return [...wrong, { name: "a byte after the end", bytes: tail }, { name: "an integer in two bytes", bytes: longInteger }];
}

export function manifestVectors(): unknown {
  const valid = MANIFESTS.map(([name, manifest]) => {
    const bytes = encodeManifest(manifest);
    return { name, manifest: plain(manifest), bytes: hex(bytes), id: objectIdOf(nobleHasher, bytes) };
  });
  const ciphertext = [0, 1, 4096, 4097, 65_519, 65_520, 65_521, 131_040, 131_041].map((size) => ({
    size,
    ciphertext: ciphertextBytes(size),
  }));
  return { ciphertext, valid, invalid: wrongManifests() };
}

export function linkVectors(): unknown {
  const object = objectId(hashOf("object"));
  const key = hashOf("key");
  const full = formatLink({ object, key });
  const ids = ["object", "a", "b"].map((name) => {
    const digest = hashOf(name);
    return { digest: hex(digest), objectId: objectId(digest), fragmentId: fragmentId(digest) };
  });
  const valid = [
    { text: full, object, key: hex(key) },
    { text: formatLink({ object }), object, key: null },
    { text: ` ${full}\n`, object, key: hex(key) },
    { text: full.replace("cairn", "CAIRN"), object, key: hex(key) },
  ];
  const invalid = [
    { name: "another scheme", text: full.replace("cairn:", "ipfs:") },
    { name: "no scheme", text: object },
    { name: "an id cut short", text: `cairn:${object.slice(0, -1)}` },
    { name: "an id in upper case", text: `cairn:${object.toUpperCase()}` },
    { name: "a fragment's id", text: `cairn:${fragmentId(hashOf("object"))}` },
    { name: "a key cut short", text: full.slice(0, -1) },
    { name: "a padded key", text: `${full}=` },
    { name: "an empty key", text: `cairn:${object}#` },
    { name: "a space inside", text: full.replace("#", " #") },
    { name: "spare bits in the key's last character", text: full.slice(0, -1) + nextLetter(full.at(-1)) },
  ];
  return { ids, valid, invalid };
}

/** Base64url: the letter with the lowest of its spare bits set. */
function nextLetter(letter = "A"): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return alphabet.charAt(alphabet.indexOf(letter) + 1);
}
