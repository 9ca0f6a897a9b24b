/** Erasure coding on one thread: bytes of user data per second of CPU. */

import { encodeSegment, decodeSegment, type ErasureKernel, loadKernel, scheme } from "../../erasure/index.ts";
import { type Bench, type Suite, threadSeconds } from "./suite.ts";

const SHARD_BYTES = 65_536;
const SCHEMES = [
  [4, 10],
  [10, 30],
  [29, 80],
] as const;

export const suite: Suite = {
  name: "erasure",
  about: "encode, and decode with all the data shards lost that may be, shards of 64 KiB, one thread",
  async run(bench) {
    const kernel = await loadKernel();
    for (const [k, n] of SCHEMES) measure(bench, kernel, k, n);
  },
};

function measure(bench: Bench, kernel: ErasureKernel, k: number, n: number): void {
  const coding = scheme(k, n);
  const segment = crypto.getRandomValues(new Uint8Array(SHARD_BYTES)).slice();
  const data = new Uint8Array(k * SHARD_BYTES);
  for (let i = 0; i < k; i++) data.set(segment, i * SHARD_BYTES);
  const runs = bench.isQuick ? 3 : 15;
  const encoding = threadSeconds(runs, () => encodeSegment(kernel, coding, data));
  bench.record(`encode ${k} of ${n}`, data.byteLength / 1e6 / encoding, "MB/s of thread CPU");
  const shards = encodeSegment(kernel, coding, data);
  const kept = shards.map((shard, i) => (i < Math.min(k, n - k) ? undefined : shard));
  const decoding = threadSeconds(runs, () => decodeSegment(kernel, coding, kept, data.byteLength));
  bench.record(`decode ${k} of ${n}`, data.byteLength / 1e6 / decoding, "MB/s of thread CPU");
}
