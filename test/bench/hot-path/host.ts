/** Where the benchmark runs and who takes part in it. By itself a host is a browser's; node-host.ts adds what Node has. */

import { createSHA256 } from "hash-wasm";
import { loadKernel } from "../../../erasure/index.ts";
import { nobleHasher } from "../../../proofs/index.ts";
import type { Hasher } from "../../../proofs/index.ts";
import { arrayCoder } from "./array-coder.ts";
import type { Clocks } from "./candidate.ts";
import type { ColdSuite, Starter } from "./cold-suite.ts";
import type { Coder, Pipeline, TreeMaker } from "./job.ts";
import { ownCoders, ownStarters } from "./own-coding.ts";
import { ownPipelines, ownTrees } from "./own-trees.ts";
import { ownWorkers } from "./own-workers.ts";
import { packagePipeline, type Sealer } from "./pipeline-suite.ts";
import { subspaceCoder, subspaceStarter } from "./subspace.ts";
import { hasherTrees } from "./tree-suite.ts";

/** One run of the plain kernel may take so long; larger cases go without it. */
const REFERENCE_SECONDS = 1.5;

export interface Host extends AsyncDisposable {
  readonly clocks: Clocks;
  /** In each list the baseline comes first. */
  readonly coders: readonly Coder[];
  readonly treeMakers: readonly TreeMaker[];
  readonly pipelines: readonly Pipeline[];
  /** Of cold starts that wait for the best there is, and of those that take what is there at once. */
  readonly starters: Readonly<Record<ColdSuite, readonly Starter[]>>;
}

/** What a host has that a browser has not; without them it is a browser's. */
export interface HostParts {
  readonly clocks?: Clocks;
  readonly sealer?: Sealer;
  /** The bytes of the @subspace module, where the package cannot find its own file. */
  readonly subspaceWasm?: BufferSource;
  /** Further coders, after ours. */
  readonly coders?: readonly Coder[];
  /** Further makers of trees, before all others. */
  readonly treeMakers?: readonly TreeMaker[];
}

/** A host: what runs everywhere, and the parts given. Two workers take part where memory can be shared with them. */
export function createHost(parts: HostParts = {}): Host {
  const { clocks = webClocks, sealer = webSealer, subspaceWasm } = parts;
  const workers = ownWorkers();
  const crew = isIsolated() ? [workers] : [];
  const subspace = subspaceStarter(subspaceWasm);
  return {
    clocks,
    coders: [
      subspaceCoder(subspaceWasm),
      arrayCoder("reference", () => loadKernel("plain"), REFERENCE_SECONDS),
      ...ownCoders(),
      ...crew.map(({ coder }) => coder),
      ...(parts.coders ?? []),
    ],
    treeMakers: [
      ...(parts.treeMakers ?? []),
      hasherTrees("noble", async () => nobleHasher),
      hasherTrees("hash-wasm", loadHashWasm),
      ownTrees(),
      ...crew.map(({ treeMaker }) => treeMaker),
    ],
    pipelines: [
      packagePipeline(sealer, subspaceWasm),
      ...ownPipelines(sealer),
      ...crew.map(({ pipeline }) => pipeline(sealer)),
    ],
    starters: { cold: [subspace, ...ownStarters(true)], "cold-fallback": [subspace, ...ownStarters(false)] },
    [Symbol.asyncDispose]: () => workers[Symbol.asyncDispose](),
  };
}

/** A page has shared memory only where its server isolates it; Node always. */
function isIsolated(): boolean {
  return (
    (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated ?? typeof SharedArrayBuffer !== "undefined"
  );
}

const webClocks: Clocks = { wall: () => performance.now() / 1000 };

/** A call of hash-wasm for each hash: one object, begun anew each time, which is its fastest form. */
async function loadHashWasm(): Promise<Hasher> {
  const sha = await createSHA256();
  return { name: "hash-wasm", sha256: (preimage) => sha.init().update(preimage).digest("binary") };
}

const webKey = crypto.subtle.importKey("raw", new Uint8Array(32), "AES-GCM", false, ["encrypt"]);

const webSealer: Sealer = {
  kind: "process",
  async seal(plain, record, target) {
    const iv = new Uint8Array(12);
    new DataView(iv.buffer).setUint32(7, record);
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await webKey, plain as Uint8Array<ArrayBuffer>);
    target.set(new Uint8Array(sealed));
  },
};
