// The co-signed states that a client keeps between runs, a file for each allocation: what it can hold against a provider
// that shows an older one, or lost what it had signed. They are no secret, and cannot be had again from anybody else.
//
//   <folder>/<chain id>-<market>/<allocation>.json

import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CairnError, recover, stateDigest } from "../protocol/index.ts";
import type { Domain, SignedState } from "../protocol/index.ts";
import type { StateMemory } from "./client/index.ts";

interface StoredState {
  readonly v: 1;
  readonly allocation: number;
  readonly seq: number;
  /** Hex, like the signatures. */
  readonly subRoot: string;
  readonly leaves: number;
  readonly fromRound: number;
  readonly clientSignature: string;
  readonly providerSignature: string;
}

/** Remembers states in files below `folder`. An older state never replaces a later one of the same provider, of this run or another. */
export function stateFiles(folder: string, domain: Domain): StateMemory {
  const { chainId, market } = domain;
  const providerOf = (signed: SignedState): string =>
    recover(stateDigest(domain, signed.state), signed.providerSignature);
  const pathOf = (allocation: number): string => join(folder, `${chainId}-${market}`, `${allocation}.json`);
  return {
    get: (allocation) => read(pathOf(allocation)),
    async set(signed) {
      const path = pathOf(signed.state.allocation);
      const known = await read(path);
      const isLater = known !== undefined && known.state.seq >= signed.state.seq;
      if (!isLater || providerOf(known) !== providerOf(signed)) await replace(path, encode(signed));
    },
  };
}

async function read(path: string): Promise<SignedState | undefined> {
  try {
    return decode(JSON.parse(await readFile(path, "utf8")) as StoredState);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    const message = `The signed state in ${path} cannot be read: put the file back from a copy, or move it away.`;
    throw new CairnError("ERR_STORE_DAMAGED", message, { facts: { path }, cause });
  }
}

/** Whole or not at all, whatever ends this program in between. */
async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const next = `${path}.${crypto.randomUUID()}.next`;
  const file = await open(next, "wx");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, path);
}

function encode({ state, clientSignature, providerSignature }: SignedState): string {
  const stored: StoredState = {
    v: 1,
    ...state,
    subRoot: hex(state.subRoot),
    clientSignature: hex(clientSignature),
    providerSignature: hex(providerSignature),
  };
  return `${JSON.stringify(stored, undefined, 2)}\n`;
}

function decode({ v, allocation, seq, subRoot, leaves, fromRound, ...signatures }: StoredState): SignedState {
  if (v !== 1) throw new TypeError(`its format is ${String(v)}, not 1`);
  return {
    state: { allocation, seq, subRoot: bytes(subRoot), leaves, fromRound },
    clientSignature: bytes(signatures.clientSignature),
    providerSignature: bytes(signatures.providerSignature),
  };
}

function hex(value: Uint8Array): string {
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex");
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "hex"));
}
