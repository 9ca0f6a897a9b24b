/** Node as a host: CPU clocks, its own crypto, and a native process beside it. */

import { createCipheriv, createHash } from "node:crypto";
import type { Hasher } from "../../../proofs/index.ts";
import type { Clocks } from "./candidate.ts";
import { createHost, type Host } from "./host.ts";
import type { Coder } from "./job.ts";
import { type Sealer, TAG_BYTES } from "./pipeline-suite.ts";
import { hasherTrees } from "./tree-suite.ts";

/** `native` are coders of other processes. */
export function nodeHost(native: readonly Coder[] = []): Host {
  const treeMakers = [hasherTrees("node", async () => callHasher)];
  return createHost({ clocks: nodeClocks, sealer: nodeSealer, coders: native, treeMakers });
}

const nodeClocks: Clocks = {
  wall: () => performance.now() / 1000,
  thread: () => seconds(process.threadCpuUsage()),
  process: () => seconds(process.cpuUsage()),
};

function seconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

/** node:crypto as most programs call it: a hash object for each hash. */
const callHasher: Hasher = {
  name: "node:crypto",
  sha256: (preimage) => createHash("sha256").update(preimage).digest(),
};

const KEY = new Uint8Array(32);

const nodeSealer: Sealer = {
  kind: "thread",
  seal(plain, record, target) {
    const nonce = new Uint8Array(12);
    new DataView(nonce.buffer).setUint32(7, record);
    const cipher = createCipheriv("aes-256-gcm", KEY, nonce);
    target.set(cipher.update(plain));
    cipher.final();
    target.set(cipher.getAuthTag(), target.length - TAG_BYTES);
  },
};
