// The ledger over an EVM chain's JSON-RPC: the only implementation that meets real money.

import { hexToBytes } from "viem";
import { cairnError, isCairnError, sameAddress } from "../protocol/index.ts";
import { beaconAbi, marketAbi } from "./abi-set.ts";
import type { Deployment } from "./deployment.ts";
import { allocationCalls } from "./evm-allocation.ts";
import { type Connection, type RemovedTransaction, checkChain, openConnection } from "./evm-connection.ts";
import { disputeCalls } from "./evm-dispute.ts";
import { moneyCalls } from "./evm-money.ts";
import { providerCalls } from "./evm-provider.ts";
import { clockOf, settingsOf } from "./evm-record.ts";
import { termsCalls } from "./evm-terms.ts";
import type { Ledger, Wait } from "./ledger.ts";
import type { Market } from "./market.ts";
import { createSender } from "./transaction.ts";

export interface LedgerOptions extends Wait {
  readonly deployment: Deployment;
  /** 32 bytes; without it the ledger only reads. */
  readonly privateKey?: Uint8Array;
  /** Longest pause between two looks for a receipt; default 1 s. */
  readonly pollMs?: number;
  /** From sending a transaction until it must be in a block; default 120 s. */
  readonly timeoutMs?: number;
  /** For one request, which is tried four times; default 10 s. */
  readonly requestTimeoutMs?: number;
  /** Until a transaction that is in no block pays more; default a quarter of `timeoutMs`. */
  readonly patienceMs?: number;
  /** Blocks that must lie on a transaction's block before it counts; default: what the deployment says. */
  readonly confirmations?: number;
  /** Told of a transaction that a reorganisation took out of the chain after it had counted; seen when the next one is sent. */
  readonly onRemoved?: (removed: RemovedTransaction) => void;
}

/**
 * Connects one account, or none, to the market of a deployment, and checks that it is there.
 * @throws ERR_RPC_DOWN, ERR_WRONG_CHAIN, ERR_NOT_DEPLOYED, ERR_WALLET_INVALID
 */
export async function connectLedger(options: LedgerOptions): Promise<Ledger> {
  const { deployment, signal } = options;
  const connection = connectionOf(options);
  await checkAll(connection, deployment, signal === undefined ? {} : { signal });
  return evmLedger(connection, deployment);
}

/**
 * The same for an endpoint that may be away: nothing is asked now, and the first call that finds it there checks before anything else.
 * Until then each call throws what the check throws. Throws ERR_WALLET_INVALID.
 */
export function connectLedgerLater(options: Omit<LedgerOptions, "signal">): Ledger {
  const { deployment } = options;
  const connection = connectionOf(options);
  let check: Promise<void> | undefined;
  const checked = (): Promise<void> =>
    (check ??= checkAll(connection, deployment, {}).catch((error: unknown) => {
      check = undefined;
      throw error;
    }));
  const run: Connection["run"] = (doing, wait, work) =>
    connection.run(doing, wait, async (signal) => {
      await checked();
      return work(signal);
    });
  return evmLedger({ ...connection, run }, deployment);
}

function connectionOf({ deployment, ...options }: LedgerOptions): Connection {
  const { rpcUrl, chainId, confirmations } = deployment;
  return openConnection({ confirmations, ...options, rpcUrl, chainId });
}

async function checkAll(connection: Connection, deployment: Deployment, wait: Wait): Promise<void> {
  await checkChain(connection, wait);
  await checkMarket(connection, deployment, wait);
}

function evmLedger(connection: Connection, deployment: Deployment): Ledger {
  const sender = createSender(connection);
  const purse = { connection, sender, token: deployment.token, vault: deployment.vault };
  const market: Market = { address: deployment.market, deployment, connection, sender, purse };
  return {
    account: connection.account?.address,
    deployment,
    domain: { chainId: deployment.chainId, market: deployment.market },
    clock: (wait) =>
      connection.run("reading the clock", wait, async () =>
        clockOf(
          await connection.client.readContract({ address: market.address, abi: marketAbi, functionName: "clock" }),
        ),
      ),
    settings: (wait) =>
      connection.run("reading the market's settings", wait, async () =>
        settingsOf(
          await connection.client.readContract({ address: market.address, abi: marketAbi, functionName: "parameters" }),
        ),
      ),
    seed: (round, wait) =>
      connection.run(`reading the seed of round ${round}`, wait, async () => {
        const args = [BigInt(deployment.genesisBlock + round * deployment.roundBlocks)] as const;
        const beacon = { address: deployment.beacon, abi: beaconAbi } as const;
        return hexToBytes(await connection.client.readContract({ ...beacon, functionName: "seed", args }));
      }),
    ...providerCalls(market),
    ...allocationCalls(market),
    ...termsCalls(market),
    ...disputeCalls(market),
    ...moneyCalls(market),
    close: () => connection.close(),
  };
}

/** The market must be there, and be the one that the rest of the deployment describes: wrong rounds would give wrong proofs. */
async function checkMarket(connection: Connection, deployment: Deployment, wait: Wait): Promise<void> {
  const { client } = connection;
  const contract = { address: deployment.market, abi: marketAbi } as const;
  const code = await connection.run("looking for the market", wait, () =>
    client.getCode({ address: deployment.market }),
  );
  if (code === undefined || code === "0x") throw notDeployed(deployment, "there is no code");
  const [vault, extension, genesisBlock, parameters] = await connection
    .run("reading the market's settings", wait, () =>
      Promise.all([
        client.readContract({ ...contract, functionName: "vault" }),
        client.readContract({ ...contract, functionName: "extension" }),
        client.readContract({ ...contract, functionName: "genesisBlock" }),
        client.readContract({ ...contract, functionName: "parameters" }),
      ]),
    )
    .catch((error: unknown) => {
      throw isCairnError(error, "ERR_REVERTED") ? notDeployed(deployment, "the contract there is no market") : error;
    });
  const wrong = [
    sameAddress(vault, deployment.vault) ? "" : "vault",
    sameAddress(extension, deployment.extension) ? "" : "extension",
    genesisBlock === BigInt(deployment.genesisBlock) ? "" : "genesisBlock",
    sameAddress(parameters.beacon, deployment.beacon) ? "" : "beacon",
    parameters.roundBlocks === deployment.roundBlocks ? "" : "roundBlocks",
    parameters.challenges === deployment.challenges ? "" : "challenges",
  ].filter((name) => name !== "");
  if (wrong.length > 0) throw notDeployed(deployment, `the contract there says otherwise about: ${wrong.join(", ")}`);
}

function notDeployed(deployment: Deployment, why: string): Error {
  return cairnError("ERR_NOT_DEPLOYED", `The market ${deployment.market} on chain ${deployment.chainId}: ${why}.`, {
    facts: { market: deployment.market, chainId: deployment.chainId, why },
  });
}
