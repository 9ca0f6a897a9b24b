// Logs of a daemon: JSON lines on stderr, by pino, at the level of the settings.

import { pino, type Logger } from "pino";
import type { Config } from "../config.ts";

export type { Logger } from "pino";

/** A log that is flushed line by line, so that a crash loses none. */
export function openLog({ logLevel }: Config): Logger {
  return pino({ level: logLevel, base: null }, pino.destination({ fd: 2, sync: true }));
}
