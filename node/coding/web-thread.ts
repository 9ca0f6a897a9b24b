// The main module of a Web Worker.

import { workerBody } from "./worker-body.ts";
import type { Answer, Order } from "./job.ts";

/** What a worker's global scope has; the types of the page's are others. */
interface Scope {
  postMessage(answer: Answer): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Order>) => void): void;
}

const scope = globalThis as unknown as Scope;
const perform = workerBody((answer) => scope.postMessage(answer));
scope.addEventListener("message", ({ data }) => void perform(data));
