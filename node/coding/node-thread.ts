// The main module of a worker thread in Node.

import { parentPort } from "node:worker_threads";
import { workerBody } from "./worker-body.ts";
import type { Order } from "./job.ts";

const perform = workerBody((answer) => parentPort?.postMessage(answer));
parentPort?.on("message", (order: Order) => void perform(order));
