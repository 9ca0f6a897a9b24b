// "Dial me back": how a node learns whether others can reach it. It names ports, a peer dials them at the one host that the question came
// from, and says which answered. Naming no host, the question cannot point that peer at anybody else.
//
// A yes is not believed but seen: a connection from that host has to arrive here. A no can be a lie; several peers are asked.

import { connect, isIP } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { cairnError, decode, encode, refusalOf } from "../../protocol/index.ts";
import { StreamChannel } from "./channel.ts";
import { DialBackBudget } from "./dial-back-budget.ts";
import { peerBusy } from "./faults.ts";
import { hostOf, isDirect, socketAddress } from "./reachable.ts";
import { within } from "./within.ts";
import type { Socket } from "node:net";
import type { Connection, Libp2p, Stream } from "@libp2p/interface";
import type { Arrivals, ExpectedArrivals } from "./arrivals.ts";
import type { NetworkLimits, NetworkLog } from "./network.ts";

export const DIAL_BACK_PROTOCOL = "/cairn/reach/1";
const MAX_MESSAGE_BYTES = 256;
const POLL_MS = 20;
/** Ports of one question: listened on, forwarded, and mapped by the router are seldom more. */
export const MAX_PORTS = 4;

const ports = z.array(z.int().min(1).max(65_535)).max(MAX_PORTS);
const question = z.strictObject({ ports: ports.min(1) });
const answer = z.strictObject({ ok: z.literal(true), host: z.string().max(45), ports });

export interface DialBackParts {
  readonly node: Libp2p;
  readonly arrivals: Arrivals;
  readonly local: boolean;
  readonly limits: NetworkLimits;
  readonly log: NetworkLog;
  /** Cuts what runs. */
  readonly signal: AbortSignal;
}

export interface DialBackAnswer {
  /** The host that the peer saw us come from, and dialled: an IP address. */
  readonly host: string;
  /** Those of the ports asked for that it reached. */
  readonly ports: readonly number[];
}

/** Answers such questions from now on, so many at once and so many in a while, for each host and in all. */
export async function serveDialBack(parts: DialBackParts): Promise<void> {
  const budget = new DialBackBudget(parts.limits);
  await parts.node.handle(
    DIAL_BACK_PROTOCOL,
    (stream, connection) => answerQuestion(stream, connection, budget, parts),
    { maxInboundStreams: 1, maxOutboundStreams: 1 },
  );
}

async function answerQuestion(
  stream: Stream,
  connection: Connection,
  budget: DialBackBudget,
  parts: DialBackParts,
): Promise<void> {
  const { limits, signal, log } = parts;
  const channel = new StreamChannel(stream, connection.remotePeer.toString(), { limits, signal });
  const open: Socket[] = [];
  try {
    if (!(await channel.begun())) return;
    const request = question.safeParse(decode(await channel.readMessage(MAX_MESSAGE_BYTES), MAX_MESSAGE_BYTES));
    if (!request.success) throw cairnError("ERR_MESSAGE_INVALID", "The question names no ports.");
    const host = hostOf(connection.remoteAddr);
    const leave = host === undefined || !isDirect(connection, parts.local) ? undefined : budget.enter(host);
    if (host === undefined || leave === undefined) throw peerBusy(channel.remote);
    try {
      const reached = await reachedPorts(host, new Set(request.data.ports), open, parts);
      await channel.writeMessage(encode({ ok: true, host, ports: reached }));
    } finally {
      leave();
    }
  } catch (error) {
    log.debug(
      { event: "dial-back.failed", err: error, peer: channel.remote },
      "a question for a dial back was not answered",
    );
    if (!channel.answered) await channel.writeMessage(encode(refusalOf(error))).catch(() => {});
  } finally {
    await channel.finish();
    for (const socket of open) socket.destroy();
  }
}

/** Those of the ports where something takes a connection; the connections stay open, for the asking side to see, until `open` ends them. */
async function reachedPorts(
  host: string,
  wanted: ReadonlySet<number>,
  open: Socket[],
  { limits, signal }: DialBackParts,
): Promise<number[]> {
  const reached = await Promise.all([...wanted].map((port) => isReached(host, port, open, limits.dialBackMs, signal)));
  return [...wanted].filter((_, at) => reached[at]);
}

// No more than a TCP connection: our own libp2p would choose it for other things while it lasts, and they would end with it.
async function isReached(
  host: string,
  port: number,
  open: Socket[],
  maxMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const socket = connect({ host, port });
  open.push(socket);
  const done = Promise.withResolvers<boolean>();
  const fail = (): void => done.resolve(false);
  const timer = setTimeout(fail, maxMs);
  socket.once("connect", () => done.resolve(true));
  socket.on("error", fail);
  signal.addEventListener("abort", fail);
  const isConnected = await done.promise;
  clearTimeout(timer);
  signal.removeEventListener("abort", fail);
  return isConnected;
}

/** Asks the peer at the other end of a connection. Throws when it does not answer, or answers no such thing. */
export async function askDialBack(
  connection: Connection,
  wanted: readonly number[],
  parts: DialBackParts,
): Promise<DialBackAnswer> {
  const { limits, signal } = parts;
  const arrivals = parts.arrivals.expect(hostOf(connection.remoteAddr) ?? "");
  try {
    return await within(limits.dialBackMs * 2, signal, async (deadline) => {
      const stream = await connection.newStream(DIAL_BACK_PROTOCOL, { signal: deadline, maxOutboundStreams: 1 });
      const channel = new StreamChannel(stream, connection.remotePeer.toString(), { limits, signal: deadline });
      try {
        await channel.writeMessage(encode({ ports: wanted }));
        const reply = answer.parse(decode(await channel.readMessage(MAX_MESSAGE_BYTES), MAX_MESSAGE_BYTES));
        return await checked(reply, wanted, arrivals, parts);
      } finally {
        await channel.finish();
      }
    });
  } finally {
    arrivals.stop();
  }
}

async function checked(
  { host, ports: said }: z.infer<typeof answer>,
  wanted: readonly number[],
  arrivals: ExpectedArrivals,
  { limits, local }: DialBackParts,
): Promise<DialBackAnswer> {
  const isHost = isIP(host) !== 0 && socketAddress(host, 1, local) !== undefined;
  if (!isHost) throw cairnError("ERR_MESSAGE_INVALID", "The peer saw us at an address that nobody can dial.");
  const reached = wanted.filter((port) => said.includes(port));
  // A connection may be seen here a moment after the answer.
  for (let waited = 0; arrivals.count < reached.length; waited += POLL_MS) {
    if (waited >= limits.dialBackSeenMs)
      throw cairnError("ERR_MESSAGE_INVALID", "The peer made up that it reached us.");
    await delay(POLL_MS, undefined, { ref: false });
  }
  return { host, ports: reached };
}
