// The verb store: a client hands one fragment to a provider, which answers when it is durable.
import * as z from "zod";
import { type Frozen, counter, digest, fragmentBytes, ticket } from "./fields.ts";
import { messageCodec } from "./message.ts";
import { refusal } from "./refusal.ts";
import { VERBS } from "./verbs.ts";

/** `bytes` is the length of the fragment, which follows as the body. */
const request = z.strictObject({ ticket, allocation: counter, root: digest, bytes: fragmentBytes });
const answer = z.discriminatedUnion("ok", [z.strictObject({ ok: z.literal(true) }), refusal]);

export type StoreRequest = Frozen<z.infer<typeof request>>;
export type StoreAnswer = Frozen<z.infer<typeof answer>>;

const requests = messageCodec("store request", request, VERBS.store.maxRequest);
const answers = messageCodec("store answer", answer, VERBS.store.maxAnswer);

export const encodeStoreRequest: (message: StoreRequest) => Uint8Array = requests.encode;
export const decodeStoreRequest: (bytes: Uint8Array) => StoreRequest = requests.decode;
export const encodeStoreAnswer: (message: StoreAnswer) => Uint8Array = answers.encode;
export const decodeStoreAnswer: (bytes: Uint8Array) => StoreAnswer = answers.decode;
