// What a provider is told about its leaving: before it announces it, while it waits, and at the end.

import type { DisputeRecord } from "../../../contracts/index.ts";
import { formatSpan, formatTokens } from "../../quantity.ts";
import { counted } from "../counted.ts";
import type { Running } from "./running.ts";
import {
  costOfDisputes,
  costOfSilence,
  disputesOf,
  EJECTING_MISSES,
  type ExitStep,
  type ExitView,
  FREE_MISSES,
} from "./exit-view.ts";

/** In sentences, what leaving costs and binds, before it is announced. */
export function planLines(view: ExitView, roundSeconds: number): string[] {
  const { record, settings, running, toEarn } = view;
  const free = earliestFree(view);
  const when = (round: number): string => spanTo(round, view, roundSeconds);
  const head = [
    `Leaving is for good: ${record.owner} can never register here again. From the announcement on nothing more is sold.`,
    ...missesLines(view),
  ];
  const disputes = disputeLines(view, roundSeconds);
  const stake = `The stake of ${formatTokens(record.stake)} tokens is bound for ${counted(settings.unbondingRounds, "round")} more, until round ${free} (${when(free)}).`;
  if (running.length === 0) return [...head, "Nothing is owed to clients.", ...disputes, stake];
  const last = Math.max(...running.map(({ endRound }) => endRound));
  const lost = costOfSilence(view);
  return [
    ...head,
    `${counted(running.length, "allocation")} still to be kept and proved, the last one until round ${last} (${when(last)}). That pays up to ${formatTokens(toEarn)} tokens more, and the daemon has to run until then.`,
    ...disputes,
    stake,
    `If it is switched off before: seven missed rounds take ${formatTokens(lost)} of the ${formatTokens(record.stake)} tokens, and the ${formatTokens(toEarn)} are not paid. A lost dispute takes ${settings.disputeSlashBasisPoints / 100} % besides.`,
    "Clients can end an allocation before its time if they agree: --consents FILE writes what they need for it.",
  ];
}

/** Where it stands now and what comes next, in sentences. */
export function stepLines(view: ExitView, step: ExitStep, running: Running, roundSeconds: number): string[] {
  if (step.kind === "announce") return ["It has not announced that it leaves."];
  if (step.kind === "withdraw") return [`It has left; ${formatTokens(view.vault)} tokens wait in the vault.`];
  if (step.kind === "done") return ["It has left, and nothing waits in the vault."];
  const isOff = running.state === "absent";
  return [
    standing(view),
    ...missesLines(view),
    ...nextLines(view, step, roundSeconds),
    ...disputeLines(view, roundSeconds),
    ...freeLines(view, step, roundSeconds),
    ...(isOff && view.running.length > 0
      ? ["THE DAEMON DOES NOT RUN HERE: start it, or rounds are missed and the stake shrinks."]
      : isOff && disputesOf(view).answerable.length > 0
        ? ["THE DAEMON DOES NOT RUN HERE: start it, so that it can answer."]
        : []),
  ];
}

function standing({ record: { stage, stageRound, stake, earned } }: ExitView): string {
  if (stage !== "ejected") return `It leaves; announced in round ${stageRound}.`;
  const pay = earned > 0n ? `, and ${formatTokens(earned)} tokens that it earned and that are not paid out yet` : "";
  return `It was ejected in round ${stageRound}, after seven rounds in a row without a proof: it sells, proves and earns nothing more. It takes back what is left of the stake, ${formatTokens(stake)} tokens${pay}.`;
}

function nextLines(view: ExitView, step: ExitStep, roundSeconds: number): string[] {
  if (step.kind === "settle") return [`${counted(view.toSettle.length, "allocation")} over and to be settled.`];
  if (step.kind === "finish") return ["Nothing binds the stake any more."];
  if (step.kind !== "wait" || step.why !== "allocations") return [];
  const when = spanTo(step.round, view, roundSeconds);
  return [
    `${counted(view.running.length, "allocation")} to be kept and proved; the next one ends with round ${step.round} (${when}). Up to ${formatTokens(view.toEarn)} tokens are still to be earned.`,
  ];
}

/** The first round in which the stake can be free, with the time to answer what is asked for. */
function earliestFree({ freeRound, disputes }: ExitView): number {
  return Math.max(freeRound, ...disputes.map(({ deadline }) => deadline + 1));
}

function freeLines(view: ExitView, step: ExitStep, roundSeconds: number): string[] {
  if (step.kind === "finish") return [];
  const free = earliestFree(view);
  const isLost = disputesOf(view).overdue.length > 0;
  const after =
    view.running.length > 0 ? "After the last allocation the" : isLost ? "Once that is decided, the" : "The";
  return [`${after} stake is free in round ${free} (${spanTo(free, view, roundSeconds)}).`];
}

/** What rounds missed until now can cost at any time. */
function missesLines({ record: { stage, misses, liveUnits } }: ExitView): string[] {
  if (stage === "ejected" || misses <= FREE_MISSES || liveUnits === 0) return [];
  const missed = `${misses} rounds in a row were missed: anybody may take a part of the stake for each from the third on`;
  if (misses >= EJECTING_MISSES) return [`${missed}, and have it ejected, unless the daemon proves a round before.`];
  return [`${missed}; the seventh ejects it. A round that is proved ends the row.`];
}

/** What is asked for on chain, until when, and what it costs to be silent. */
function disputeLines(view: ExitView, roundSeconds: number): string[] {
  const { answerable, overdue } = disputesOf(view);
  return [
    ...(answerable.length === 0 ? [] : [answerableLine(view, answerable, roundSeconds)]),
    ...(overdue.length === 0
      ? []
      : [
          `${counted(overdue.length, "dispute")} not answered in time and to be decided, which anybody may have done: ${costLine(view, overdue)}.`,
        ]),
  ];
}

function answerableLine(view: ExitView, answerable: readonly DisputeRecord[], roundSeconds: number): string {
  const first = Math.min(...answerable.map(({ deadline }) => deadline));
  const bonds = answerable.reduce((sum, { bond }) => sum + bond, 0n);
  const left = spanTo(first + 1, view, roundSeconds).replace("in about", "about");
  return `${counted(answerable.length, "dispute")} open, to be answered until the end of round ${first} (${left} left). The daemon does it by itself while it runs, has the data and gas for it, and the bond of ${formatTokens(bonds)} tokens is yours then. Without an answer ${costLine(view, answerable)}; until that is decided the stake stays.`;
}

function costLine(view: ExitView, disputes: readonly DisputeRecord[]): string {
  const cost = costOfDisputes(view, disputes);
  const ends = disputes.some(({ kind }) => kind !== "root-leaf") ? " and ends the allocation in question" : "";
  return cost === 0n
    ? `it costs no more stake (one of the same time was lost already)${ends}`
    : `it costs ${formatTokens(cost)} of the ${formatTokens(view.record.stake)} tokens of stake${ends}`;
}

function spanTo(round: number, { round: now }: ExitView, roundSeconds: number): string {
  return round <= now ? "now" : `in about ${formatSpan((round - now) * roundSeconds)}`;
}
