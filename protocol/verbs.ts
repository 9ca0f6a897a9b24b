// The verbs peers speak: one protocol id each, and how long a request, an answer and the raw body that follows one of them may be, in bytes.
import { KIBIBYTE } from "./bounds.ts";

export type Verb = "store" | "retrieve" | "prove" | "sync" | "offer";

export interface VerbLimits {
  readonly protocol: `/cairn/${Verb}/${1 | 2}`;
  readonly maxRequest: number;
  readonly maxAnswer: number;
  readonly maxBody: number;
  /** The message that the body follows. */
  readonly body: "request" | "answer" | "none";
}

export const VERBS = {
  store: {
    protocol: "/cairn/store/1",
    maxRequest: KIBIBYTE,
    maxAnswer: KIBIBYTE,
    maxBody: 1024 * KIBIBYTE,
    body: "request",
  },
  retrieve: {
    protocol: "/cairn/retrieve/1",
    maxRequest: 256,
    maxAnswer: 2 * KIBIBYTE,
    maxBody: 1024 * KIBIBYTE,
    body: "answer",
  },
  prove: {
    protocol: "/cairn/prove/1",
    maxRequest: 256,
    maxAnswer: KIBIBYTE,
    maxBody: 2048 * KIBIBYTE,
    body: "answer",
  },
  sync: {
    protocol: "/cairn/sync/1",
    maxRequest: 512 * KIBIBYTE,
    maxAnswer: 512 * KIBIBYTE,
    maxBody: 0,
    body: "none",
  },
  offer: { protocol: "/cairn/offer/2", maxRequest: 256, maxAnswer: KIBIBYTE, maxBody: 0, body: "none" },
} as const satisfies Record<Verb, VerbLimits>;
