// What a command is: its words, its options, the settings that it looks at, examples, and what it does with them.

import { InvalidArgumentError, type Command, Option } from "commander";
import { loadConfig, type Config, type LoadedConfig } from "../config.ts";
import { SETTING_KEYS, type Scope, type SettingKey, flagName, settingFacts } from "../settings.ts";
import { type Io, Output } from "./output.ts";

/** One command of `cairn`. */
export interface CommandSpec {
  /** Its words: `put`, `provider init`. */
  readonly name: string;
  /** Its arguments in commander's notation: `<file>`, `[link]`. */
  readonly arguments?: readonly (readonly [name: string, about: string])[];
  readonly summary: string;
  /** Settings that it takes as flags besides those of scope `all`. */
  readonly scopes?: readonly Scope[];
  readonly options?: readonly OptionSpec[];
  /** Lines for help: a command and, after two spaces and #, what it does. */
  readonly examples: readonly string[];
  /** Does the work; resolves with an exit code, or nothing for 0. */
  run(context: CommandContext): Promise<number | void>;
}

export interface OptionSpec {
  readonly flags: string;
  readonly about: string;
  /** Text to value; throws InvalidArgumentError. Absent for switches and plain text. */
  readonly parse?: (text: string) => unknown;
}

export interface CommandContext {
  readonly io: Io;
  readonly output: Output;
  readonly config: Config;
  readonly loaded: LoadedConfig;
  readonly arguments: readonly string[];
  /** Values of the command's own options by camelCase name; undefined where not given. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly json: boolean;
  readonly verbose: boolean;
  /** Aborts on the first Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The flags of every command, beside those of settings with scope `all`. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { flags: "--config <path>", about: "settings file (default: config.toml in the data folder, if there is one)" },
  { flags: "--json", about: "print the result as JSON" },
  { flags: "--verbose", about: "print stacks and causes of errors" },
];

/** Parses a whole number within bounds, for options. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Use a whole number from ${least} to ${most}.`);
  };
}

/** Adds the flags of a command's settings and its own options. */
export function addOptions(command: Command, spec: CommandSpec): void {
  for (const option of spec.options ?? []) command.addOption(toOption(option));
  for (const key of settingsOf(spec)) command.addOption(settingOption(key));
  for (const option of COMMON_OPTIONS) command.addOption(toOption(option));
}

/** The settings that a command takes as flags. */
export function settingsOf(spec: CommandSpec): SettingKey[] {
  const scopes: readonly Scope[] = ["all", ...(spec.scopes ?? [])];
  return SETTING_KEYS.filter((key) => scopes.includes(settingFacts(key).scope));
}

/** Runs a command: settings from all layers, then its work. */
export async function runCommand(
  spec: CommandSpec,
  words: readonly string[],
  given: Record<string, unknown>,
  outside: { readonly io: Io; readonly signal: AbortSignal },
): Promise<number> {
  const { io, signal } = outside;
  const loaded = await loadConfig({
    flags: Object.fromEntries(settingsOf(spec).map((key) => [key, given[key]])),
    env: io.env,
    cwd: io.cwd,
    ...(typeof given["config"] === "string" ? { file: given["config"] } : {}),
  });
  const json = given["json"] === true;
  const output = new Output(io, json);
  const verbose = given["verbose"] === true;
  const context = {
    io,
    output,
    config: loaded.values,
    loaded,
    arguments: words,
    options: given,
    json,
    verbose,
    signal,
  };
  return (await spec.run(context)) ?? 0;
}

function settingOption(key: SettingKey): Option {
  const { about, unit, standard } = settingFacts(key);
  const placeholder = unit.replaceAll(" ", "-");
  // The flag alone says yes.
  const value = unit === "true/false" ? `[${placeholder}]` : `<${placeholder}>`;
  return new Option(`${flagName(key)} ${value}`, standard === undefined ? about : `${about} (default: ${standard})`);
}

function toOption({ flags, about, parse }: OptionSpec): Option {
  const option = new Option(flags, about);
  return parse === undefined ? option : option.argParser(parse);
}
