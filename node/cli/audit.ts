// `cairn audit`: asks every provider for samples, compares with the chain, prints verdicts; exit 1 unless all passed.

import { formatTokens } from "../quantity.ts";
import { loadWallet } from "../wallet.ts";
import type { AuditorComponents, Challenger, DisputeNote, ProviderVerdict, RoundReport } from "../auditor/index.ts";
import { readNetworkOf } from "./chain.ts";
import { type CommandContext, type CommandSpec, wholeNumber } from "./command.ts";
import { EXIT_CODES } from "./exit-code.ts";
import { table } from "../table.ts";

export const auditCommand: CommandSpec = {
  name: "audit",
  summary: "check that the providers still hold what they are paid for; needs no key, no stake and no data",
  scopes: ["auditor"],
  options: [
    {
      flags: "--round <number>",
      about: "judge this round (default: the last one that is over)",
      parse: wholeNumber(0, 2 ** 48),
    },
    {
      flags: "--rounds <count>",
      about: "wait for so many rounds from now on, and judge each when it is over",
      parse: wholeNumber(1, 1_000_000),
    },
    { flags: "--follow", about: "judge every round from now on, until Ctrl-C" },
  ],
  examples: [
    "cairn audit                                   # the last round that is over",
    "cairn audit --rounds 3 --samples 200          # the next three, with more samples",
    "cairn audit --follow --json                   # one JSON document per round and line",
    "cairn audit --follow --dispute                # and what is not shown is asked for on chain, with bonds of the wallet",
  ],
  async run(context) {
    const { config, signal } = context;
    const { openAuditorNode } = await import("../auditor-node.ts");
    const key = config.dispute ? await loadWallet(config.wallet, context.io.env) : undefined;
    const auditor = await openAuditorNode(await readNetworkOf(config), {
      ...(key && { privateKey: key.privateKey }),
      pollMs: config.pollSeconds * 1000,
      signal,
    });
    try {
      let isHeld = true;
      for await (const report of reports(context, auditor)) {
        isHeld &&= report.ok;
        await context.output.item(report, reportLines(report));
      }
      return isHeld ? EXIT_CODES.ok.code : EXIT_CODES.failed.code;
    } finally {
      await auditor.close();
    }
  },
};

async function* reports(context: CommandContext, components: AuditorComponents): AsyncGenerator<RoundReport> {
  const { audit, auditRound, Challenger } = await import("../auditor/index.ts");
  const { config, options, signal } = context;
  const { samples } = config;
  const challenger: { challenger?: Challenger } = config.dispute
    ? { challenger: await Challenger.recall(components, signal) }
    : {};
  if (options["follow"] === true || options["rounds"] !== undefined) {
    const rounds = options["follow"] === true ? {} : { rounds: Number(options["rounds"]) };
    const follow = { samples, signal, pollMs: config.pollSeconds * 1000, ...challenger, ...rounds };
    yield* untilStopped(audit(components, follow), context);
    return;
  }
  const { round } = await components.ledger.clock();
  const wanted = options["round"] === undefined ? Math.max(0, round - 1) : Number(options["round"]);
  if (wanted >= round) context.output.say(`Round ${wanted} is not over: providers may still prove in it.`);
  yield await auditRound(components, wanted, { samples, signal, ...challenger });
}

/** With --follow, Ctrl-C is the way to end it and no failure. */
async function* untilStopped(
  found: AsyncIterable<RoundReport>,
  { options, signal }: CommandContext,
): AsyncGenerator<RoundReport> {
  try {
    yield* found;
  } catch (error) {
    if (options["follow"] !== true || !signal.aborted) throw error;
  }
}

function reportLines({ round, verdicts, disputes, ok }: RoundReport): string[] {
  const heading = `round ${round}: ${verdicts.length} providers with paid room${ok ? ", all passed" : ""}`;
  const lines = disputes.map(disputeLine);
  return verdicts.length === 0
    ? [heading, ...lines]
    : [heading, ...table([["provider", "proved", "verdict", "why"], ...verdicts.map(verdictRow)]), ...lines];
}

function disputeLine({ provider, state, reason, dispute, position, bond, bounty }: DisputeNote): string {
  const name = dispute === undefined ? "dispute" : `dispute ${dispute}`;
  const leaf = position === undefined ? "" : `, leaf ${position}`;
  const won = bounty === undefined ? "" : `; ${formatTokens(bounty)} tokens of the fine are ours`;
  const lost = state === "answered" && bond !== undefined ? `; the bond of ${formatTokens(bond)} tokens is lost` : "";
  return `${name} with ${provider}${leaf}: ${state}, ${reason}${won}${lost}`;
}

function verdictRow({ provider, proved, verdict, reason }: ProviderVerdict): string[] {
  return [provider, proved ? "yes" : "no", verdict, reason];
}
