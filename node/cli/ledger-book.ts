// What the commands of `cairn ledger` have in common: whose book it is, and an allocation as a line of it.

import { type Address, CairnError, addressBytes, addressOf, isAddress } from "../../protocol/index.ts";
import type { AllocationRecord, ProviderRecord } from "../../contracts/index.ts";
import { openLedger } from "./chain.ts";
import { type CommandContext, type OptionSpec, wholeNumber } from "./command.ts";
import type { Reading } from "./pages.ts";

export const UNIT_BYTES = 2 ** 20;
const MOST_ROWS = 100_000;
const ROWS = 256;

/** `over`: it can be settled. `ejected`: so can this, because its provider was. */
export type AllocationStage = "starting" | "live" | "over" | "ejected" | "settled";

export const MAX_OPTION: OptionSpec = {
  flags: "--max <count>",
  about: `read at most so many allocations, the newest (default: ${ROWS})`,
  parse: wholeNumber(1, MOST_ROWS),
};

export function rowsOf({ options }: CommandContext): number {
  return typeof options["max"] === "number" ? options["max"] : ROWS;
}

/** Reads with a ledger that needs no key, and closes it. */
export async function reading<T>(context: CommandContext, work: (reading: Reading) => Promise<T>): Promise<T> {
  const ledger = await openLedger(context);
  try {
    return await work({ ledger, output: context.output, signal: context.signal });
  } finally {
    ledger.close();
  }
}

/** The address in an argument, with its checksum. Throws ERR_CONFIG_INVALID for what is none. */
export function addressArgument(text: string): Address {
  if (isAddress(text)) return addressOf(addressBytes(text));
  const message = `${text} is no address: 0x and 40 hex digits, with a checksum if mixed.`;
  throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { address: text } });
}

export function stageOf(
  record: AllocationRecord,
  provider: ProviderRecord | undefined,
  round: number,
): AllocationStage {
  if (record.settled) return "settled";
  if (provider?.ejected === true) return "ejected";
  if (record.endRound <= round) return "over";
  return round < record.startRound ? "starting" : "live";
}

/** Ended for good: anybody may settle it. */
export function canSettle(stage: AllocationStage): boolean {
  return stage === "over" || stage === "ejected";
}
