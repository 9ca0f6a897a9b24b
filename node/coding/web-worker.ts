// Workers as Web Workers. Shared memory is for pages that are cross-origin isolated only: two headers, COOP and COEP.

import { sleep } from "../wait.ts";
import { CODING } from "../limits/index.ts";
import type { Answer } from "./job.ts";
import type { SpawnWorker } from "./worker-port.ts";

export const spawnWebWorker: SpawnWorker = (events) => {
  // Written out in one piece: bundlers look for this form to find the worker's module.
  const worker = new Worker(new URL("./web-thread.ts", import.meta.url), { type: "module", name: "coding" });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => events.answered(data));
  worker.addEventListener("messageerror", () => events.failed(new Error("A message could not be read.")));
  worker.addEventListener("error", ({ message }) => events.failed(new Error(message)));
  return {
    post: (order) => worker.postMessage(order),
    async stop() {
      worker.terminate();
      await sleep(CODING.lingerMs);
    },
  };
};
