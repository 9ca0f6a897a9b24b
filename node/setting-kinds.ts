// The kinds of values that settings have, each as a schema that takes what TOML has and what flags and variables have, which is text.

import { z } from "zod";
import { addressBytes, addressOf, isAddress } from "../protocol/index.ts";
import { parsePrice } from "./price.ts";
import { parseSize, parseTokens } from "./quantity.ts";
import { parseSocketAddress } from "./socket-address.ts";

export const path = z.string().min(1).max(4096);
const multiaddr = z.string().regex(/^\/(ip4|ip6|dns|dns4|dns6)\/[^/\s]+\/tcp\/\d{1,5}(\/[^\s]*)?$/);
export const multiaddrs = z
  .union([
    z.array(multiaddr),
    z.string().transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(multiaddr).max(16));

/** A number from a number (TOML) or its text (environment, flags). */
export function numeric(schema: z.ZodNumber) {
  return z
    .union([
      z.number(),
      z
        .string()
        .trim()
        .regex(/^\d+(\.\d+)?$/)
        .transform(Number),
    ])
    .pipe(schema);
}

/** Bytes from a count or from text with a unit. */
export function size(least: number) {
  return z
    .union([z.number(), z.string().transform((text) => parseSize(text) ?? Number.NaN)])
    .pipe(z.number().int().min(least).max(Number.MAX_SAFE_INTEGER));
}

/** Base units of the token from an amount in tokens. A TOML float would round: only text and whole numbers are taken. */
export function tokens() {
  return z.union([z.int().nonnegative().transform(String), z.string()]).transform((text, context) => {
    const amount = parseTokens(text);
    if (amount === undefined) context.addIssue({ code: "custom", message: "is no amount of tokens" });
    return amount ?? z.NEVER;
  });
}

/** A price that a market takes, in either way of saying it. */
export function price() {
  return z.union([z.int().nonnegative().transform(String), z.string()]).transform((text, context) => {
    const found = parsePrice(text);
    if (found === undefined) context.addIssue({ code: "custom", message: "is no price that the market takes" });
    return found ?? z.NEVER;
  });
}

/** Bytes per second, or bytes in all; 0 is no limit. */
export function limit() {
  return size(0);
}

/** Text of a socket address in its one form, or `off`. */
export function socketAddress() {
  return z
    .string()
    .trim()
    .refine((text) => text === "off" || parseSocketAddress(text) !== undefined, "is no ADDRESS:PORT");
}

/** Yes or no, in TOML as it is, in text as true or false. */
export function choice() {
  return z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);
}

/** An address of the chain, in the form with a checksum. */
export function address() {
  return z
    .string()
    .refine((text) => isAddress(text), "is no address")
    .transform((text) => addressOf(addressBytes(text)));
}
