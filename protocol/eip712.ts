// EIP-712: the digest of a typed struct in the domain of one market, so that a signature is worth nothing on another chain or contract.
// Only the types that Cairn signs: flat structs of address, uintN and bytes32.
import { keccak_256 } from "@noble/hashes/sha3.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { type Address, addressBytes } from "./address.ts";
import { CairnError } from "./errors.ts";

/** Which market a signature is for. The rest of the domain is fixed: name "Cairn", version "1". */
export interface Domain {
  readonly chainId: number;
  readonly market: Address;
}

export const DOMAIN_NAME = "Cairn";
export const DOMAIN_VERSION = "1";

export type FieldType = "address" | "bytes32" | `uint${64 | 128 | 256}`;
export interface Field {
  readonly name: string;
  readonly type: FieldType;
}
/** One struct by its name, in the shape that typed-data libraries take: `{ Ticket: [{ name, type }, …] }`. */
export type StructTypes = Readonly<Record<string, readonly Field[]>>;

const WORD_BYTES = 32;
const DOMAIN_TYPE = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";

/**
 * keccak256(0x1901 ‖ domainSeparator ‖ structHash), 32 bytes (EIP-712).
 * `values` holds one value per field of the only struct in `types`: Address, 32 bytes, or a non-negative number or bigint that fits.
 * Throws ERR_INTERNAL for a value that does not: values of peers are checked by the message schemas before.
 */
export function typedDigest(domain: Domain, types: StructTypes, values: Readonly<Record<string, unknown>>): Uint8Array {
  return keccak_256(concatBytes(Uint8Array.of(0x19, 0x01), domainSeparator(domain), structHash(types, values)));
}

export function domainSeparator(domain: Domain): Uint8Array {
  return keccak_256(
    concatBytes(
      hashText(DOMAIN_TYPE),
      hashText(DOMAIN_NAME),
      hashText(DOMAIN_VERSION),
      uintWord(domain.chainId, 256),
      addressWord(domain.market),
    ),
  );
}

/** `Ticket(address client,…)`: the text whose hash is the struct's type hash. */
export function typeText(types: StructTypes): string {
  const [name, fields] = onlyStruct(types);
  return `${name}(${fields.map((field) => `${field.type} ${field.name}`).join(",")})`;
}

function structHash(types: StructTypes, values: Readonly<Record<string, unknown>>): Uint8Array {
  const words = onlyStruct(types)[1].map((field) => fieldWord(field, values[field.name]));
  return keccak_256(concatBytes(hashText(typeText(types)), ...words));
}

function onlyStruct(types: StructTypes): [string, readonly Field[]] {
  const [struct, ...others] = Object.entries(types);
  if (struct === undefined || others.length > 0)
    throw new CairnError("ERR_INTERNAL", "A typed message has one struct.");
  return struct;
}

function fieldWord(field: Field, value: unknown): Uint8Array {
  if (field.type === "address") return addressWord(value as Address);
  if (field.type === "bytes32") return bytesWord(field, value);
  if (typeof value !== "number" && typeof value !== "bigint") throw unfit(field.name);
  return uintWord(value, Number(field.type.slice("uint".length)));
}

function addressWord(address: Address): Uint8Array {
  const word = new Uint8Array(WORD_BYTES);
  word.set(addressBytes(address), WORD_BYTES - 20);
  return word;
}

function bytesWord(field: Field, value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array) || value.length !== WORD_BYTES) throw unfit(field.name);
  return value;
}

function uintWord(value: number | bigint, bits: number): Uint8Array {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw unfit(`uint${bits}`);
  let rest = BigInt(value);
  if (rest < 0n || rest >> BigInt(bits) !== 0n) throw unfit(`uint${bits}`);
  const word = new Uint8Array(WORD_BYTES);
  for (let i = WORD_BYTES - 1; rest > 0n; i--, rest >>= 8n) word[i] = Number(rest & 0xffn);
  return word;
}

function hashText(text: string): Uint8Array {
  return keccak_256(new TextEncoder().encode(text));
}

function unfit(name: string): CairnError {
  return new CairnError("ERR_INTERNAL", `The value of ${name} does not fit its type, so it cannot be signed.`);
}
