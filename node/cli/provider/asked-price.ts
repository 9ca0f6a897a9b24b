// The price that the daemon asks, from the one in the settings. A price by the month needs the length of a round, and so the chain;
// what came of it is kept in the folder, so that a machine that starts before its line does not wait for it.
//
//   <folder>/price.json   { "setting", "perUnitRound", "roundSeconds" }

import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { NetworkFile } from "../../../contracts/index.ts";
import { isCairnError } from "../../../protocol/index.ts";
import { formatPrice, unitPrice } from "../../price.ts";
import { formatSeconds, formatTokens } from "../../quantity.ts";
import { readPace } from "../chain-pace.ts";
import type { CommandContext } from "../command.ts";

const FILE = "price.json";
const MAX_CHARACTERS = 1024;

export interface AskedPrice {
  /** Base units per unit and round. */
  readonly perUnitRound: bigint;
  /** What it is, for people. */
  readonly text: string;
}

/** Throws ERR_RPC_DOWN if a price by the month is new and the chain cannot be asked for it. */
export async function askedPrice(context: CommandContext, network: NetworkFile): Promise<AskedPrice> {
  const { price, folder } = context.config;
  if (price.per === "unit-round") {
    return { perUnitRound: price.amount, text: `${formatTokens(price.amount)} tokens per MiB and round` };
  }
  const setting = formatPrice(price);
  try {
    const { roundSeconds } = await readPace({ url: network.rpcUrl, signal: context.signal }, network);
    const perUnitRound = unitPrice(price, roundSeconds);
    await remember(folder, { setting, perUnitRound: perUnitRound.toString(), roundSeconds });
    return asked(price.amount, perUnitRound, roundSeconds);
  } catch (error) {
    if (!isCairnError(error, "ERR_RPC_DOWN")) throw error;
    const known = await remembered(folder);
    if (known?.setting !== setting) throw error;
    context.output.say("The chain cannot be asked how long a round is: the price of the last start holds.");
    return asked(price.amount, BigInt(known.perUnitRound), known.roundSeconds);
  }
}

function asked(perMonth: bigint, perUnitRound: bigint, roundSeconds: number): AskedPrice {
  const exact = `${formatTokens(perUnitRound)} tokens per MiB and round of ${formatSeconds(roundSeconds)}`;
  return { perUnitRound, text: `${formatTokens(perMonth)} tokens per TiB-month, which is ${exact}` };
}

const fileSchema = z.object({
  setting: z.string(),
  perUnitRound: z.string().regex(/^[1-9]\d{0,21}$/),
  roundSeconds: z.number().positive(),
});

async function remember(folder: string, value: z.infer<typeof fileSchema>): Promise<void> {
  const file = join(folder, FILE);
  // A disk that refuses it is heard of where it matters more.
  await writeFile(`${file}.new`, `${JSON.stringify(value)}\n`, { mode: 0o600 })
    .then(() => rename(`${file}.new`, file))
    .catch(() => {});
}

async function remembered(folder: string): Promise<z.infer<typeof fileSchema> | undefined> {
  try {
    const text = await readFile(join(folder, FILE), "utf8");
    return text.length > MAX_CHARACTERS ? undefined : fileSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
