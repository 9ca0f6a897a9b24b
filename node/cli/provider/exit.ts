// `cairn provider exit`: stop selling, keep what is promised, settle, and take stake and earnings home. Every step is on the chain,
// so that it can be ended at any moment and called again.

import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Ledger } from "../../../contracts/index.ts";
import { CairnError, isCairnError, signClose } from "../../../protocol/index.ts";
import { EXIT } from "../../limits/index.ts";
import { formatTokens } from "../../quantity.ts";
import { readNetworkOf } from "../chain.ts";
import { readPace } from "../chain-pace.ts";
import type { CommandContext, CommandSpec } from "../command.ts";
import { counted } from "../counted.ts";
import { settleAll } from "../ledger-client.ts";
import { toJson } from "../output.ts";
import type { Reading } from "../pages.ts";
import type { Rpc } from "../rpc.ts";
import { canAsk, openQuestions, yesOrNo } from "../questions.ts";
import { shellWord } from "../shell-word.ts";
import { planLines, stepLines } from "./exit-text.ts";
import { type ExitStep, type ExitView, nextStep, readExitView } from "./exit-view.ts";
import { readNodeKey } from "./own-keys.ts";
import { asOwner, type Own } from "./owner.ts";
import { findRunning } from "./running.ts";
import { untilNothingIsOnItsWay } from "./sent-before.ts";

export const exitCommand: CommandSpec = {
  name: "provider exit",
  summary:
    "leave the market: sell no more, keep what is promised, then take back stake and earnings; call it again to go on",
  options: [
    { flags: "--status", about: "say where it stands and what is owed until when; change nothing" },
    { flags: "--yes", about: "accept what leaving binds and costs, which is said before" },
    { flags: "--wait", about: "stay until the stake is back; Ctrl-C does no harm, call it again" },
    {
      flags: "--consents <file>",
      about: "write the provider's consent that clients may end their allocations at once",
    },
  ],
  examples: [
    "cairn provider exit --folder /srv/cairn --status    # what would it cost, and until when",
    "cairn provider exit --folder /srv/cairn             # asks before it announces anything",
    "cairn provider exit --folder /srv/cairn --yes --wait",
  ],
  run: exit,
};

/** A closing by consent has to reach the client and the chain in this time. */
const CONSENT_SECONDS = 30 * 86_400;

async function exit(context: CommandContext): Promise<number> {
  return asOwner(context, async (own) => {
    const reading: Reading = { ledger: own.ledger, output: context.output, signal: context.signal };
    const network = await readNetworkOf(context.config);
    const rpc = { url: network.rpcUrl, signal: context.signal };
    const { roundSeconds } = await readPace(rpc, network);
    const leaving: Leaving = { context, own, reading, rpc, roundSeconds, bondedUntil: 0 };
    if (typeof context.options["consents"] === "string") await writeConsents(leaving, context.options["consents"]);
    if (context.options["status"] === true) return await report(leaving, [], await look(leaving));
    return await leave(leaving).catch((error: unknown) => {
      throw context.signal.aborted ? stopped(error) : error;
    });
  });
}

function stopped(cause: unknown): CairnError {
  const message = "Stopped. Nothing is lost: what was done is on the chain. Call it again to go on.";
  return new CairnError("ERR_ABORTED", message, { cause });
}

interface Leaving {
  readonly context: CommandContext;
  readonly own: Own;
  readonly reading: Reading;
  readonly rpc: Rpc;
  readonly roundSeconds: number;
  /** The round before which the chain has refused to let the stake go; 0 until it has. */
  bondedUntil: number;
}

async function look({ own, reading, context, bondedUntil }: Leaving): Promise<ExitView> {
  const record = await own.ledger.provider(own.record.owner, { signal: context.signal });
  const view = await readExitView(reading, own.ledger, record ?? own.record);
  return { ...view, freeRound: Math.max(view.freeRound, bondedUntil) };
}

/** Does one step after the other, until one has to be waited for, or to the end with --wait. */
async function leave(leaving: Leaving): Promise<number> {
  const { context, own, rpc } = leaving;
  const done: string[] = [];
  await untilNothingIsOnItsWay({
    rpc,
    account: own.record.owner,
    pollMs: context.config.pollSeconds * 1000,
    timeoutMs: EXIT.sentMs,
    onWait: () => context.output.say("What was sent before is on its way: waiting until the chain has it."),
  });
  for (;;) {
    const view = await look(leaving);
    const step = nextStep(view);
    if (step.kind === "done") return report(leaving, done, view);
    if (step.kind === "wait") {
      if (context.options["wait"] !== true) return report(leaving, done, view);
      await untilRound(leaving, view, step);
      continue;
    }
    const line = await takeUnlessDone(leaving, view, step);
    if (line === undefined) continue;
    context.output.say(line);
    done.push(line);
  }
}

type OwnStep = Exclude<ExitStep, { kind: "wait" | "done" }>;

/**
 * One step, or undefined if the chain has moved on by itself: what this command had sent before it was stopped came in, or somebody else
 * settled or decided. The chain refuses it then, and what comes next is another step, or the same one with less to do.
 */
async function takeUnlessDone(leaving: Leaving, view: ExitView, step: OwnStep): Promise<string | undefined> {
  try {
    return await take(leaving, view, step);
  } catch (error) {
    if (!isCairnError(error, "ERR_REVERTED")) throw error;
    leaving.bondedUntil = Math.max(leaving.bondedUntil, bondOf(error));
    if (isDeepStrictEqual(nextStep(await look(leaving)), step)) throw error;
    return undefined;
  }
}

/** The chain knows best when the stake is free: an allocation that was closed early binds it until it is settled. 0 for any other refusal. */
function bondOf({ facts }: CairnError): number {
  if (!String(facts["reason"]).endsWith("StillBonded")) return 0;
  const [until = 0] = (facts["args"] ?? []) as (number | bigint)[];
  return Number(until);
}

/** One step; resolves with what was done. */
async function take(leaving: Leaving, view: ExitView, step: OwnStep): Promise<string> {
  const { own, reading, context } = leaving;
  const wait = { signal: context.signal };
  switch (step.kind) {
    case "announce":
      await agree(leaving, view);
      await own.ledger.exit(wait);
      return "announced: nothing more is sold";
    case "settle": {
      const { allocations } = await settleAll(reading, view.toSettle);
      return `settled ${counted(allocations.length, "allocation")}`;
    }
    case "decide": {
      const disputes = step.disputes.slice(0, EXIT.decisionsAtOnce);
      for (const dispute of disputes) await own.ledger.decide(dispute, wait);
      return `had ${counted(disputes.length, "dispute")} decided that nobody answered`;
    }
    case "finish": {
      const { released } = await own.ledger.exit(wait);
      return `left: the stake of ${formatTokens(released)} tokens is free`;
    }
    case "withdraw":
      return withdraw(own.ledger, context, view);
  }
  return step satisfies never;
}

async function withdraw(ledger: Ledger, { signal }: CommandContext, { record }: ExitView): Promise<string> {
  const { amount } = await ledger.withdraw({ to: record.payout }, { signal });
  return `sent ${formatTokens(amount)} tokens to ${record.payout}`;
}

/** Announcing cannot be taken back: it takes a yes, given to the numbers. */
async function agree({ context, roundSeconds }: Leaving, view: ExitView): Promise<void> {
  const { io, options, json, output, signal } = context;
  for (const line of planLines(view, roundSeconds)) output.say(line);
  if (options["yes"] === true) return;
  if (json || !canAsk(io)) {
    const message = `Nothing was announced: leaving cannot be taken back${view.running.length > 0 ? `, and ${counted(view.running.length, "allocation")} would bind it until then` : ""}. Add --yes to accept what stands above.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, {
      facts: { running: view.running.length, freeRound: view.freeRound, stake: view.record.stake, toEarn: view.toEarn },
    });
  }
  using asking = openQuestions(io, signal);
  const isAgreed = await asking.ask(yesOrNo("Announce it", "This cannot be taken back.", false));
  if (!isAgreed) throw new CairnError("ERR_ABORTED", "Nothing was announced; the provider goes on as before.");
}

async function untilRound(
  { context, own, roundSeconds }: Leaving,
  view: ExitView,
  step: ExitStep & { kind: "wait" },
): Promise<void> {
  const { signal, output, config } = context;
  const lines = stepLines(view, step, await findRunning(config.folder, signal), roundSeconds);
  output.say(lines.join(" "));
  const pauseMs = Math.min(EXIT.lookMs, Math.max(config.pollSeconds, roundSeconds / 4) * 1000);
  for (;;) {
    const { round } = await own.ledger.clock({ signal });
    // A client may close or give notice: look at everything again once in a while.
    if (round >= step.round || round >= view.round + EXIT.roundsToTrust) return;
    output.status(`round ${round} of ${step.round}`);
    await setTimeout(pauseMs, undefined, { signal });
  }
}

async function report({ context, roundSeconds }: Leaving, done: readonly string[], view: ExitView): Promise<number> {
  const { config, output, signal } = context;
  const step = nextStep(view);
  const running = await findRunning(config.folder, signal);
  const { record, round, disputes, freeRound, toEarn, vault, toSettle } = view;
  const ahead =
    record.stage === "active" ? planLines(view, roundSeconds) : stepLines(view, step, running, roundSeconds);
  const value = {
    owner: record.owner,
    stage: record.stage,
    step: step.kind === "wait" ? `wait for ${step.why}` : step.kind,
    round,
    until: step.kind === "wait" ? step.round : null,
    freeRound,
    running: view.running.map(({ id, client, units, endRound }) => ({ id, client, units, endRound })),
    toSettle,
    disputes: disputes.map(({ id, deadline }) => ({ id, deadline })),
    stake: record.stake,
    toEarn,
    vault,
    payout: record.payout,
    daemonRuns: running.state !== "absent",
    done,
  };
  const command = `cairn provider exit --folder ${shellWord(config.folder)}`;
  const again =
    step.kind === "done" ? [] : [step.kind === "wait" ? `Then: ${command} (or add --wait)` : `Next: ${command}`];
  await output.result(value, [...ahead, ...again, ...(step.kind === "done" ? farewell(view) : [])]);
  return 0;
}

function farewell({ record: { owner, payout, nodeKey } }: ExitView): string[] {
  const elsewhere =
    payout === owner
      ? []
      : [`What was earned is in the vault of ${payout}: with its key, cairn wallet withdraw --wallet FILE.`];
  return [
    ...elsewhere,
    `What is left of the chain's currency at ${owner} and ${nodeKey} is yours: the keys in the folder open both.`,
    "The folder can be deleted once you need neither.",
  ];
}

/** The provider's signed word for each running allocation, which its client can take to the chain. */
async function writeConsents(leaving: Leaving, name: string): Promise<void> {
  const { context, own } = leaving;
  const { running } = await look(leaving);
  const { timestamp } = await own.ledger.clock({ signal: context.signal });
  const validUntil = timestamp + CONSENT_SECONDS;
  const { domain } = own.ledger;
  const { signer } = await readNodeKey(context.config.folder);
  const consents = running.map(({ id, client }) => ({
    allocation: id,
    client,
    validUntil,
    signature: signClose(domain, { allocation: id, validUntil }, signer),
  }));
  const file = resolve(context.io.cwd, name);
  await writeFile(file, `${toJson({ version: 1, ...domain, provider: own.record.owner, consents })}\n`);
  context.output.say(
    `${counted(consents.length, "consent")} in ${file}: a client ends its allocation with cairn ledger close`,
  );
}
