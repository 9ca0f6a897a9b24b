// Answers sync: what an allocation holds, changes of it, and what is held of an object (docs/spec/wire.md).

import { cairnError, decodeSyncRequest, encodeSyncAnswer, sameAddress, VERBS } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { CHUNK_ITEMS, chunkRows } from "./allocation-tree.ts";
import { append, remove } from "./state-changes.ts";
import type { Holding, SyncAnswer, SyncRequest } from "../../protocol/index.ts";
import type { Channel } from "../network/index.ts";
import type { Announcer } from "./announcer.ts";
import type { HeldFragments } from "./held-fragments.ts";
import type { ChangeParts } from "./state-changes.ts";
import type { TicketDesk } from "./ticket-desk.ts";

export interface SyncParts {
  readonly changes: ChangeParts;
  readonly held: HeldFragments;
  readonly tickets: TicketDesk;
  readonly announcer: Announcer;
}

type Request<Op extends SyncRequest["op"]> = Extract<SyncRequest, { op: Op }>;

export async function handleSync(parts: SyncParts, channel: Channel, signal: AbortSignal): Promise<void> {
  const request = decodeSyncRequest(await channel.readMessage(VERBS.sync.maxRequest));
  await channel.writeMessage(await answer(parts, request, channel.remote, signal));
}

async function answer(
  parts: SyncParts,
  request: SyncRequest,
  remote: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (request.op === "state") return encodeSyncAnswer("state", await state(parts, request, remote));
  if (request.op === "append") return encodeSyncAnswer("append", await appended(parts, request, remote));
  if (request.op === "remove") return encodeSyncAnswer("remove", await removed(parts, request, remote));
  if (request.op === "items") return encodeSyncAnswer("items", await items(parts, request, remote));
  if (request.op === "object") return encodeSyncAnswer("object", await object(parts, request));
  return encodeSyncAnswer("announce", await announce(parts, request, remote, signal));
}

async function state(
  { changes, tickets }: SyncParts,
  request: Request<"state">,
  remote: string,
): Promise<SyncAnswer<"state">> {
  const { record } = await changes.book.of(tickets.check(request.ticket, remote), request.allocation);
  return { ok: true, items: record.peaks.items, peaks: [...record.peaks.peaks], signed: record.signed ?? null };
}

async function appended(parts: SyncParts, request: Request<"append">, remote: string): Promise<SyncAnswer<"append">> {
  const client = parts.tickets.check(request.ticket, remote);
  return { ok: true, providerSignature: await append(parts.changes, client, request) };
}

async function removed(parts: SyncParts, request: Request<"remove">, remote: string): Promise<SyncAnswer<"remove">> {
  const client = parts.tickets.check(request.ticket, remote);
  return { ok: true, providerSignature: await remove(parts.changes, client, request) };
}

/** A page ends with its chunk of the tree, so that a reader who starts at 0 gets whole chunks. */
async function items(
  { changes, tickets }: SyncParts,
  request: Request<"items">,
  remote: string,
): Promise<SyncAnswer<"items">> {
  const { record } = await changes.book.of(tickets.check(request.ticket, remote), request.allocation);
  const { from } = request;
  if (record.signed === undefined || from >= record.peaks.items) return { ok: true, items: [], next: null };
  const tree = await changes.trees.get(request.allocation, record.signed.state.seq, record.removedSeq);
  const chunk = Math.floor(from / CHUNK_ITEMS);
  const rows = await chunkRows(changes.tables, tree, chunk);
  const next = (chunk + 1) * CHUNK_ITEMS;
  return {
    ok: true,
    items: rows.slice(from % CHUNK_ITEMS).map(({ root, bytes }) => ({ root, bytes })),
    next: next < tree.items ? next : null,
  };
}

async function object({ changes, held }: SyncParts, request: Request<"object">): Promise<SyncAnswer<"object">> {
  const entries = await changes.objects.find(request.object);
  const [first] = entries;
  if (first === undefined) throw cairnError("ERR_OBJECT_NOT_FOUND", "This provider holds nothing of the object.");
  const holdings: Holding[] = [];
  for (const entry of entries) holdings.push(...(await held.of(entry)));
  return { ok: true, manifest: first.manifest, holdings: withoutRepeats(holdings.slice(0, PROVIDER.holdings)) };
}

/** Only the client's own objects: announcing costs the network a few milliseconds each. */
async function announce(
  { changes, tickets, announcer }: SyncParts,
  request: Request<"announce">,
  remote: string,
  signal: AbortSignal,
): Promise<SyncAnswer<"announce">> {
  const client = tickets.check(request.ticket, remote);
  const own: boolean[] = [];
  for (const digest of request.objects) {
    const entries = await changes.objects.find(digest);
    const clients = entries.map((entry) => changes.book.get(entry.allocation)?.record.terms.client);
    own.push(clients.some((one) => one !== undefined && sameAddress(one, client)));
  }
  const counts = await announcer.announceNow(
    request.objects.filter((_, i) => own[i]),
    signal,
  );
  let at = 0;
  return { ok: true, stored: own.map((is) => (is ? (counts[at++] ?? 0) : 0)) };
}

function withoutRepeats(holdings: readonly Holding[]): Holding[] {
  return [...new Map(holdings.map((holding) => [holding.join(), holding])).values()];
}
