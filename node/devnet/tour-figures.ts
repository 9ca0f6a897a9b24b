// Figures that the tour prints, taken from what the auditor and the providers say.

import type { RoundReport } from "../auditor/index.ts";
import type { DevnetProvider } from "./devnet.ts";

export function provedIn(report: RoundReport, owner: string): boolean {
  return report.verdicts.some(({ provider, proved }) => provider === owner && proved);
}

export function shownIn(report: RoundReport, owner: string): number {
  return report.verdicts.find(({ provider }) => provider === owner)?.sampling?.passed ?? 0;
}

export async function gasOf(provider: DevnetProvider): Promise<string> {
  const gas = (await provider.daemon?.status())?.money.lastGas;
  return gas === undefined ? "-" : gas.toLocaleString("en");
}

export function rate(bytes: number, seconds: number): string {
  return `${(bytes / 1e6 / seconds).toFixed(1)} MB/s`;
}

export function short(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, 89)}…`;
}
