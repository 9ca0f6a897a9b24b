// An account's address on the chain: 20 bytes, written in hex with the checksum of EIP-55.
import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { CairnError } from "./errors.ts";

export type Address = `0x${string}`;

export const ADDRESS_BYTES = 20;

/** Stands for "anyone" as the client of an offer. */
export const ZERO_ADDRESS: Address = `0x${"0".repeat(40)}`;

/** 20 bytes → the checksummed text. Throws ERR_INTERNAL for any other length: bytes from peers are measured before. */
export function addressOf(bytes: Uint8Array): Address {
  if (bytes.length !== ADDRESS_BYTES)
    throw new CairnError("ERR_INTERNAL", `An address has 20 bytes, not ${bytes.length}.`);
  return checksummed(bytesToHex(bytes));
}

/** The text's 20 bytes. Throws ERR_CONFIG_INVALID if it is no address (see `isAddress`): addresses in text come from settings. */
export function addressBytes(address: Address): Uint8Array {
  if (!isAddress(address)) {
    throw new CairnError("ERR_CONFIG_INVALID", "Not an address: it is 0x and 40 hex digits, with a checksum if mixed.");
  }
  return hexToBytes(address.slice(2).toLowerCase());
}

/** 0x and 40 hex digits: all lower case, all upper case, or mixed in the way EIP-55 says, so that a slip of the hand shows. */
export function isAddress(text: unknown): text is Address {
  if (typeof text !== "string" || !/^0x[0-9a-fA-F]{40}$/.test(text)) return false;
  const digits = text.slice(2);
  const lower = digits.toLowerCase();
  return digits === lower || digits === digits.toUpperCase() || text === checksummed(lower);
}

/** Equal as accounts, however they are written. */
export function sameAddress(a: Address, b: Address): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function checksummed(lowerHex: string): Address {
  const hash = bytesToHex(keccak_256(new TextEncoder().encode(lowerHex)));
  const digits = Array.from(lowerHex, (digit, i) =>
    Number.parseInt(hash.charAt(i), 16) >= 8 ? digit.toUpperCase() : digit,
  );
  return `0x${digits.join("")}`;
}
