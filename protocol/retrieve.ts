// The verb retrieve: anyone reads a run of leaves of one fragment, with the hashes that tie it to the fragment's root.
import * as z from "zod";
import { FRAGMENT_LEAVES, MAX_RANGE_SIBLINGS } from "./bounds.ts";
import { type Frozen, digest, fragmentBytes, hashes, integer, leafIndex } from "./fields.ts";
import { messageCodec } from "./message.ts";
import { refusal } from "./refusal.ts";
import { VERBS } from "./verbs.ts";

/** Leaves `[from, to)`; `to` 0 means to the fragment's end. */
const request = z
  .strictObject({ root: digest, from: integer(0, FRAGMENT_LEAVES - 1), to: leafIndex })
  .refine((range) => range.to === 0 || range.to > range.from, { error: "the range is empty", path: ["to"] });

/** `bytes` is the whole fragment's length; the body has `min(to × 256, bytes) − from × 256` bytes. `siblings` as in docs/spec/data.md. */
const served = z.strictObject({ ok: z.literal(true), bytes: fragmentBytes, siblings: hashes(MAX_RANGE_SIBLINGS) });
const answer = z.discriminatedUnion("ok", [served, refusal]);

export type RetrieveRequest = Frozen<z.infer<typeof request>>;
export type RetrieveAnswer = Frozen<z.infer<typeof answer>>;

const requests = messageCodec("retrieve request", request, VERBS.retrieve.maxRequest);
const answers = messageCodec("retrieve answer", answer, VERBS.retrieve.maxAnswer);

export const encodeRetrieveRequest: (message: RetrieveRequest) => Uint8Array = requests.encode;
export const decodeRetrieveRequest: (bytes: Uint8Array) => RetrieveRequest = requests.decode;
export const encodeRetrieveAnswer: (message: RetrieveAnswer) => Uint8Array = answers.encode;
export const decodeRetrieveAnswer: (bytes: Uint8Array) => RetrieveAnswer = answers.decode;
