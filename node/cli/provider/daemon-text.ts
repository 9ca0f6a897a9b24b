// What the running daemon says of itself, in lines for `cairn provider status`.

import type { Overview } from "../../monitor/index.ts";
import { formatSeconds, formatSize, formatSpan } from "../../quantity.ts";
import { counted } from "../counted.ts";
import { shellWord } from "../shell-word.ts";
import type { Running } from "./running.ts";

/** A line of the report: a word, and what there is to say of it. */
export function line(word: string, text: string): string {
  return `  ${word.padEnd(11)} ${text}`;
}

/** `owes`: something is sold, and has to be proved. */
export function daemonLines(running: Running, folder: string, owes: boolean): string[] {
  if (running.state === "silent") return [line("daemon", `runs; ${running.why}`)];
  if (running.state === "told") return liveLines(running.url, running.overview);
  return [
    line("daemon", `does not run here${owes ? ": what is sold is not proved, and rounds are missed" : ""}`),
    line("", `→ cairn provider start --folder ${shellWord(folder)}, or systemctl start cairn`),
  ];
}

function liveLines(url: string, overview: Overview): string[] {
  const { space, peers, reachability, warnings } = overview;
  const { live, dead, free, capacity, fragments, allocations } = space;
  return [
    line("daemon", daemonOf(overview)),
    line(
      "disk",
      `${formatSize(live)} in ${counted(fragments, "fragment")} of ${counted(allocations, "allocation")}; ${formatSize(free)} of ${formatSize(capacity)} can still be sold, ${formatSize(dead)} are to be cleared away`,
    ),
    line(
      "network",
      `${REACHED[reachability]}; ${counted(peers.connections, "connection")}, ${counted(peers.serving, "request")} being served`,
    ),
    ...warnings.flatMap(({ level, text, whatToDo }) => [
      line(LEVELS[level] ?? "note", text),
      line("", `→ ${whatToDo}`),
    ]),
    ...(warnings.some(({ level }) => level !== "info") ? [] : [line("warnings", "none")]),
    line("page", url),
  ];
}

function daemonOf({ startedAt, now, rounds, chain }: Overview): string {
  const seconds = (now - startedAt) / 1000;
  const span = seconds < 3600 ? formatSeconds(Math.round(seconds)) : formatSpan(seconds);
  const down = chain.isDown ? "; the chain does not answer it" : "";
  return `runs for ${span}: ${counted(rounds.passed, "round")} proved since its start, ${rounds.missed} missed${down}`;
}

const LEVELS: Readonly<Record<string, string>> = { error: "problem", warn: "warning", info: "note" };

const REACHED: Readonly<Record<Overview["reachability"], string>> = {
  public: "others can dial it",
  relayed: "others reach it through relays only: clients without a public address cannot store here",
  private: "nobody can dial it, so nobody can store here",
  unknown: "nobody has said yet whether it can be dialled",
};
