// One round of the local network, from its second block until everybody who owes a proof has given it or given up.

import { auditRound } from "../auditor/index.ts";
import { DEVNET } from "../limits/index.ts";
import { sleep } from "../wait.ts";
import type { Chain } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { AuditorComponents, RoundReport } from "../auditor/index.ts";
import type { RunningMember } from "./member.ts";

export interface RoundParts {
  readonly chain: Chain;
  readonly auditor: AuditorComponents;
  readonly members: readonly RoundMember[];
  readonly signal?: AbortSignal;
}

export interface RoundMember {
  readonly owner: Address;
  readonly running: RunningMember | undefined;
}

/** Mines on to the next round, waits for the proofs, and has the auditor judge it. */
export async function playRound(parts: RoundParts): Promise<RoundReport> {
  const round = await nextRound(parts);
  await untilProved(parts, round);
  return auditRound(parts.auditor, round, parts.signal === undefined ? {} : { signal: parts.signal });
}

// To the second block of the round, in which its challenge is known.
async function nextRound({ chain, auditor, signal }: RoundParts): Promise<number> {
  const before = await auditor.ledger.clock();
  await chain.mine(before.blocksLeft + 2);
  for (;;) {
    const clock = await auditor.ledger.clock();
    if (clock.round > before.round && clock.provable) return clock.round;
    await sleep(DEVNET.roundPollMs, signal);
  }
}

async function untilProved(parts: RoundParts, round: number): Promise<void> {
  const deadline = Date.now() + DEVNET.roundMs;
  while (Date.now() < deadline) {
    const waiting = await Promise.all(parts.members.map((member) => mayStillProve(parts, member, round)));
    if (!waiting.includes(true)) return;
    if ((await parts.auditor.ledger.clock()).round > round) return;
    await sleep(DEVNET.roundPollMs, parts.signal);
  }
}

async function mayStillProve(
  { auditor }: RoundParts,
  { owner, running }: RoundMember,
  round: number,
): Promise<boolean> {
  if (running === undefined) return false;
  const record = await auditor.ledger.provider(owner);
  if (record === undefined || record.liveUnits === 0) return false;
  const [proved] = await auditor.ledger.provedRounds(owner, round, round + 1);
  if (proved === true) return false;
  return (await running.provider?.status())?.failure?.round !== round; // it gave up, and said why
}
