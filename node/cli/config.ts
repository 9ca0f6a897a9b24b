// `cairn config`: every setting with its value and where it came from.

import { sourceText } from "../config.ts";
import { formatPrice } from "../price.ts";
import { formatSize, formatTokens } from "../quantity.ts";
import { SETTING_KEYS, type SettingKey, type Settings, settingFacts, variableName } from "../settings.ts";
import type { CommandSpec } from "./command.ts";
import { table } from "../table.ts";

/** Variables with our prefix that are no settings and yet mean something. */
const OTHER_VARIABLES = ["CAIRN_CONFIG", "CAIRN_WALLET_KEY"];
const BYTES: readonly SettingKey[] = ["capacity", "uploadLimit", "downloadLimit", "clientCapacity"];
/** Stands for a secret that is set. */
const HIDDEN = "set, not shown";

export const configCommand: CommandSpec = {
  name: "config",
  summary: "print the settings in force, and where each of them comes from",
  scopes: ["client", "provider", "auditor", "local"],
  examples: [
    "cairn config                                  # the settings in this folder",
    "cairn config --folder /srv/cairn --json       # those of another data folder, for a script",
    "CAIRN_CAPACITY='2 TiB' cairn config           # try what a variable does",
  ],
  async run({ output, loaded, io }) {
    const { values, sources, file } = loaded;
    for (const name of unknownVariables(io.env)) output.say(`${name} is not a setting and has no effect.`);
    output.say(file === undefined ? "No settings file." : `Settings file: ${file}`);
    const entries = SETTING_KEYS.map((key) => {
      const value = key === "monitorToken" && values[key] !== undefined ? HIDDEN : (values[key] ?? null);
      return [key, { value, source: sourceText(sources[key]), unit: settingFacts(key).unit }] as const;
    });
    const rows = SETTING_KEYS.map((key) => [key, shown(key, values[key]), sourceText(sources[key])]);
    await output.result(Object.fromEntries(entries), table([["setting", "value", "from"], ...rows]));
  },
};

function shown(key: SettingKey, value: Settings[SettingKey]): string {
  if (key === "monitorToken" && value !== undefined) return HIDDEN;
  if (BYTES.includes(key)) return value === 0 ? "no limit" : formatSize(Number(value));
  if (typeof value === "bigint") return `${formatTokens(value)} tokens`;
  if (typeof value === "object" && "amount" in value) return formatPrice(value);
  if (typeof value === "object") return value.length === 0 ? "none" : value.join(",");
  return value === undefined ? "none" : String(value);
}

function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set<string>([...SETTING_KEYS.map(variableName), ...OTHER_VARIABLES]);
  return Object.keys(env).filter((name) => name.startsWith("CAIRN_") && !known.has(name));
}
