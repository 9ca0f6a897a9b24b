// Logs of a daemon, on stderr at the level of the settings: JSON lines by pino for programs, short lines for a person at a terminal.

import { writeSync } from "node:fs";
import { pino, stdTimeFunctions, type Logger } from "pino";
import type { Config } from "../config.ts";

export type { Logger } from "pino";

const STDERR = 2;
/** Of a value in a short line; whole it stands in the JSON. */
const SHOWN_CHARACTERS = 80;

/** Names of facts that hold what nobody may read. None should get this far; these would not get further. */
const SECRET = ["privateKey", "ticket", "token", "signature", "monitorToken"];

/** A log that is flushed line by line, so that a crash loses none. */
export function openLog({ logLevel }: Pick<Config, "logLevel">, isTerminal = process.stderr.isTTY): Logger {
  const options = {
    level: logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: "(hidden)" },
  };
  if (!isTerminal) return pino(options, pino.destination({ fd: STDERR, sync: true }));
  return pino(options, { write: (line: string) => void writeSync(STDERR, shortLine(line)) });
}

/** `12:34:56 warn  what happened  round=7 code=ERR_RPC_DOWN`, from a line of JSON. */
export function shortLine(line: string): string {
  const { level, time, msg, event: _, err, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const clock = new Date(String(time)).toTimeString().slice(0, 8);
  const known = Object.entries({ ...facts, ...errorFacts(err) }).map(([name, value]) => `${name}=${shown(value)}`);
  return `${[clock, String(level).padEnd(5), plain(String(msg)), ...(known.length === 0 ? [] : ["", ...known])].join(" ")}\n`;
}

/** Of an error its code and message; where it arose is in the JSON. */
function errorFacts(err: unknown): object {
  if (typeof err !== "object" || err === null) return err === undefined ? {} : { err };
  const { code, message } = err as { code?: unknown; message?: unknown };
  return { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { reason: message }) };
}

function shown(value: unknown): string {
  const text = plain(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
  const short = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
  return /[\s=]/.test(short) && typeof value === "string" ? JSON.stringify(short) : short;
}

/** Without control characters: a peer's words must not move the cursor of a terminal. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "·");
}
