// The ledger's calls about providers: registering, proving, catching up, penalties, leaving.

import { type Hex, bytesToHex, encodeFunctionData, getAbiItem } from "viem";
import { type Address, ZERO_ADDRESS, sameAddress } from "../protocol/index.ts";
import { marketAbi } from "./abi-set.ts";
import { isRevert } from "./chain-error.ts";
import { count, providerOf, roundBits } from "./evm-record.ts";
import {
  type Ledger,
  MAX_CATCH_UP_ROUNDS,
  MAX_RECORDS,
  type NodeIdentity,
  type ProvedRound,
  type ProviderRecord,
  type ProviderRegistration,
  type Receipt,
  type RoundProof,
  type Wait,
} from "./ledger.ts";
import { type Market, marketEvent, marketEvents, ownAddress, payCall, sendCall } from "./market.ts";
import { receiptOf } from "./transaction.ts";

/** More than any run of skipped rounds that is worth catching up: 4,096 rounds. */
const MAX_CATCH_UPS = 64;

const LOG_BLOCKS = 1_000n;
const PROVED = getAbiItem({ abi: marketAbi, name: "Proved" });

type ProviderCalls = Pick<
  Ledger,
  | "registerProvider"
  | "addStake"
  | "updateNode"
  | "setPayout"
  | "collect"
  | "provider"
  | "providers"
  | "providerCount"
  | "providerOf"
  | "prove"
  | "provedRounds"
  | "isVoid"
  | "proofs"
  | "penalize"
  | "catchUp"
  | "exit"
>;

export function providerCalls(market: Market): ProviderCalls {
  const { run, client } = market.connection;
  const contract = { address: market.address, abi: marketAbi } as const;
  return {
    registerProvider: (registration, wait) => register(market, registration, wait),
    addStake: async (amount, wait) => {
      const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "addStake", args: [amount] });
      const receipt = await payCall(market, amount, { data, doing: "adding to the stake" }, wait);
      marketEvent(market, receipt, "StakeAdded");
      return receiptOf(receipt);
    },
    updateNode: (node, wait) => updateNode(market, node, wait),
    setPayout: (payout, wait) => setPayout(market, payout, wait),
    collect: async (provider, wait) => {
      const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "collect", args: [provider] });
      const doing = `collecting the earnings of ${provider}`;
      const receipt = await sendCall(market, { data, doing }, wait);
      // Nothing earned is no error, and no event.
      const [collected] = marketEvents(market, receipt, "Collected");
      return { ...receiptOf(receipt), amount: collected?.args.amount ?? 0n };
    },
    provider: (owner, wait) => run("reading a provider", wait, () => readProvider(market, owner)),
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
    isVoid: (round, wait) =>
      run(`asking whether round ${round} is void`, wait, () =>
        client.readContract({ ...contract, functionName: "isVoid", args: [round] }),
      ),
    proofs: (round, wait) => run(`reading the proofs of round ${round}`, wait, () => readProofs(market, round)),
    penalize: (provider, wait) => penalize(market, provider, wait),
    catchUp: (provider, rounds, wait) => catchUp(market, provider, rounds, wait),
    exit: (wait) => exit(market, wait),
  };
}

async function readProvider({ address, connection }: Market, owner: Address): Promise<ProviderRecord | undefined> {
  const contract = { address, abi: marketAbi } as const;
  return providerOf(await connection.client.readContract({ ...contract, functionName: "provider", args: [owner] }));
}

/** Endpoints bound the blocks that they search at once. */
async function readProofs({ address, deployment, connection }: Market, round: number): Promise<ProvedRound[]> {
  const { genesisBlock, roundBlocks } = deployment;
  const first = BigInt(genesisBlock) + BigInt(round) * BigInt(roundBlocks);
  const head = await connection.client.getBlockNumber({ cacheTime: 0 });
  const last = smaller(first + BigInt(roundBlocks) - 1n, head);
  const proofs: ProvedRound[] = [];
  for (let fromBlock = first; fromBlock <= last; fromBlock += LOG_BLOCKS) {
    const toBlock = smaller(fromBlock + LOG_BLOCKS - 1n, last);
    const filter = { address, event: PROVED, args: { round }, strict: true, fromBlock, toBlock } as const;
    for (const { args, blockNumber } of await connection.client.getLogs(filter)) {
      proofs.push({ provider: args.provider, earned: args.earned, block: count(blockNumber, "block") });
    }
  }
  return proofs;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

async function register(market: Market, registration: ProviderRegistration, wait?: Wait): Promise<Receipt> {
  const { nodeKey, peerId, stake } = registration;
  const doing = "registering the provider";
  const owner = ownAddress(market, doing);
  const args = [nodeKey, bytesToHex(peerId), stake] as const;
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "register", args });
  const isDone = async (): Promise<boolean> => (await readProvider(market, owner)) !== undefined;
  return receiptOf(await payCall(market, stake, { data, doing, isDone }, wait));
}

async function updateNode(market: Market, { nodeKey, peerId }: NodeIdentity, wait?: Wait): Promise<Receipt> {
  const doing = "changing node key and peer id";
  const owner = ownAddress(market, doing);
  const args = [nodeKey, bytesToHex(peerId)] as const;
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "updateNode", args });
  const isDone = async (): Promise<boolean> => {
    const record = await readProvider(market, owner);
    return record !== undefined && sameAddress(record.nodeKey, nodeKey) && bytesToHex(record.peerId) === args[1];
  };
  return receiptOf(await sendCall(market, { data, doing, isDone }, wait));
}

async function setPayout(market: Market, payout: Address, wait?: Wait): Promise<Receipt> {
  const doing = "setting the payout address";
  const owner = ownAddress(market, doing);
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "setPayout", args: [payout] });
  const wanted = payout === ZERO_ADDRESS ? owner : payout;
  const isDone = async (): Promise<boolean> => {
    const record = await readProvider(market, owner);
    return record !== undefined && sameAddress(record.payout, wanted);
  };
  return receiptOf(await sendCall(market, { data, doing, isDone }, wait));
}

async function prove(
  market: Market,
  { round, nextRoot, nextLeaves, proof }: RoundProof,
  wait?: Wait,
): Promise<Receipt> {
  const doing = `proving round ${round}`;
  const contract = { address: market.address, abi: marketAbi } as const;
  const args = [round, bytesToHex(nextRoot), nextLeaves, bytesToHex(proof)] as const;
  const operated = (): Promise<Address> =>
    market.connection.client.readContract({
      ...contract,
      functionName: "providerOf",
      args: [ownAddress(market, doing)],
    });
  const isDone = async (): Promise<boolean> => {
    const span = [await operated(), round, round + 1] as const;
    const words = await market.connection.client.readContract({
      ...contract,
      functionName: "provedRounds",
      args: span,
    });
    return roundBits(words, round, round + 1)[0] === true;
  };
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "prove", args });
  const call = { data, doing, isDone };
  try {
    return receiptOf(await sendCall(market, call, wait));
  } catch (error) {
    if (!isRevert(error, "StorageMarket_CatchUpNeeded")) throw error;
    const owner = await market.connection.run(doing, wait, operated);
    await catchUp(market, owner, MAX_CATCH_UPS * MAX_CATCH_UP_ROUNDS, wait);
    return receiptOf(await sendCall(market, call, wait));
  }
}

async function catchUp(market: Market, provider: Address, rounds: number, wait?: Wait): Promise<Receipt> {
  const contract = { address: market.address, abi: marketAbi } as const;
  const doing = `catching up with the rounds of ${provider}`;
  for (let left = rounds; ; left -= MAX_CATCH_UP_ROUNDS) {
    const args = [provider, Math.min(left, MAX_CATCH_UP_ROUNDS)] as const;
    const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "catchUp", args });
    const receipt = receiptOf(await sendCall(market, { data, doing }, wait));
    if (left <= MAX_CATCH_UP_ROUNDS) return receipt;
    const record = await market.connection.run(doing, wait, () =>
      market.connection.client.readContract({ ...contract, functionName: "provider", args: [provider] }),
    );
    if (record.behind === 0) return receipt;
  }
}

async function penalize(market: Market, provider: Address, wait?: Wait): ReturnType<Ledger["penalize"]> {
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "penalize", args: [provider] });
  const receipt = await sendCall(market, { data, doing: `penalizing ${provider}` }, wait);
  const { steps, bounty, compensation, burned } = marketEvent(market, receipt, "Penalized").args;
  return { ...receiptOf(receipt), steps, bounty, compensation, burned };
}

async function exit(market: Market, wait?: Wait): ReturnType<Ledger["exit"]> {
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "exit" });
  const doing = "leaving the market";
  const owner = ownAddress(market, doing);
  const isDone = async (): Promise<boolean> => {
    const stage = (await readProvider(market, owner))?.stage;
    return stage === "exiting" || stage === "left";
  };
  const receipt = await sendCall(market, { data, doing, isDone }, wait);
  const [exited] = marketEvents(market, receipt, "Exited");
  return { ...receiptOf(receipt), released: exited?.args.stake ?? 0n };
}
