// Amounts of money as people read them. They are whole numbers of base units, from decimal text, and stay whole numbers: what is
// shown is cut off, never rounded up, so that nobody reads more than there is.

import { TOKEN_DECIMALS, formatTokens } from "../../quantity.ts";

const ONE = 10n ** BigInt(TOKEN_DECIMALS);
const DIGITS = 4;
/** In a sentence. */
export const FEW_DIGITS = 3;
/** Amounts from here on are said with a word, and beyond the last word with a power of ten. */
const WORDS: readonly (readonly [from: bigint, word: string])[] = [
  [10n ** 12n * ONE, "trillion"],
  [10n ** 9n * ONE, "billion"],
  [10n ** 6n * ONE, "million"],
];
const POWER_FROM = 10n ** 15n * ONE;
/** Below a millionth of a token there would be more zeros than digits. */
const POWER_BELOW = ONE / 1_000_000n;
const MONTH_SECONDS = 30n * 86_400n;
const DAY_SECONDS = 86_400n;
const UNITS_PER_TIB = 1n << 20n;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** An amount of the chain has 78 digits at most. */
const DECIMAL = /^\d{1,78}$/;

/** Base units of decimal text; undefined if it is none. */
export function readAmount(text: string | undefined): bigint | undefined {
  return text !== undefined && DECIMAL.test(text) ? BigInt(text) : undefined;
}

/** Tokens with so many significant digits: `0.4213`, `12,345`, `1.284 million`, `5.1 × 10⁻⁹`. */
export function sayTokens(amount: bigint, digits = DIGITS): string {
  if (amount < 0n) return `−${sayTokens(-amount, digits)}`;
  if (amount === 0n) return "0";
  if (amount >= POWER_FROM || amount < POWER_BELOW) return sayFirst(amount, digits);
  const [from, word] = WORDS.find(([from]) => amount >= from) ?? [ONE, ""];
  const number = sayRatio(amount, from, digits);
  return word === "" ? number : `${number} ${word}`;
}

/** Every digit, for those who want to know: `0.421300000000000001`. */
export function sayExactly(amount: bigint): string {
  const [whole = "", fraction] = formatTokens(amount).split(".");
  return fraction === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${fraction}`;
}

/** What an amount per round comes to in a day. */
export function perDay(perRound: bigint, roundSeconds: number): bigint {
  return perTime(perRound, roundSeconds, DAY_SECONDS);
}

/** What a price per unit and round comes to for a TiB in 30 days. */
export function perTibMonth(price: bigint, roundSeconds: number): bigint {
  return perTime(price * UNITS_PER_TIB, roundSeconds, MONTH_SECONDS);
}

/** An amount as a number of tokens, for drawing alone: a float keeps sixteen digits, a screen shows three. */
export function toDrawn(amount: bigint): number {
  return Number(amount) / Number(ONE);
}

/** `1,234,567` */
export function groupDigits(whole: string | number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1.23 × 10¹⁸`, never over two lines. */
export function sayPower(digits: string, power: number): string {
  const raised = String(Math.abs(power)).replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? "");
  return `${digits}\u00a0×\u00a010${power < 0 ? "⁻" : ""}${raised}`;
}

function perTime(perRound: bigint, roundSeconds: number, seconds: bigint): bigint {
  const roundMs = BigInt(Math.max(1, Math.round(roundSeconds * 1000)));
  return (perRound * seconds * 1000n) / roundMs;
}

/** `amount / unit`, cut to the significant digits that its whole part leaves. */
function sayRatio(amount: bigint, unit: bigint, digits: number): string {
  const whole = amount / unit;
  if (whole > 0n) return cut(amount, unit, Math.max(0, digits - whole.toString().length));
  const zeros = unit.toString().length - amount.toString().length - 1;
  return cut(amount, unit, zeros + digits);
}

function cut(amount: bigint, unit: bigint, decimals: number): string {
  const digits = ((amount * 10n ** BigInt(decimals)) / unit).toString().padStart(decimals + 1, "0");
  const whole = groupDigits(digits.slice(0, digits.length - decimals));
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** The first digits, and how large it is. */
function sayFirst(amount: bigint, digits: number): string {
  const all = amount.toString();
  const fraction = all.slice(1, digits).replace(/0+$/, "");
  return sayPower(fraction === "" ? all.slice(0, 1) : `${all[0]}.${fraction}`, all.length - 1 - TOKEN_DECIMALS);
}
