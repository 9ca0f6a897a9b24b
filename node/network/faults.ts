// What goes wrong between peers, as CairnErrors.

import { cairnError, isCairnError } from "../../protocol/index.ts";
import type { CairnError } from "../../protocol/index.ts";

export function stalled(peer: string, idleMs: number): CairnError {
  return cairnError("ERR_PEER_STALLED", `Nothing moved between us and ${peer} for ${idleMs} ms.`, {
    facts: { peer, idleMs },
  });
}

export function tooSlow(peer: string, totalMs: number): CairnError {
  return cairnError("ERR_PEER_STALLED", `The request of ${peer} took longer than ${totalMs} ms.`, {
    facts: { peer, totalMs },
  });
}

export function gaveWay(peer: string): CairnError {
  return cairnError("ERR_PEER_STALLED", `The request of ${peer} was too slow to keep its place when another came.`, {
    facts: { peer },
  });
}

export function messageCut(peer: string, cause?: unknown): CairnError {
  return cairnError("ERR_PEER_UNREACHABLE", `${peer} ended the stream before a whole message had arrived.`, {
    facts: { peer },
    cause,
  });
}

export function bodyCut(peer: string, expected: number, received: number, cause?: unknown): CairnError {
  return cairnError("ERR_BODY_TRUNCATED", `${peer} sent ${received} of ${expected} bytes.`, {
    facts: { peer, expected, received },
    cause,
  });
}

export function messageTooLong(peer: string, bytes: number, maxBytes: number): CairnError {
  return cairnError("ERR_MESSAGE_TOO_LONG", `${peer} sent a message of ${bytes} bytes, the limit is ${maxBytes}.`, {
    facts: { peer, bytes, maxBytes },
  });
}

export function lengthMalformed(peer: string): CairnError {
  return cairnError("ERR_MESSAGE_INVALID", `${peer} sent a message whose length prefix is not a short varint.`, {
    facts: { peer },
  });
}

export function writeCut(peer: string, cause?: unknown): CairnError {
  return cairnError("ERR_PEER_UNREACHABLE", `${peer} closed the stream while we were writing to it.`, {
    facts: { peer },
    cause,
  });
}

export function peerBusy(peer: string): CairnError {
  return cairnError("ERR_PEER_BUSY", undefined, { facts: { peer } });
}

export function unreachable(peer: string, addresses: number, cause?: unknown): CairnError {
  return cairnError("ERR_PEER_UNREACHABLE", `${peer} was not reached at ${addresses} given or any known address.`, {
    facts: { peer, addresses },
    cause,
  });
}

export function relayedOnly(peer: string): CairnError {
  const message = `${peer} is behind a router and could not dial us either; only a relay leads to it, which carries no fragments. Use other providers, run this where a public address is open, or have the provider open its port.`;
  return cairnError("ERR_PEER_UNREACHABLE", message, { facts: { peer, relayed: true } });
}

export function notServed(peer: string, protocol: string, cause?: unknown): CairnError {
  return cairnError("ERR_PEER_REFUSED", `${peer} does not serve ${protocol}.`, { facts: { peer, protocol }, cause });
}

export function aborted(cause?: unknown): CairnError {
  return cairnError("ERR_ABORTED", undefined, { cause });
}

/** What an abort signal's reason means to whoever waits: a CairnError stays what it is, a timeout is one, all else was a choice. */
export function abortReason(signal: AbortSignal): CairnError {
  const reason: unknown = signal.reason;
  if (isCairnError(reason)) return reason;
  if (reason instanceof Error && reason.name === "TimeoutError") {
    return cairnError("ERR_TIMEOUT", undefined, { cause: reason });
  }
  return aborted(reason);
}
