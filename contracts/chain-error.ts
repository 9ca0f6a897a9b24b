// What went wrong on the chain or on the way to it, as a CairnError: whatever viem throws comes in, one of our codes goes out.

import { type Abi, BaseError, type Hex, decodeErrorResult, formatEther } from "viem";
import { CairnError, type ErrorCode, cairnError } from "../protocol/index.ts";
import { errorAbi } from "./abi-set.ts";

/** Causes are followed so far and no further: errors of a hostile endpoint could be nested without end. */
const MAX_CAUSES = 16;
const MAX_CAUSE_CHARACTERS = 1_000;
const MAX_REFUSAL_CHARACTERS = 200;
/** Solidity's own Error(string) and Panic(uint256) come besides, from viem. */
const ALL_ERRORS: Abi = errorAbi;

export interface Revert {
  /** The contract's error by name, or the text of a `require`. */
  readonly reason: string;
  readonly args: readonly unknown[];
}

/** `doing` is a clause such as "reading the clock". */
export function chainError(error: unknown, doing: string, rpcUrl: string): CairnError {
  if (error instanceof CairnError) return error;
  const chain = causes(error);
  const cause = plainCause(chain, rpcUrl);
  const revert = findRevert(chain);
  if (revert !== undefined) return revertError(revert, doing, cause);
  const text = chain.map((each) => `${each.name} ${detail(each)}`).join(" ");
  return cairnError(codeOf(text), `${capital(doing)} failed: ${shortly(error, rpcUrl)}`, {
    facts: { rpc: origin(rpcUrl) },
    cause,
  });
}

/** A transaction that reached a block and failed there; `reason` is undefined when it cannot be told any more. */
export function revertError(
  revert: Revert | undefined,
  doing: string,
  cause?: unknown,
  facts: Record<string, unknown> = {},
): CairnError {
  const { reason, args } = revert ?? { reason: "unknown", args: [] };
  if (reason === "ERC20InsufficientBalance") {
    return cairnError(
      "ERR_NOT_ENOUGH_TOKENS",
      `${capital(doing)} needs ${tokens(args[2])} tokens, the wallet has ${tokens(args[1])}.`,
      {
        facts: { need: args[2], have: args[1], ...facts },
        cause,
      },
    );
  }
  const shown = args.length === 0 ? reason : `${reason}(${args.map(String).join(", ")})`;
  return cairnError("ERR_REVERTED", `${capital(doing)} was refused: ${shown}.`, {
    facts: { reason, args, ...facts },
    cause,
  });
}

export function isRevert(error: unknown, reason: string): boolean {
  return error instanceof CairnError && error.code === "ERR_REVERTED" && error.facts["reason"] === reason;
}

/** The nonce was used already, or another transaction with it waits: read it anew. */
export function isNonceTaken(error: unknown): boolean {
  return causes(error).some((cause) =>
    /nonce too low|nonce has already been used|replacement transaction underpriced|NonceTooLow/i.test(detail(cause)),
  );
}

/** The price was below what the next block asks for, or what the endpoint keeps. */
export function isPriceTooLow(error: unknown): boolean {
  return causes(error).some((cause) =>
    /less than block base fee|fee ?cap ?too ?low|transaction underpriced|FeeCapTooLow|max fee per gas/i.test(
      detail(cause),
    ),
  );
}

/** The endpoint has this very transaction: as good as sent. */
export function isAlreadyKnown(error: unknown): boolean {
  return causes(error).some((cause) => /already known|already imported|known transaction/i.test(detail(cause)));
}

/** The endpoint's own words. */
export function refusalOf(error: unknown): string {
  const innermost = causes(error).at(-1);
  const words = innermost instanceof BaseError ? innermost.details : (innermost?.message ?? String(error));
  return (words.split("\n")[0] ?? "").slice(0, MAX_REFUSAL_CHARACTERS);
}

/** No answer came, so it is open whether the endpoint acted. */
export function isTransport(error: unknown): boolean {
  return causes(error).some((cause) =>
    /HttpRequestError|TimeoutError|fetch failed|gave no answer/.test(`${cause.name} ${detail(cause)}`),
  );
}

/** Base units as tokens: 18 decimals, as ether has. */
function tokens(units: unknown): string {
  return typeof units === "bigint" ? formatEther(units) : String(units);
}

function codeOf(text: string): ErrorCode {
  if (/insufficient ?funds|exceeds account balance/i.test(text)) return "ERR_NOT_ENOUGH_GAS";
  if (/HttpRequestError|TimeoutError|RpcRequestError|RpcError/.test(text)) return "ERR_RPC_DOWN";
  // A caller's argument that its type cannot hold, found when encoding it.
  if (/safe \d+-bit|AbiEncoding|BytesSize|InvalidAddress|\bRangeError/.test(text)) return "ERR_INTERNAL";
  // Bytes that the contract's types cannot be, found when decoding them.
  if (/ZeroDataError|AbiDecoding|OutOfBounds|IntegerOutOfRange|returned no data/.test(text)) return "ERR_NOT_DEPLOYED";
  return "ERR_RPC_DOWN";
}

function findRevert(chain: readonly Error[]): Revert | undefined {
  for (const cause of chain) {
    const data = revertData(cause);
    if (data !== undefined) return decodeRevert(data);
  }
  const plain = chain.map(detail).find((text) => /execution reverted|revert(ed)?\b/i.test(text));
  return plain === undefined
    ? undefined
    : { reason: /revert(?:ed)?:? (?:with reason )?(.{1,200})/i.exec(plain)?.[1] ?? "unknown", args: [] };
}

function revertData(cause: Error): Hex | undefined {
  const { data, raw } = cause as { data?: unknown; raw?: unknown };
  const nested = typeof data === "object" && data !== null ? (data as { data?: unknown }).data : undefined;
  for (const value of [raw, data, nested]) {
    if (typeof value === "string" && /^0x[0-9a-f]{8,}$/i.test(value)) return value as Hex;
  }
  return undefined;
}

function decodeRevert(data: Hex): Revert {
  try {
    const { errorName, args } = decodeErrorResult({ abi: ALL_ERRORS, data });
    const list: readonly unknown[] = args ?? [];
    return errorName === "Error" ? { reason: String(list[0]), args: [] } : { reason: errorName, args: list };
  } catch {
    return { reason: `an error this program does not know (${data.slice(0, 10)})`, args: [] };
  }
}

function causes(error: unknown): Error[] {
  const found: Error[] = [];
  for (let at = error; at instanceof Error && found.length < MAX_CAUSES; at = at.cause) found.push(at);
  return found;
}

function detail(error: Error): string {
  return error instanceof BaseError ? `${error.shortMessage} ${error.details}` : error.message;
}

/** viem's errors carry the whole ABI and the endpoint's full address: only their words are kept. */
function plainCause(chain: readonly Error[], rpcUrl: string): Error | undefined {
  if (chain.length === 0) return undefined;
  const text = chain.map((each) => `${each.name}: ${shortly(each, rpcUrl)}`).join(" ");
  return new Error(text.slice(0, MAX_CAUSE_CHARACTERS));
}

function shortly(error: unknown, rpcUrl: string): string {
  const text = error instanceof BaseError ? error.shortMessage : error instanceof Error ? error.message : String(error);
  const line = (text.split("\n")[0] ?? "").replaceAll(rpcUrl, origin(rpcUrl)).slice(0, 200);
  return line.endsWith(".") ? line : `${line}.`;
}

/** Endpoints carry their access key in path or query: neither goes into a message or a log. */
function origin(rpcUrl: string): string {
  try {
    return new URL(rpcUrl).origin;
  } catch {
    return "an address that is no URL";
  }
}

/** For a clause that begins a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
