// The ledger's calls about disputes: opening, answering, deciding, reading.

import { type Hex, bytesToHex, encodeFunctionData, hexToBytes } from "viem";
import type { Address, AllocationState } from "../protocol/index.ts";
import { marketAbi } from "./abi-set.ts";
import { unlessNone } from "./evm-allocation.ts";
import { count, disputeOf } from "./evm-record.ts";
import { type DisputeRecord, type Ledger, MAX_RECORDS, type Receipt, type Wait } from "./ledger.ts";
import { type Market, type MarketCall, marketEvent, payCall, sendCall } from "./market.ts";
import { receiptOf } from "./transaction.ts";

type DisputeCalls = Pick<
  Ledger,
  | "isStateKey"
  | "challengeInclusion"
  | "challengeStateLeaf"
  | "challengeLeaf"
  | "answer"
  | "answerWithState"
  | "decide"
  | "disputeCount"
  | "dispute"
  | "disputes"
>;

type Opened = Receipt & { readonly dispute: number };

export function disputeCalls(market: Market): DisputeCalls {
  const { run, client } = market.connection;
  const contract = { address: market.address, abi: marketAbi } as const;
  const rootOf = async (provider: Address, wait: Wait): Promise<Uint8Array> => {
    const read = () => client.readContract({ ...contract, functionName: "provider", args: [provider] });
    return hexToBytes((await run("reading a provider", wait, read)).root);
  };
  return {
    isStateKey: (allocation, key, wait) =>
      run(`asking whose key signs for allocation ${allocation}`, wait, async () => {
        const ask = client.readContract({ ...contract, functionName: "isStateKey", args: [allocation, key] });
        return (await unlessNone(market, () => ask)) ?? false;
      }),
    challengeInclusion: ({ state, providerSignature }, wait) => {
      const args = [stateStruct(state), bytesToHex(providerSignature)] as const;
      const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "challengeInclusion", args });
      return challenge(market, `asking for state ${state.seq} of allocation ${state.allocation}`, data, wait);
    },
    challengeStateLeaf: ({ state, providerSignature }, position, wait) => {
      const args = [stateStruct(state), bytesToHex(providerSignature), position] as const;
      const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "challengeStateLeaf", args });
      return challenge(market, `asking for leaf ${position} of allocation ${state.allocation}`, data, wait);
    },
    challengeLeaf: async (provider, position, { root, ...wait } = {}) => {
      const committed = root ?? (await rootOf(provider, wait));
      const args = [provider, bytesToHex(committed), position] as const;
      const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "challengeLeaf", args });
      return challenge(market, `asking ${provider} for leaf ${position}`, data, wait);
    },
    answer: async (dispute, proof, wait) => {
      const args = [dispute, bytesToHex(proof)] as const;
      const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "answer", args });
      return answered(market, dispute, data, wait);
    },
    answerWithState: async (dispute, { state, clientSignature, proof }, wait) => {
      const args = [dispute, stateStruct(state), bytesToHex(clientSignature), bytesToHex(proof)] as const;
      const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "answerWithState", args });
      return answered(market, dispute, data, wait);
    },
    decide: (dispute, wait) => decide(market, dispute, wait),
    disputeCount: (wait) =>
      run("counting disputes", wait, async () =>
        count(await client.readContract({ ...contract, functionName: "disputeCount" }), "number of disputes"),
      ),
    dispute: (id, wait) => run(`reading dispute ${id}`, wait, () => readDispute(market, id)),
    disputes: (from, many, wait) =>
      run("reading the list of disputes", wait, async () => {
        const args = [BigInt(from), BigInt(Math.min(many, MAX_RECORDS))] as const;
        const records = await client.readContract({ ...contract, functionName: "disputes", args });
        return records.map(disputeOf).filter((record) => record !== undefined);
      }),
  };
}

/** The bond is what the market asks now; one that was raised meanwhile is refused by the token. */
async function challenge(market: Market, doing: string, data: () => Hex, wait?: Wait): Promise<Opened> {
  const contract = { address: market.address, abi: marketAbi } as const;
  const { disputeBond } = await market.connection.run(doing, wait, () =>
    market.connection.client.readContract({ ...contract, functionName: "parameters" }),
  );
  const isDone: MarketCall["isDone"] = async (receipt) =>
    (await disputeCount(market)) >= marketEvent(market, receipt, "DisputeOpened").args.id;
  const receipt = await payCall(market, disputeBond, { data, doing, isDone }, wait);
  const { id } = marketEvent(market, receipt, "DisputeOpened").args;
  return { ...receiptOf(receipt), dispute: count(id, "dispute") };
}

async function answered(market: Market, dispute: number, data: () => Hex, wait?: Wait): Promise<Receipt> {
  const isDone = async (): Promise<boolean> => (await readDispute(market, dispute)) === undefined;
  const receipt = await sendCall(market, { data, doing: `answering dispute ${dispute}`, isDone }, wait);
  marketEvent(market, receipt, "DisputeAnswered");
  return receiptOf(receipt);
}

async function decide(market: Market, dispute: number, wait?: Wait): ReturnType<Ledger["decide"]> {
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "decide", args: [dispute] });
  const isDone = async (): Promise<boolean> => (await readDispute(market, dispute)) === undefined;
  const receipt = await sendCall(market, { data, doing: `deciding dispute ${dispute}`, isDone }, wait);
  const { bounty, compensation, burned } = marketEvent(market, receipt, "DisputeLost").args;
  return { ...receiptOf(receipt), bounty, compensation, burned };
}

async function readDispute({ address, connection }: Market, id: number): Promise<DisputeRecord | undefined> {
  const contract = { address, abi: marketAbi } as const;
  return disputeOf(await connection.client.readContract({ ...contract, functionName: "dispute", args: [id] }));
}

function disputeCount({ address, connection }: Market): Promise<bigint> {
  return connection.client.readContract({ address, abi: marketAbi, functionName: "disputeCount" });
}

function stateStruct({ allocation, seq, subRoot, leaves, fromRound }: AllocationState): {
  allocation: bigint;
  seq: bigint;
  subRoot: Hex;
  leaves: bigint;
  fromRound: bigint;
} {
  return {
    allocation: BigInt(allocation),
    seq: BigInt(seq),
    subRoot: bytesToHex(subRoot),
    leaves: BigInt(leaves),
    fromRound: BigInt(fromRound),
  };
}
