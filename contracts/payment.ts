// How the account lets the vault take tokens: a signed permit in the transaction that spends them where the token knows EIP-2612, else `approve` before it.

import { type Hex, encodeFunctionData, formatEther, hexToNumber, slice } from "viem";
import { type Address, cairnError, sameAddress } from "../protocol/index.ts";
import { tokenAbi } from "./abi-set.ts";
import { capital, chainError } from "./chain-error.ts";
import type { Connection } from "./evm-connection.ts";
import type { Wait } from "./ledger.ts";
import type { Sender } from "./transaction.ts";

/** A permit is used in the next block or two; one that lies around should not be usable for long. */
const PERMIT_SECONDS = 3_600n;
/** EIP-2612. */
const PERMIT_TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;
/** EIP-5267: which fields of the domain are in use: name, version, chain id and contract, no salt. */
const PERMIT_FIELDS = "0x0f";

export interface Purse {
  readonly connection: Connection;
  readonly sender: Sender;
  readonly token: Address;
  readonly vault: Address;
}

export interface Permit {
  readonly value: bigint;
  readonly deadline: bigint;
  readonly v: number;
  readonly r: Hex;
  readonly s: Hex;
}

/** Checks that `account` holds `need` base units of the token, which has 18 decimals as ether has. Throws ERR_NOT_ENOUGH_TOKENS `{ need, have }`. */
export async function checkTokens(purse: Purse, account: Address, need: bigint, doing: string): Promise<void> {
  const { client } = purse.connection;
  const have = await client.readContract({
    address: purse.token,
    abi: tokenAbi,
    functionName: "balanceOf",
    args: [account],
  });
  if (have >= need) return;
  throw cairnError(
    "ERR_NOT_ENOUGH_TOKENS",
    `${capital(doing)} needs ${formatEther(need)} tokens, the wallet ${account} has ${formatEther(have)}.`,
    {
      facts: { need, have },
    },
  );
}

export async function allowance(purse: Purse, account: Address): Promise<bigint> {
  const args = [account, purse.vault] as const;
  return purse.connection.client.readContract({
    address: purse.token,
    abi: tokenAbi,
    functionName: "allowance",
    args,
  });
}

/**
 * Lets the vault take `amount`, or `allow` if that is more, in a transaction of its own, unless it may take `amount` already. The call that
 * is to be paid is tried before it: a market that refuses it says so now, and the allowance would have been for nothing.
 */
export async function allowTokens(
  purse: Purse,
  account: Address,
  amount: bigint,
  { allow = 0n, ...paid }: { readonly to: Address; readonly data: Hex; readonly allow?: bigint },
  wait?: Wait,
): Promise<void> {
  if ((await allowance(purse, account)) >= amount) return;
  await tryOut(purse, account, paid);
  const most = allow > amount ? allow : amount;
  const data = (): Hex => encodeFunctionData({ abi: tokenAbi, functionName: "approve", args: [purse.vault, most] });
  const isDone = async (): Promise<boolean> => (await allowance(purse, account)) >= amount;
  await purse.sender.send({ to: purse.token, data, doing: "allowing the vault to take tokens", isDone }, wait);
}

/** Runs the call without sending it. What the token says about an allowance that is not there yet is left out. */
async function tryOut({ connection }: Purse, account: Address, paid: { to: Address; data: Hex }): Promise<void> {
  try {
    await connection.client.call({ account, ...paid });
  } catch (error) {
    const refusal = chainError(error, "", connection.rpcUrl);
    if (String(refusal.facts["reason"]).startsWith("StorageMarket_")) throw error;
  }
}

/**
 * A permit of the account for the vault, or undefined if the token has none: no EIP-5267 domain, or no nonces.
 * `now` is the chain's clock, unix seconds.
 */
export async function signPermit(purse: Purse, amount: bigint, now: number): Promise<Permit | undefined> {
  const { account, client, chainId } = purse.connection;
  if (account === undefined) return undefined;
  const token = { address: purse.token, abi: tokenAbi } as const;
  const answers = await Promise.all([
    client.readContract({ ...token, functionName: "eip712Domain" }),
    client.readContract({ ...token, functionName: "nonces", args: [account.address] }),
  ]).catch(() => undefined);
  if (answers === undefined) return undefined;
  const [[fields, name, version, domainChain, verifyingContract], nonce] = answers;
  if (fields !== PERMIT_FIELDS || domainChain !== BigInt(chainId) || !sameAddress(verifyingContract, purse.token))
    return undefined;
  const deadline = BigInt(now) + PERMIT_SECONDS;
  const signature = await account.signTypedData({
    domain: { name, version, chainId, verifyingContract },
    types: PERMIT_TYPES,
    primaryType: "Permit",
    message: { owner: account.address, spender: purse.vault, value: amount, nonce, deadline },
  });
  return {
    value: amount,
    deadline,
    r: slice(signature, 0, 32),
    s: slice(signature, 32, 64),
    v: hexToNumber(slice(signature, 64)),
  };
}
