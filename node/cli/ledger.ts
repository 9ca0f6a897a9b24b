// `cairn ledger …`: the books of the market in people's words, for any address, without a key.

import type { CommandSpec } from "./command.ts";
import { ledgerClientCommand, ledgerSettleCommand } from "./ledger-client.ts";
import { ledgerCloseCommand } from "./ledger-close.ts";
import { ledgerProviderCommand } from "./ledger-provider.ts";
import { ledgerRoundCommand } from "./ledger-round.ts";

export const ledgerCommands: readonly CommandSpec[] = [
  ledgerProviderCommand,
  ledgerClientCommand,
  ledgerRoundCommand,
  ledgerSettleCommand,
  ledgerCloseCommand,
];
