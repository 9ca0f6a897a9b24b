// Puts the contracts of a network on a chain.

import { encodeDeployData, getAddress, type Hex } from "viem";
import { type Address, cairnError } from "../protocol/index.ts";
import { beaconAbi, beaconBytecode, marketAbi, marketBytecode, tokenAbi, tokenBytecode } from "./abi-set.ts";
import type { Deployment } from "./deployment.ts";
import { type Connection, checkChain, openConnection } from "./evm-connection.ts";
import { count } from "./evm-record.ts";
import type { Wait } from "./ledger.ts";
import { type Sender, createSender } from "./transaction.ts";

/** One whole token in base units. */
export const TOKEN = 10n ** 18n;

export interface MarketParameters {
  /** Blocks per round, 2 … 4,096. */
  readonly roundBlocks: number;
  /** Samples in a proof, 1 … 32. */
  readonly challenges: number;
  /** Token base units. */
  readonly minStake: bigint;
  /** Part of the stake that one step of a penalty takes, 1/10,000. */
  readonly slashBasisPoints: number;
  readonly unbondingRounds: number;
}

/** For development: rounds of 64 blocks, a stake of 100 tokens, 5 % of it per step. */
export const DEVNET_PARAMETERS: MarketParameters = {
  roundBlocks: 64,
  challenges: 5,
  minStake: 100n * TOKEN,
  slashBasisPoints: 500,
  unbondingRounds: 16,
};

export interface DeployOptions extends Wait {
  readonly rpcUrl: string;
  /** Default: whatever the endpoint serves. */
  readonly chainId?: number;
  /** Pays for gas; owns the token if one is made. 32 bytes. */
  readonly privateKey: Uint8Array;
  /** What differs from DEVNET_PARAMETERS. */
  readonly parameters?: Partial<MarketParameters>;
  /** An ERC-20 that is there already; without it a development token is made, whose owner is the account. */
  readonly token?: Address;
  readonly pollMs?: number;
  readonly timeoutMs?: number;
}

/** Deploys token (unless given), beacon, and the market, which makes its own vault. Throws as a Ledger does. */
export async function deploy(options: DeployOptions): Promise<Deployment> {
  const { rpcUrl, signal } = options;
  const wait: Wait = signal === undefined ? {} : { signal };
  const chainId = options.chainId ?? (await askChainId(rpcUrl, wait));
  const connection = openConnection({ ...options, chainId });
  await checkChain(connection, wait);
  const sender = createSender(connection);
  const parameters = { ...DEVNET_PARAMETERS, ...options.parameters };
  const token = options.token ?? (await create(sender, "creating the token", () => tokenCode(connection), wait));
  const beaconCode = (): Hex => encodeDeployData({ abi: beaconAbi, bytecode: beaconBytecode });
  const beacon = await create(sender, "creating the beacon", beaconCode, wait);
  const args = [token, { beacon, ...parameters }] as const;
  const marketCode = (): Hex => encodeDeployData({ abi: marketAbi, bytecode: marketBytecode, args });
  const market = await create(sender, "creating the market", marketCode, wait);
  return describe(connection, { token, beacon, market }, wait);
}

async function askChainId(rpcUrl: string, wait: Wait): Promise<number> {
  const anyChain = openConnection({ rpcUrl, chainId: 1 });
  return anyChain.run("asking for the chain id", wait, () => anyChain.client.getChainId());
}

function tokenCode(connection: Connection): Hex {
  const owner = connection.account?.address;
  if (owner === undefined) throw cairnError("ERR_WALLET_INVALID", "Deploying needs a wallet.");
  return encodeDeployData({ abi: tokenAbi, bytecode: tokenBytecode, args: [owner] });
}

async function create(sender: Sender, doing: string, data: () => Hex, wait: Wait): Promise<Address> {
  const receipt = await sender.send({ to: undefined, data, doing }, wait);
  if (receipt.contractAddress) return getAddress(receipt.contractAddress);
  throw cairnError("ERR_NOT_DEPLOYED", `${doing}: the receipt names no contract.`, {
    facts: { hash: receipt.transactionHash },
  });
}

/** The deployment in the market's own words. */
async function describe(
  connection: Connection,
  { token, beacon, market }: { token: Address; beacon: Address; market: Address },
  wait: Wait,
): Promise<Deployment> {
  const contract = { address: market, abi: marketAbi } as const;
  const { client } = connection;
  const [vault, genesisBlock, { roundBlocks, challenges }] = await connection.run("reading the new market", wait, () =>
    Promise.all([
      client.readContract({ ...contract, functionName: "vault" }),
      client.readContract({ ...contract, functionName: "genesisBlock" }),
      client.readContract({ ...contract, functionName: "parameters" }),
    ]),
  );
  const { chainId, rpcUrl } = connection;
  return {
    chainId,
    rpcUrl,
    market,
    vault,
    token,
    beacon,
    genesisBlock: count(genesisBlock, "block"),
    roundBlocks,
    challenges,
  };
}
