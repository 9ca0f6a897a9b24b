// Quantities as people write them: sizes with a unit, token amounts with a point, durations. Text in, exact numbers out.

/** Decimals of the token: an amount of base units is tokens × 10^18. */
export const TOKEN_DECIMALS = 18;

const SHORT_DIGITS = 6;

const SIZE_UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};

/** Bytes of a size such as `10 GiB`, `1.5TB` or `4096`; undefined if it is no size or not a whole number of bytes. */
export function parseSize(text: string): number | undefined {
  const [, digits, unit] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const factor = SIZE_UNITS[unit?.toLowerCase() ?? "none"];
  if (digits === undefined || factor === undefined) return undefined;
  const bytes = Number(digits) * factor;
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** A size for people: three significant figures and a binary unit. */
export function formatSize(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 2 ** (10 * power);
  const digits = power === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${trimZeros(value.toFixed(digits))} ${units[power]}`;
}

/** A size that parses back to exactly these bytes, in the largest unit that divides them: for settings files. */
export function exactSize(bytes: number): string {
  const units = Object.entries({ TiB: 2 ** 40, TB: 1e12, GiB: 2 ** 30, GB: 1e9, MiB: 2 ** 20, MB: 1e6 });
  const [unit, factor] = units.find(([, size]) => bytes >= size && bytes % size === 0) ?? ["B", 1];
  return `${bytes / factor} ${unit}`;
}

/** Base units of a token amount such as `12.5`; undefined if it is no amount or has more than 18 decimals. */
export function parseTokens(text: string): bigint | undefined {
  const [, whole, fraction = ""] = /^\s*(\d{1,30})(?:\.(\d+))?\s*$/.exec(text) ?? [];
  if (whole === undefined || fraction.length > TOKEN_DECIMALS) return undefined;
  return BigInt(whole + fraction.padEnd(TOKEN_DECIMALS, "0"));
}

/** A token amount for people, exact: `1500000000000000000n` is `1.5`. */
export function formatTokens(amount: bigint): string {
  const sign = amount < 0n ? "-" : "";
  const digits = (amount < 0n ? -amount : amount).toString().padStart(TOKEN_DECIMALS + 1, "0");
  return sign + trimZeros(`${digits.slice(0, -TOKEN_DECIMALS)}.${digits.slice(-TOKEN_DECIMALS)}`);
}

/** A token amount with six significant digits, where more would be noise. */
export function shortTokens(amount: bigint): string {
  if (amount < 0n) return `-${shortTokens(-amount)}`;
  const step = 10n ** BigInt(Math.max(0, amount.toString().length - SHORT_DIGITS));
  return formatTokens(((amount + step / 2n) / step) * step);
}

/** Seconds for people: `850 ms`, `12.5 s`, `3 min 20 s`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 120) return `${trimZeros(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A longer time for people, in one unit: `40 min`, `7.5 hours`, `12 days`, `3 years`. */
export function formatSpan(seconds: number): string {
  const units = [
    ["years", 365 * 86_400, 1],
    ["days", 86_400, 2],
    ["hours", 3600, 2],
    ["min", 60, 2],
    ["s", 1, 0],
  ] as const;
  const [unit, length] = units.find(([, size, least]) => seconds >= size * least) ?? ["s", 1];
  const value = seconds / length;
  return `${trimZeros(value.toFixed(value < 10 ? 1 : 0))} ${unit}`;
}

function trimZeros(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
