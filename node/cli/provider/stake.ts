// `cairn provider stake`: more of the owner's tokens for what the market holds, after it took some or to sell more.

import { CairnError } from "../../../protocol/index.ts";
import { formatSize, formatTokens, parseTokens } from "../../quantity.ts";
import type { CommandContext, CommandSpec } from "../command.ts";
import { UNIT_BYTES } from "../ledger-book.ts";
import { asOwner, type Own } from "./owner.ts";

export const stakeCommand: CommandSpec = {
  name: "provider stake",
  arguments: [["<tokens>", "how many to add, which have to be at the owner's address"]],
  summary: "add to the stake of the data folder's provider, so that it can sell more; it comes back with the rest",
  examples: ["cairn provider stake 50 --folder /srv/cairn"],
  run: (context) => asOwner(context, (own) => addStake(context, own)),
};

async function addStake({ arguments: [text = ""], config, output, signal }: CommandContext, own: Own): Promise<void> {
  const { ledger, record } = own;
  const amount = parseTokens(text);
  if (amount === undefined || amount === 0n) throw refused(`${text} is no amount of tokens: give one such as 50.`);
  if (record.stage !== "active")
    throw refused(`Nothing was added: this provider ${STAGES[record.stage]}, and its stake cannot grow any more.`);
  const { hash, block } = await ledger.addStake(amount, { signal });
  const [after, { unitStake }] = await Promise.all([
    ledger.provider(record.owner, { signal }),
    ledger.settings({ signal }),
  ]);
  const stake = after?.stake ?? record.stake + amount;
  const covered = unitStake === 0n ? config.capacity : Number(stake / unitStake) * UNIT_BYTES;
  await output.result({ owner: record.owner, added: amount, stake, hash, block }, [
    `from block ${block} on the stake is ${formatTokens(stake)} tokens`,
    covered >= config.capacity
      ? `That is enough to sell all of ${formatSize(config.capacity)}.`
      : `That is enough to sell ${formatSize(covered)} of ${formatSize(config.capacity)}.`,
  ]);
}

const STAGES = { exiting: "is leaving", ejected: "was ejected", left: "has left" } as const;

function refused(message: string): CairnError {
  return new CairnError("ERR_CONFIG_INVALID", message);
}
