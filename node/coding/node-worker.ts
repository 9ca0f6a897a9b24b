// Workers as threads of Node. A thread that waits does not keep the program running, one that works does.

import { Worker } from "node:worker_threads";
import { TYPE_STRIPPING } from "../type-stripping.ts";
import type { Answer } from "./job.ts";
import type { SpawnWorker } from "./worker-port.ts";

export const spawnNodeWorker: SpawnWorker = (events) => {
  // Neither our environment nor our flags but those that it needs to load: keys may stand in the one, and some of the others are not for
  // threads.
  const execArgv = [...TYPE_STRIPPING];
  const worker = new Worker(new URL("./node-thread.ts", import.meta.url), { name: "coding", execArgv, env: {} });
  let unanswered = 0;
  worker.on("message", (answer: Answer) => {
    if (--unanswered === 0) worker.unref();
    events.answered(answer);
  });
  worker.on("messageerror", (error) => events.failed(error));
  worker.on("error", (error) => events.failed(error));
  worker.on("exit", (code) => events.failed(new Error(`The thread ended with ${code}.`)));
  return {
    post(order) {
      if (unanswered++ === 0) worker.ref();
      worker.postMessage(order);
    },
    async stop() {
      await worker.terminate();
    },
  };
};
