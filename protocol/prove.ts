// The verb prove: an auditor asks a provider for samples under a root that it committed on chain.
import * as z from "zod";
import { MAX_SAMPLES } from "./bounds.ts";
import { type Frozen, counter, digest, integer } from "./fields.ts";
import { messageCodec } from "./message.ts";
import { refusal } from "./refusal.ts";
import { VERBS } from "./verbs.ts";

/** Samples at positions `H(seed ‖ u32(i)) mod leaves`, i below `count`, under the aggregate root `root`. */
const request = z.strictObject({ root: digest, seed: digest, count: integer(1, MAX_SAMPLES) });

/** `leaves` below that root; `bytes` is the length of the body, which is the proof. */
const proved = z.strictObject({ ok: z.literal(true), leaves: counter, bytes: integer(0, VERBS.prove.maxBody) });
const answer = z.discriminatedUnion("ok", [proved, refusal]);

export type ProveRequest = Frozen<z.infer<typeof request>>;
export type ProveAnswer = Frozen<z.infer<typeof answer>>;

const requests = messageCodec("prove request", request, VERBS.prove.maxRequest);
const answers = messageCodec("prove answer", answer, VERBS.prove.maxAnswer);

export const encodeProveRequest: (message: ProveRequest) => Uint8Array = requests.encode;
export const decodeProveRequest: (bytes: Uint8Array) => ProveRequest = requests.decode;
export const encodeProveAnswer: (message: ProveAnswer) => Uint8Array = answers.encode;
export const decodeProveAnswer: (bytes: Uint8Array) => ProveAnswer = answers.decode;
