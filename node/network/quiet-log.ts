// libp2p's log, switched off unless DEBUG asks for it: it makes a logger for each stream, which costs more than small requests do.

import type { ComponentLogger, Logger } from "@libp2p/interface";

const ignore = (): void => {};

const quiet: Logger = Object.assign(ignore, {
  error: ignore,
  trace: ignore,
  enabled: false,
  newScope: (): Logger => quiet,
});

export const quietLog: ComponentLogger = { forComponent: () => quiet };
