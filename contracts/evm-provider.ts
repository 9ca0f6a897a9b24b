// The ledger's calls about providers: registering, proving, catching up, penalties, leaving.

import { type Hex, type TransactionReceipt, bytesToHex, encodeFunctionData, parseEventLogs } from "viem";
import { type Address, ZERO_ADDRESS } from "../protocol/index.ts";
import { marketAbi } from "./abi-set.ts";
import { isRevert } from "./chain-error.ts";
import { count, providerOf, roundBits } from "./evm-record.ts";
import { type Ledger, MAX_CATCH_UP_ROUNDS, MAX_RECORDS, type Receipt, type RoundProof, type Wait } from "./ledger.ts";
import { type Market, ownAddress } from "./market.ts";
import { approve, checkTokens } from "./payment.ts";
import { receiptOf } from "./transaction.ts";

/** More than any run of skipped rounds that is worth catching up: 4,096 rounds. */
const MAX_CATCH_UPS = 64;

type ProviderCalls = Pick<
  Ledger,
  | "registerProvider"
  | "addStake"
  | "provider"
  | "providers"
  | "providerCount"
  | "providerOf"
  | "prove"
  | "provedRounds"
  | "penalize"
  | "catchUp"
  | "exit"
>;

export function providerCalls(market: Market): ProviderCalls {
  const { run, client } = market.connection;
  const contract = { address: market.address, abi: marketAbi } as const;
  return {
    registerProvider: async ({ nodeKey, peerId, stake }, wait) => {
      const args = [nodeKey, bytesToHex(peerId), stake] as const;
      const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "register", args });
      return receiptOf(await pay(market, stake, data, "registering the provider", wait));
    },
    addStake: async (amount, wait) => {
      const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "addStake", args: [amount] });
      return receiptOf(await pay(market, amount, data, "adding to the stake", wait));
    },
    provider: (owner, wait) =>
      run("reading a provider", wait, async () =>
        providerOf(await client.readContract({ ...contract, functionName: "provider", args: [owner] })),
      ),
    providers: (from, many, wait) =>
      run("reading the list of providers", wait, async () => {
        const args = [BigInt(from), BigInt(Math.min(many, MAX_RECORDS))] as const;
        const records = await client.readContract({ ...contract, functionName: "providers", args });
        return records.map(providerOf).filter((record) => record !== undefined);
      }),
    providerCount: (wait) =>
      run("counting providers", wait, async () =>
        count(await client.readContract({ ...contract, functionName: "providerCount" }), "number of providers"),
      ),
    providerOf: (account, wait) =>
      run("reading whose node key this is", wait, async () => {
        const owner = await client.readContract({ ...contract, functionName: "providerOf", args: [account] });
        return owner === ZERO_ADDRESS ? undefined : owner;
      }),
    prove: (proof, wait) => prove(market, proof, wait),
    provedRounds: (provider, from, to, wait) =>
      run("reading the proved rounds", wait, async () => {
        if (to <= from) return [];
        const words = await client.readContract({
          ...contract,
          functionName: "provedRounds",
          args: [provider, from, to],
        });
        return roundBits(words, from, to);
      }),
    penalize: (provider, wait) => penalize(market, provider, wait),
    catchUp: (provider, rounds, wait) => catchUp(market, provider, rounds, wait),
    exit: (wait) => exit(market, wait),
  };
}

/** Sends a call that takes `amount` from the account's wallet. */
async function pay(
  market: Market,
  amount: bigint,
  data: () => Hex,
  doing: string,
  wait?: Wait,
): Promise<TransactionReceipt> {
  const account = ownAddress(market, doing);
  await market.connection.run(doing, wait, async () => {
    await checkTokens(market.purse, account, amount, doing);
    await approve(market.purse, account, amount, wait);
  });
  return market.sender.send({ to: market.address, data, doing }, wait);
}

async function prove(
  market: Market,
  { round, nextRoot, nextLeaves, proof }: RoundProof,
  wait?: Wait,
): Promise<Receipt> {
  const doing = `proving round ${round}`;
  const args = [round, bytesToHex(nextRoot), nextLeaves, bytesToHex(proof)] as const;
  const call = {
    to: market.address,
    data: (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "prove", args }),
    doing,
  };
  try {
    return receiptOf(await market.sender.send(call, wait));
  } catch (error) {
    if (!isRevert(error, "StorageMarket_CatchUpNeeded")) throw error;
    const contract = { address: market.address, abi: marketAbi } as const;
    const owner = await market.connection.run(doing, wait, () =>
      market.connection.client.readContract({
        ...contract,
        functionName: "providerOf",
        args: [ownAddress(market, doing)],
      }),
    );
    await catchUp(market, owner, MAX_CATCH_UPS * MAX_CATCH_UP_ROUNDS, wait);
    return receiptOf(await market.sender.send(call, wait));
  }
}

async function catchUp(market: Market, provider: Address, rounds: number, wait?: Wait): Promise<Receipt> {
  const contract = { address: market.address, abi: marketAbi } as const;
  const doing = `catching up with the rounds of ${provider}`;
  for (let left = rounds; ; left -= MAX_CATCH_UP_ROUNDS) {
    const args = [provider, Math.min(left, MAX_CATCH_UP_ROUNDS)] as const;
    const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "catchUp", args });
    const receipt = receiptOf(await market.sender.send({ to: market.address, data, doing }, wait));
    if (left <= MAX_CATCH_UP_ROUNDS) return receipt;
    const record = await market.connection.run(doing, wait, () =>
      market.connection.client.readContract({ ...contract, functionName: "provider", args: [provider] }),
    );
    if (record.behind === 0) return receipt;
  }
}

async function penalize(market: Market, provider: Address, wait?: Wait): ReturnType<Ledger["penalize"]> {
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "penalize", args: [provider] });
  const receipt = await market.sender.send({ to: market.address, data, doing: `penalizing ${provider}` }, wait);
  const [penalty] = parseEventLogs({ abi: marketAbi, eventName: "Penalized", logs: receipt.logs });
  const { steps = 0, bounty = 0n, compensation = 0n } = penalty?.args ?? {};
  return { ...receiptOf(receipt), steps, bounty, compensation };
}

async function exit(market: Market, wait?: Wait): ReturnType<Ledger["exit"]> {
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "exit" });
  const receipt = await market.sender.send({ to: market.address, data, doing: "leaving the market" }, wait);
  const [exited] = parseEventLogs({ abi: marketAbi, eventName: "Exited", logs: receipt.logs });
  return { ...receiptOf(receipt), released: exited?.args.stake ?? 0n };
}
