// What `cairn provider doctor` asks of the chain: the endpoint, the registration, the stake, and funds for gas.

import type { Ledger, MarketSettings, NetworkFile, ProviderRecord } from "../../../contracts/index.ts";
import { isCairnError } from "../../../protocol/index.ts";
import { DOCTOR, PROVIDER } from "../../limits/index.ts";
import { monthPrice, unitPrice } from "../../price.ts";
import type { ProviderKeys } from "../../provider-keys.ts";
import { formatSeconds, formatSize, formatSpan, formatTokens, shortTokens } from "../../quantity.ts";
import { openLedger } from "../chain.ts";
import { type Pace, readPace } from "../chain-pace.ts";
import type { CommandContext } from "../command.ts";
import { counted } from "../counted.ts";
import { shellWord } from "../shell-word.ts";
import { withPatience } from "./chain-patience.ts";
import { type Check, fault, ok, warning } from "./check.ts";
import { proofGas } from "./gas.ts";
import { readTerms } from "./market-terms.ts";

const UNIT_BYTES = 2 ** 20;
const SECONDS_A_DAY = 86_400;

export interface ChainView {
  readonly checks: readonly Check[];
  readonly pace: Pace | undefined;
  readonly record: ProviderRecord | undefined;
}

/** Everything that the chain can tell; with the endpoint down only that. */
export async function chainChecks(
  context: CommandContext,
  network: NetworkFile,
  keys: ProviderKeys,
): Promise<ChainView> {
  try {
    return await withPatience(context, (patient) => readChain(patient, network, keys));
  } catch (error) {
    context.signal.throwIfAborted();
    return { checks: [unreachable(error, network)], pace: undefined, record: undefined };
  }
}

async function readChain(context: CommandContext, network: NetworkFile, keys: ProviderKeys): Promise<ChainView> {
  const { signal } = context;
  const ledger: Ledger = await openLedger(context);
  try {
    const pace = await readPace({ url: network.rpcUrl, signal }, network);
    const [settings, record] = await Promise.all([
      ledger.settings({ signal }),
      ledger.provider(keys.owner.signer.address, { signal }),
    ]);
    const facts = { context, network, keys, ledger, pace, settings, record };
    const registration = await registrationCheck(facts);
    const money = [stakeCheck(facts), payoutCheck(facts), await priceCheck(facts), await gasCheck(facts)];
    const checks = [lagCheck(facts), registration, ...money];
    return { checks: checks.filter((each) => each !== undefined), pace, record };
  } finally {
    ledger.close();
  }
}

interface Facts {
  readonly context: CommandContext;
  readonly network: NetworkFile;
  readonly keys: ProviderKeys;
  readonly ledger: Ledger;
  readonly pace: Pace;
  readonly settings: MarketSettings;
  readonly record: ProviderRecord | undefined;
}

function unreachable(error: unknown, { rpcUrl, chainId }: NetworkFile): Check {
  if (isCairnError(error, "ERR_WRONG_CHAIN"))
    return fault("chain", error.message, `Set rpcUrl to an endpoint of chain ${chainId}.`);
  if (isCairnError(error, "ERR_NOT_DEPLOYED"))
    return fault("chain", error.message, "Take the network file anew from whoever runs the network.");
  const why = error instanceof Error ? error.message : String(error);
  return fault(
    "chain",
    `The chain cannot be read through ${rpcUrl}: ${why}`,
    "Check the endpoint or set another with rpcUrl: rounds that are not proved meanwhile are missed.",
  );
}

function lagCheck({ network, pace }: Facts): Check {
  const blockSeconds = pace.roundSeconds / network.roundBlocks;
  const age = Date.now() / 1000 - pace.head.timestamp;
  const where = `${network.rpcUrl} serves chain ${network.chainId} with the market on it`;
  if (age > Math.max(DOCTOR.lagSeconds, DOCTOR.lagBlocks * blockSeconds))
    return warning(
      "chain",
      `${where}, but its newest block is ${formatSeconds(age)} old.`,
      "If the chain goes on elsewhere, the endpoint lags: set another with rpcUrl. If not, this machine's clock may be ahead.",
    );
  return ok(
    "chain",
    `${where}; block ${pace.head.block} is ${formatSeconds(Math.max(0, age))} old, a round lasts ${formatSeconds(pace.roundSeconds)}.`,
  );
}

async function registrationCheck({ record, keys, ledger, context }: Facts): Promise<Check> {
  const owner = keys.owner.signer.address;
  if (record === undefined) {
    const { wallet, gas } = await ledger.balance(owner, { signal: context.signal });
    const { stake } = context.config;
    if (wallet < stake || gas === 0n) {
      const lacks = [
        ...(wallet < stake ? [`${formatTokens(stake - wallet)} tokens`] : []),
        ...(gas === 0n ? ["gas"] : []),
      ];
      return fault(
        "registration",
        `Not registered, and the owner lacks ${lacks.join(" and ")} for it.`,
        `Send them to ${owner}.`,
      );
    }
    return ok("registration", "Not registered yet; the owner has what it takes, and the first start does it.");
  }
  if (record.nodeKey !== keys.node.signer.address)
    return fault(
      "registration",
      `The chain has node key ${record.nodeKey}, and node.key is that of ${keys.node.signer.address}.`,
      "Put the registered node.key back, or go on with `cairn provider rotate`.",
    );
  if (record.stage === "left" || record.stage === "ejected")
    return fault(
      "registration",
      `Provider ${owner} has ${record.stage === "left" ? "left" : "been ejected after seven misses"}.`,
      record.stage === "left"
        ? "Make a new provider in another folder."
        : "Take back what is left of the stake with `cairn provider exit`; make a new provider to go on.",
    );
  if (record.misses > 0)
    return fault(
      "registration",
      `${counted(record.misses, "round")} missed in a row; from the third on each costs stake, the seventh ends it.`,
      "See that the daemon runs, and read its log for why.",
    );
  if (record.openDisputes > 0)
    return warning(
      "registration",
      `${counted(record.openDisputes, "dispute")} open about it.`,
      "The daemon answers them by itself; see `cairn ledger provider` for until when.",
    );
  return ok("registration", `Registered as ${owner}, ${record.stage}, no round missed.`);
}

function stakeCheck({ record, settings, context }: Facts): Check | undefined {
  if (record === undefined || record.stage !== "active") return undefined;
  const { minStake, unitStake } = settings;
  const { capacity, folder } = context.config;
  if (record.stake < minStake)
    return fault(
      "stake",
      `The stake of ${formatTokens(record.stake)} tokens is below the least, ${formatTokens(minStake)}: nothing can be sold.`,
      `Some of it was taken: find out why in the log. Then cairn provider stake ${formatTokens(minStake - record.stake)} --folder ${shellWord(folder)}`,
    );
  const units = unitStake === 0n ? Infinity : Number(record.stake / unitStake);
  const covered = Math.min(units * UNIT_BYTES, capacity);
  const sold = record.nextUnits * UNIT_BYTES;
  if (covered < capacity)
    return warning(
      "stake",
      `The stake of ${formatTokens(record.stake)} tokens lets you sell ${formatSize(covered)} of the ${formatSize(capacity)} offered; ${formatSize(sold)} are sold.`,
      `For all of it: cairn provider stake ${formatTokens(unitStake * BigInt(Math.floor(capacity / UNIT_BYTES)) - record.stake)} --folder ${shellWord(folder)}. Or set a smaller capacity, or let it be until that much is sold.`,
    );
  return ok(
    "stake",
    `The stake of ${formatTokens(record.stake)} tokens covers all ${formatSize(capacity)} offered; ${formatSize(sold)} are sold.`,
  );
}

/** The settings are looked at once, at the registration: who changes them later may believe that it counts. */
function payoutCheck({ record, context }: Facts): Check | undefined {
  const { payout, folder } = context.config;
  if (record === undefined || record.stage === "left") return undefined;
  if (payout !== undefined && payout !== record.payout)
    return warning(
      "payout",
      `Earnings go to ${record.payout} by the chain, and config.toml says ${payout}.`,
      `Run cairn provider payout ${payout} --folder ${shellWord(folder)}, or correct config.toml.`,
    );
  const own = record.payout === record.owner ? "the owner, whose key lies in the folder" : record.payout;
  return ok("payout", `Earnings go to ${own}.`);
}

/** A price that nobody takes looks like any other fault: nobody comes. */
async function priceCheck({ context, network, record, pace }: Facts): Promise<Check | undefined> {
  if (record !== undefined && record.stage !== "active") return undefined;
  const { goingPrice, sellers } = await readTerms(context, network);
  const asked = unitPrice(context.config.price, pace.roundSeconds);
  const text = `You ask ${shortTokens(monthPrice(asked, pace.roundSeconds))} tokens per TiB-month`;
  if (goingPrice === undefined) return ok("price", `${text}; nobody sells here yet.`);
  const others = `the middle one of ${counted(sellers, "provider")} that sell is paid ${shortTokens(monthPrice(goingPrice, pace.roundSeconds))}`;
  if (asked <= goingPrice * DOCTOR.dearTimes) return ok("price", `${text}; ${others}.`);
  return warning(
    "price",
    `${text}; ${others}.`,
    "Clients take cheaper ones first: lower price in config.toml if nobody comes.",
  );
}

/** How long the node key can pay for a proof each round, at the price of now. */
async function gasCheck({ record, keys, ledger, pace, network, context }: Facts): Promise<Check | undefined> {
  if (record?.stage === "left" || record?.stage === "ejected") return undefined; // nothing is left to prove
  const nodeKey = keys.node.signer.address;
  const { gas } = await ledger.balance(nodeKey, { signal: context.signal });
  const cost = proofGas(network.challenges) * pace.gasPrice;
  const what = `Send some of the chain's currency to ${nodeKey}.`;
  const owes = record !== undefined && record.liveUnits + record.nextUnits > 0;
  if (record?.stage === "exiting" && !owes) return undefined;
  if (gas === 0n)
    return fault("gas", "The node key has nothing to pay for transactions with: no round can be proved.", what);
  if (cost === 0n) return ok("gas", "The chain takes nothing for gas now.");
  const rounds = Number(gas / cost);
  const days = (rounds * pace.roundSeconds) / SECONDS_A_DAY;
  const lasts = `${shortTokens(gas)} of the chain's currency at the node key pay for ${rounds} proofs at the present price: ${formatSpan(days * SECONDS_A_DAY)} if every round is paid for.`;
  if (rounds <= PROVIDER.gasRoundsUrgent && owes) return fault("gas", lasts, what);
  const isShort = rounds <= PROVIDER.gasRoundsLow || (days < DOCTOR.gasDays && !network.local);
  return isShort ? warning("gas", lasts, what) : ok("gas", lasts);
}
