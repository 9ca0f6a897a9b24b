// A worker without a thread: the jobs run on the caller's, and between two of them timers and sockets have their turn.

import { breathe } from "../wait.ts";
import { workerBody } from "./worker-body.ts";
import type { SpawnWorker } from "./worker-port.ts";

export const spawnInlineWorker: SpawnWorker = (events) => {
  const perform = workerBody((answer) => events.answered(answer));
  let tail: Promise<void> = Promise.resolve();
  let isStopped = false;
  return {
    post(order) {
      tail = tail.then(breathe).then(() => (isStopped ? undefined : perform(order)));
    },
    stop() {
      isStopped = true;
      return tail;
    },
  };
};
