// Answers prove: samples for an auditor under a root that this provider committed. An audit costs up to 256 reads and a
// few seconds of hashing, so only a few run at once and a few more wait. A corrupt fragment is admitted by its id.

import { cairnError, isCairnError, decodeProveRequest, encodeProveAnswer, VERBS } from "../../protocol/index.ts";
import { PROVIDER } from "../limits/index.ts";
import { buildProof } from "./proof-builder.ts";
import type { Channel } from "../network/index.ts";
import type { ProofParts } from "./proof-builder.ts";
import type { SnapshotShelf } from "./snapshot-shelf.ts";
import type { Turnstile } from "./turnstile.ts";

export interface ProveParts {
  readonly proofs: ProofParts;
  readonly shelf: SnapshotShelf;
  readonly audits: Turnstile;
}

export async function handleProve(parts: ProveParts, channel: Channel, signal: AbortSignal): Promise<void> {
  const { root, seed, count } = decodeProveRequest(await channel.readMessage(VERBS.prove.maxRequest));
  const snapshot = parts.shelf.get(root);
  if (snapshot === undefined) throw cairnError("ERR_ROOT_UNKNOWN");
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(PROVIDER.auditMs)]);
  const work = (): Promise<Uint8Array> => buildProof(parts.proofs, snapshot, { seed, count }, deadline);
  try {
    const proof = await parts.audits.pass(channel.remote, work, deadline);
    await channel.writeMessage(encodeProveAnswer({ ok: true, leaves: snapshot.leaves, bytes: proof.byteLength }));
    await channel.write(proof);
  } catch (error) {
    if (deadline.aborted) throw cairnError(signal.aborted ? "ERR_ABORTED" : "ERR_TIMEOUT", undefined, { cause: error });
    if (!isCairnError(error, "ERR_FRAGMENT_CORRUPT")) throw error;
    await channel.writeMessage(
      encodeProveAnswer({ ok: false, code: error.code, detail: String(error.facts["fragment"]) }),
    );
  }
}
