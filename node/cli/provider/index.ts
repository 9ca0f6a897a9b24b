// `cairn provider …`: make the folder of a provider, run it, look at it, look after it, and leave.

import type { CommandSpec } from "../command.ts";
import { doctorCommand } from "./doctor.ts";
import { earningsCommand } from "./earnings.ts";
import { exitCommand } from "./exit.ts";
import { initCommand } from "./init.ts";
import { payoutCommand, rotateCommand } from "./keys.ts";
import { stakeCommand } from "./stake.ts";
import { startCommand } from "./start.ts";
import { statusCommand } from "./status.ts";

export const providerCommands: readonly CommandSpec[] = [
  initCommand,
  startCommand,
  statusCommand,
  doctorCommand,
  earningsCommand,
  payoutCommand,
  stakeCommand,
  rotateCommand,
  exitCommand,
];
