// The verb sync: what an allocation holds, and each change of it that client and provider co-sign.
import * as z from "zod";
import { MAX_ANNOUNCED, MAX_HOLDINGS, MAX_LIST, MAX_PEAKS } from "./bounds.ts";
import {
  type Frozen,
  allocationState,
  counter,
  digest,
  fragment,
  integer,
  shardIndex,
  signature,
  signedState,
  ticket,
} from "./fields.ts";
import { type MessageCodec, messageCodec } from "./message.ts";
import { refusal } from "./refusal.ts";
import { VERBS } from "./verbs.ts";

const fragments = z.array(fragment).max(MAX_LIST);

/** One subtree of an allocation's sum tree: hash and leaves below it (docs/spec/data.md, peaks). */
const peak = z.strictObject({ hash: digest, leaves: integer(1) });

/** `[shard, fromSegment, toSegment)`: the provider holds this shard of these segments. */
const holding = z
  .tuple([shardIndex, counter, integer(1)])
  .refine(([, from, to]) => from < to, { error: "the run is empty" });

/** The object that an append completes: its digest, and the root of its manifest, which is the last item. */
const appended = z.strictObject({ id: digest, manifest: digest });

const request = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("state"), ticket, allocation: counter }),
  z.strictObject({
    op: z.literal("append"),
    ticket,
    state: allocationState,
    clientSignature: signature,
    items: fragments.min(1),
    object: appended.nullable(),
  }),
  z.strictObject({
    op: z.literal("remove"),
    ticket,
    state: allocationState,
    clientSignature: signature,
    object: digest,
  }),
  z.strictObject({ op: z.literal("items"), ticket, allocation: counter, from: counter }),
  z.strictObject({ op: z.literal("object"), object: digest }),
  z.strictObject({ op: z.literal("announce"), ticket, objects: z.array(digest).min(1).max(MAX_ANNOUNCED) }),
]);

const ok = { ok: z.literal(true) } as const;
const signed = z.strictObject({ ...ok, providerSignature: signature });

const served = {
  state: z.strictObject({
    ...ok,
    items: counter,
    peaks: z.array(peak).max(MAX_PEAKS),
    signed: signedState.nullable(),
  }),
  append: signed,
  remove: signed,
  items: z.strictObject({ ...ok, items: fragments, next: integer(1).nullable() }),
  object: z.strictObject({ ...ok, manifest: fragment, holdings: z.array(holding).max(MAX_HOLDINGS) }),
  announce: z.strictObject({ ...ok, stored: z.array(counter).max(MAX_ANNOUNCED) }),
} as const;

const answer = {
  state: z.discriminatedUnion("ok", [served.state, refusal]),
  append: z.discriminatedUnion("ok", [served.append, refusal]),
  remove: z.discriminatedUnion("ok", [served.remove, refusal]),
  items: z.discriminatedUnion("ok", [served.items, refusal]),
  object: z.discriminatedUnion("ok", [served.object, refusal]),
  announce: z.discriminatedUnion("ok", [served.announce, refusal]),
} as const;

/** A union on `op`; take one with `Extract<SyncRequest, { op: "append" }>`. */
export type SyncRequest = Frozen<z.infer<typeof request>>;
export type SyncOp = SyncRequest["op"];
/** The answer to each op: `SyncAnswer<"state">`, a union on `ok`. */
export type SyncAnswer<Op extends SyncOp = SyncOp> = Frozen<z.infer<(typeof answer)[Op]>>;
export type Holding = Frozen<z.infer<typeof holding>>;

const requests = messageCodec("sync request", request, VERBS.sync.maxRequest);

const answers: { readonly [Op in SyncOp]: MessageCodec<SyncAnswer<Op>> } = {
  state: messageCodec("sync state answer", answer.state, VERBS.sync.maxAnswer),
  append: messageCodec("sync append answer", answer.append, VERBS.sync.maxAnswer),
  remove: messageCodec("sync remove answer", answer.remove, VERBS.sync.maxAnswer),
  items: messageCodec("sync items answer", answer.items, VERBS.sync.maxAnswer),
  object: messageCodec("sync object answer", answer.object, VERBS.sync.maxAnswer),
  announce: messageCodec("sync announce answer", answer.announce, VERBS.sync.maxAnswer),
};

export const encodeSyncRequest: (message: SyncRequest) => Uint8Array = requests.encode;
export const decodeSyncRequest: (bytes: Uint8Array) => SyncRequest = requests.decode;

export function encodeSyncAnswer<Op extends SyncOp>(op: Op, message: SyncAnswer<Op>): Uint8Array {
  return answers[op].encode(message);
}

/** Answers do not repeat their op: the asker knows what it asked. */
export function decodeSyncAnswer<Op extends SyncOp>(op: Op, bytes: Uint8Array): SyncAnswer<Op> {
  return answers[op].decode(bytes);
}
