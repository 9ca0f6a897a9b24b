// What a provider is told about its leaving: before it announces it, while it waits, and at the end.

import { formatSpan, formatTokens } from "../../quantity.ts";
import { counted } from "../counted.ts";
import type { Running } from "./running.ts";
import { costOfSilence, type ExitStep, type ExitView } from "./exit-view.ts";

/** In sentences, what leaving costs and binds, before it is announced. */
export function planLines(view: ExitView, roundSeconds: number): string[] {
  const { record, settings, running, freeRound, toEarn } = view;
  const inTime = (round: number): string => spanTo(round, view, roundSeconds);
  const head = [
    `Leaving is for good: ${record.owner} can never register here again. From the announcement on nothing more is sold.`,
  ];
  const stake = `The stake of ${formatTokens(record.stake)} tokens is bound for ${counted(settings.unbondingRounds, "round")} more, until round ${freeRound} (${inTime(freeRound)}).`;
  if (running.length === 0) return [...head, "Nothing is owed to clients.", stake];
  const last = Math.max(...running.map(({ endRound }) => endRound));
  const lost = costOfSilence(view);
  return [
    ...head,
    `${counted(running.length, "allocation")} still to be kept and proved, the last one until round ${last} (${inTime(last)}). That pays up to ${formatTokens(toEarn)} tokens more, and the daemon has to run until then.`,
    stake,
    `If it is switched off before: seven missed rounds take ${formatTokens(lost)} of the ${formatTokens(record.stake)} tokens, and the ${formatTokens(toEarn)} are not paid. A lost dispute takes ${settings.disputeSlashBasisPoints / 100} % besides.`,
    "Clients can end an allocation before its time if they agree: --consents FILE writes what they need for it.",
  ];
}

/** Where it stands now and what comes next, in sentences. */
export function stepLines(view: ExitView, step: ExitStep, running: Running, roundSeconds: number): string[] {
  const { record, freeRound } = view;
  const inTime = (round: number): string => spanTo(round, view, roundSeconds);
  switch (step.kind) {
    case "announce":
      return ["It has not announced that it leaves."];
    case "settle":
      return [`${counted(view.toSettle.length, "allocation")} over and to be settled.`];
    case "decide":
      return [`${counted(step.disputes.length, "dispute")} not answered in time and to be decided: that costs stake.`];
    case "finish":
      return ["Nothing binds the stake any more."];
    case "withdraw":
      return [`It has left; ${formatTokens(view.vault)} tokens wait in the vault.`];
    case "done":
      return ["It has left, and nothing waits in the vault."];
    case "wait":
      break;
  }
  const binds = {
    allocations: `${counted(view.running.length, "allocation")} to be kept and proved; the next one ends with round ${step.round} (${inTime(step.round)}). Up to ${formatTokens(view.toEarn)} tokens are still to be earned.`,
    disputes: `${counted(view.disputes.length, "dispute")} open, to be answered until round ${step.round - 1}.`,
    stake: `The stake is free in round ${step.round} (${inTime(step.round)}).`,
  }[step.why];
  const off = step.why !== "stake" && running.state === "absent";
  return [
    record.stage === "ejected"
      ? "It was ejected, and takes back what is left."
      : `It leaves; announced in round ${record.stageRound}.`,
    binds,
    ...(step.why === "allocations"
      ? [`After the last one the stake is free in round ${freeRound} (${inTime(freeRound)}).`]
      : []),
    ...(off ? ["THE DAEMON DOES NOT RUN HERE: start it, or rounds are missed and the stake shrinks."] : []),
  ];
}

function spanTo(round: number, { round: now }: ExitView, roundSeconds: number): string {
  return round <= now ? "now" : `in about ${formatSpan((round - now) * roundSeconds)}`;
}
