// The settings in force: defaults, then the file, then the environment, then flags, each value checked where it stands and
// remembered with where it came from. A file with an unknown key is refused: a misspelt setting must not be ignored.

import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parse as parseToml, TomlError } from "smol-toml";
import { CairnError } from "../protocol/index.ts";
import { isLoopback, parseSocketAddress } from "./socket-address.ts";
import {
  SETTING_KEYS,
  type SettingKey,
  type Settings,
  flagName,
  settingFacts,
  settings,
  variableName,
} from "./settings.ts";

/** The environment variable and the flag that name a settings file; without them it is config.toml in the data folder. */
export const CONFIG_VARIABLE = "CAIRN_CONFIG";
export const CONFIG_FILE = "config.toml";

const COMMENT_COLUMNS = 100;
const MAX_FILE_CHARACTERS = 65_536;
const PATHS: readonly SettingKey[] = ["folder", "network", "wallet"];
const SECRETS: readonly SettingKey[] = ["monitorToken"];

/** Where a value came from: `default`, a file's path, a variable's name or a flag. */
export type Source =
  | { readonly kind: "default" }
  | { readonly kind: "file" | "environment" | "flag"; readonly name: string };

/** The settings with every path absolute and the paths without a value filled in. */
export interface Config extends Settings {
  readonly network: string;
  readonly wallet: string;
}

export interface LoadedConfig {
  readonly values: Config;
  readonly sources: Readonly<Record<SettingKey, Source>>;
  /** The settings file that was read, if there is one. */
  readonly file: string | undefined;
}

export interface ConfigInputs {
  /** Values of flags by key, only of those that were given. */
  readonly flags?: Readonly<Partial<Record<SettingKey, unknown>>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A settings file that must exist. */
  readonly file?: string;
  /** Where relative paths of flags and variables start. Default: the process's own. */
  readonly cwd?: string;
}

interface Given {
  readonly value: unknown;
  readonly source: Source;
}
type Layer = Partial<Record<SettingKey, Given>>;

/** Reads all four layers. Throws ERR_CONFIG_INVALID { key, source, allowed } for the first value that is not allowed. */
export async function loadConfig(inputs: ConfigInputs = {}): Promise<LoadedConfig> {
  const { flags = {}, env = {}, cwd = process.cwd() } = inputs;
  const outer = { ...environmentLayer(env), ...flagLayer(flags) };
  const folder = resolve(cwd, checked("folder", outer.folder));
  const named = inputs.file ?? (env[CONFIG_VARIABLE] || undefined);
  const file = named === undefined ? join(folder, CONFIG_FILE) : resolve(cwd, named);
  const text = await readSettingsFile(file, named !== undefined);
  const layer: Layer = { ...(text === undefined ? {} : fileLayer(text, file)), ...outer };
  return { ...settle(layer, cwd), file: text === undefined ? undefined : file };
}

/**
 * Settings as the text of a settings file, each with what it means above it; after them those of `offered` that have no value here,
 * switched off, with their defaults.
 */
export function formatSettingsFile(
  values: Partial<Record<SettingKey, string | number | boolean | readonly string[]>>,
  offered: readonly SettingKey[] = [],
): string {
  const set = SETTING_KEYS.flatMap((key) => {
    const value = values[key];
    return value === undefined ? [] : [...comment(key), `${key} = ${JSON.stringify(value)}`, ""];
  });
  const left = offered.filter((key) => values[key] === undefined);
  const off = left.flatMap((key) => [...comment(key), `# ${key} = ${standardText(key)}`, ""]);
  return [...set, ...off].join("\n");
}

/** The default as TOML; where there is none, what is to be replaced. */
function standardText(key: SettingKey): string {
  const value: unknown = settings.shape[key].parse(undefined);
  const isPlain = typeof value === "boolean" || Array.isArray(value);
  return JSON.stringify(isPlain ? value : (settingFacts(key).standard ?? "…"));
}

function comment(key: SettingKey): string[] {
  const { about, allowed } = settingFacts(key);
  const lines: string[] = [];
  let line = "#";
  for (const word of `${about} (${allowed})`.split(" ")) {
    if (line.length + word.length >= COMMENT_COLUMNS) [line] = (lines.push(line), ["#"]);
    line += ` ${word}`;
  }
  return [...lines, line];
}

function environmentLayer(env: NonNullable<ConfigInputs["env"]>): Layer {
  const layer: Layer = {};
  for (const key of SETTING_KEYS) {
    const name = variableName(key);
    if (env[name]) layer[key] = { value: env[name], source: { kind: "environment", name } };
  }
  return layer;
}

function flagLayer(flags: NonNullable<ConfigInputs["flags"]>): Layer {
  const layer: Layer = {};
  for (const key of SETTING_KEYS) {
    if (flags[key] !== undefined) layer[key] = { value: flags[key], source: { kind: "flag", name: flagName(key) } };
  }
  return layer;
}

function fileLayer(text: string, file: string): Layer {
  const source = { kind: "file", name: file } as const;
  const layer: Layer = {};
  for (const [key, value] of Object.entries(parseFile(text, file))) {
    if (!isSettingKey(key)) throw invalid(key, source, "is not a setting", keysLike(key));
    if (key === "folder")
      throw invalid(key, source, "cannot stand in a file", `${flagName(key)} or ${variableName(key)}`);
    layer[key] = { value, source };
  }
  return layer;
}

function parseFile(text: string, file: string): Record<string, unknown> {
  try {
    return parseToml(text);
  } catch (cause) {
    const where = cause instanceof TomlError ? ` (line ${cause.line}, column ${cause.column})` : "";
    const message = `The settings file ${file} is not TOML${where}: correct it, or remove it to use the defaults.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { source: file }, cause });
  }
}

async function readSettingsFile(file: string, isNamed: boolean): Promise<string | undefined> {
  try {
    const text = await readFile(file, "utf8");
    if (text.length <= MAX_FILE_CHARACTERS) return text;
    throw new RangeError(`it has more than ${MAX_FILE_CHARACTERS} characters`);
  } catch (cause) {
    if (!isNamed && (cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    const isForbidden = (cause as NodeJS.ErrnoException).code === "EACCES";
    const whatToDo = isForbidden ? "run this as the user that it belongs to (sudo -u …)" : "name another with --config";
    const message = `The settings file ${file} cannot be read (${(cause as Error).message}): ${whatToDo}.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts: { source: file }, cause });
  }
}

/** Checks every value, fills in defaults, makes paths absolute from where they were written. */
function settle(layer: Layer, cwd: string): Pick<LoadedConfig, "values" | "sources"> {
  const values: Record<string, unknown> = {};
  const sources = {} as Record<SettingKey, Source>;
  for (const key of SETTING_KEYS) {
    values[key] = checked(key, layer[key]);
    sources[key] = layer[key]?.source ?? { kind: "default" };
    const value = values[key];
    if (PATHS.includes(key) && typeof value === "string") values[key] = resolve(base(sources[key], cwd), value);
  }
  const config = values as unknown as Settings;
  if (config.k >= config.n)
    throw invalid("k", sources.k, `= ${config.k} is not less than n = ${config.n}`, settingFacts("k").allowed);
  checkMonitor(config, sources.monitorListen);
  const network = config.network ?? join(config.folder, "network.json");
  const wallet = config.wallet ?? join(config.folder, "wallet.key");
  return { values: { ...config, network, wallet }, sources };
}

/** Whoever reaches the status page sees what the provider earns and which peers it serves. */
function checkMonitor({ monitorListen, monitorToken }: Settings, source: Source): void {
  const address = parseSocketAddress(monitorListen);
  if (address === undefined || isLoopback(address) || monitorToken !== undefined) return;
  const problem = `= ${JSON.stringify(monitorListen)} can be reached from other machines, and monitorToken is not set`;
  throw invalid("monitorListen", source, problem, "127.0.0.1:4180, or set monitorToken too");
}

function checked<K extends SettingKey>(key: K, given: Given | undefined): Settings[K] {
  const result = settings.shape[key].safeParse(given?.value);
  if (result.success) return result.data as Settings[K];
  const source = given?.source ?? { kind: "default" };
  // A secret that is no good as it stands may be good elsewhere, and errors end up in logs.
  const shown = SECRETS.includes(key) ? "" : `= ${JSON.stringify(given?.value)} `;
  throw invalid(key, source, `${shown}is not allowed`, settingFacts(key).allowed);
}

function base(source: Source, cwd: string): string {
  return source.kind === "file" ? dirname(source.name) : cwd;
}

/** The one key that was probably meant, or all of them. */
function keysLike(key: string): string {
  const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, "");
  const meant = SETTING_KEYS.find((one) => one.length > 3 && isOneEditAway(letters(one), letters(key)));
  return meant ?? `one of ${SETTING_KEYS.join(", ")}`;
}

/** The same text, or one that a letter more, less, or another in its place makes of it. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settings.shape, key);
}

/** Where a value came from, in words. */
export function sourceText(source: Source): string {
  return source.kind === "default" ? "default" : `${source.kind} ${source.name}`;
}

function invalid(key: string, source: Source, problem: string, allowed: string): CairnError {
  const message = `The setting ${key} (${sourceText(source)}) ${problem}: use ${allowed}.`;
  return new CairnError("ERR_CONFIG_INVALID", message, { facts: { key, source: sourceText(source), allowed } });
}
