/**
 * Random damage to every message of every verb, sent to a real daemon. Each is answered with a refusal whose code says whose fault it
 * is, or reset; nothing of it is stored; and the daemon proves its round meanwhile.
 *
 * A few of each here. All 10,000 of each message, some minutes:
 *   CAIRN_MUTATIONS=10000 npx vitest run test/node/hostile/mutations.test.ts --testTimeout 3600000
 */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fragmentRoot, nobleHasher } from "../../../proofs/index.ts";
import * as protocol from "../../../protocol/index.ts";
import { fragmentOf } from "../provider/small-client.ts";
import { mutants } from "./mutants.ts";
import { startTarget } from "./target.ts";
import type { Look } from "./daemon-process.ts";
import type { Mutant } from "./mutants.ts";
import type { Target } from "./target.ts";

const { VERBS } = protocol;
const COUNT = Number(process.env["CAIRN_MUTATIONS"] ?? 8);
/** Streams open at once. */
const AT_ONCE = 16;

interface Message {
  readonly name: string;
  readonly verb: protocol.Verb;
  readonly bytes: Uint8Array;
  readonly body?: Uint8Array;
  readonly decode: (bytes: Uint8Array) => unknown;
}

let target: Target;
let messages: readonly Message[];

beforeAll(async () => {
  target = await startTarget();
  messages = await validMessages();
});
afterAll(() => target?.stop());

async function validMessages(): Promise<Message[]> {
  const { client, daemon, allocation, items } = target;
  const ticket = client.ticket(daemon);
  const body = fragmentOf(7, 5000);
  const root = fragmentRoot(nobleHasher, body);
  const [item] = items;
  if (item === undefined) throw new Error("the target has no fragments");
  const { state, clientSignature } = await client.proposal(daemon, allocation, [{ root, bytes: body.length }]);
  const { root: committed } = (await target.world.reader.provider(daemon.identity.owner)) ?? {
    root: new Uint8Array(32),
  };
  const sync = (request: protocol.SyncRequest): Message => ({
    name: `sync ${request.op}`,
    verb: "sync",
    bytes: protocol.encodeSyncRequest(request),
    decode: protocol.decodeSyncRequest,
  });
  const object = fragmentOf(8, 32);
  return [
    {
      name: "store",
      verb: "store",
      bytes: protocol.encodeStoreRequest({ ticket, allocation, root, bytes: body.length }),
      body,
      decode: protocol.decodeStoreRequest,
    },
    {
      name: "retrieve",
      verb: "retrieve",
      bytes: protocol.encodeRetrieveRequest({ root: item.root, from: 3, to: 9 }),
      decode: protocol.decodeRetrieveRequest,
    },
    {
      name: "prove",
      verb: "prove",
      bytes: protocol.encodeProveRequest({ root: committed, seed: fragmentOf(9, 32), count: 2 }),
      decode: protocol.decodeProveRequest,
    },
    {
      name: "offer",
      verb: "offer",
      bytes: protocol.encodeOfferRequest({ client: client.account.signer.address, units: 1, rounds: 16 }),
      decode: protocol.decodeOfferRequest,
    },
    {
      name: "offer to extend",
      verb: "offer",
      bytes: protocol.encodeOfferRequest({ client: client.account.signer.address, allocation, rounds: 16 }),
      decode: protocol.decodeOfferRequest,
    },
    sync({ op: "state", ticket, allocation }),
    sync({ op: "append", ticket, state, clientSignature, items: [{ root, bytes: body.length }], object: null }),
    sync({ op: "remove", ticket, state, clientSignature, object }),
    sync({ op: "items", ticket, allocation, from: 0 }),
    sync({ op: "object", object }),
    sync({ op: "announce", ticket, objects: [object] }),
  ];
}

type Outcome = "done" | "refused" | "reset";

/** Sends it, and says what came of it. Throws for an answer that no honest provider gives. */
async function send({ verb, body, decode }: Message, { what, message, wire }: Mutant): Promise<Outcome> {
  const { client, daemon } = target;
  const to = { peer: daemon.network.peer, addresses: daemon.network.addresses };
  const channel = await client.network.open(to, verb, { signal: AbortSignal.timeout(20_000) });
  try {
    const sending = (async () => {
      await channel.write(wire);
      if (body !== undefined) await channel.write(body);
      await channel.end();
    })().catch(() => {}); // what was answered before counts
    const answer = await channel.readMessage(VERBS[verb].maxAnswer).catch(() => undefined);
    await sending;
    if (answer === undefined) return "reset";
    const said = protocol.decode(answer, VERBS[verb].maxAnswer) as { ok: boolean; code?: protocol.ErrorCode };
    if (said.ok) {
      decode(message); // only a message that is still valid is done
      return "done";
    }
    if (said.code === "ERR_INTERNAL" || !protocol.REFUSALS.has(said.code as protocol.ErrorCode))
      throw new Error(`${verb} with ${what} was answered with ${said.code}: ${Buffer.from(wire).toString("hex")}`);
    return "refused";
  } finally {
    channel.abort();
  }
}

async function sendAll(which: number): Promise<Record<Outcome, number>> {
  const message = messages[which] as Message;
  const counts = { done: 0, refused: 0, reset: 0 };
  const source = mutants(
    messages.map(({ bytes }) => bytes),
    which,
    COUNT,
    4711 + which,
  );
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (const mutant of source) counts[await send(message, mutant)]++;
  });
  await Promise.all(lanes);
  return counts;
}

function accounting({ staged, allocations, fragments, payloadBytes }: Look) {
  return { staged, allocations, fragments, payloadBytes };
}

describe("damaged messages", () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    "of kind %i are refused or reset, and leave nothing behind",
    async (which) => {
      const message = messages[which] as Message;
      const before = await target.look();
      const [counts] = await Promise.all([sendAll(which), which === 5 ? target.proveRound() : undefined]);
      const after = await target.look();
      if (COUNT > 8) process.stderr.write(`${message.name}: ${JSON.stringify(counts)}, ${JSON.stringify(after)}\n`);
      expect(counts.done + counts.refused + counts.reset).toBe(COUNT);
      expect(counts.refused).toBeGreaterThan(COUNT / 2);
      expect(accounting(after)).toEqual(accounting(before));
      expect(after.errors).toEqual([]);
    },
  );
});
