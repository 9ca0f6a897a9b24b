// What a local network stands on: the chain in its folder, the contracts on it, and accounts with something in them.

import { join } from "node:path";
import { TOKEN, connectLedger, deploy, readNetwork, startChain, writeNetwork } from "../../contracts/index.ts";
import { isCairnError } from "../../protocol/index.ts";
import { isThere } from "../is-there.ts";
import type { Chain, Ledger, NetworkFile } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";

export interface GroundOptions {
  readonly folder: string;
  readonly blockTimeSeconds: number;
  readonly roundBlocks: number;
  readonly rpcPort: number;
  readonly signal?: AbortSignal;
}

export interface Ground {
  readonly chain: Chain;
  /** The chain and contracts; bootstrap peers are added when there are some. */
  readonly network: NetworkFile;
  readonly networkFile: string;
  /** Of the token's owner, who can mint. */
  readonly treasury: Ledger;
  /** True if the contracts were there from an earlier run. */
  readonly resumed: boolean;
}

/** Ether for gas, and tokens of a client's wallet. */
const GAS_WEI = 100n * 10n ** 18n;
export const WALLET_TOKENS = 1_000_000n * TOKEN;

/** Starts the chain of the folder, and deploys the contracts unless they are there. */
export async function layGround(options: GroundOptions): Promise<Ground> {
  const { folder, blockTimeSeconds, roundBlocks, rpcPort, signal } = options;
  const networkFile = join(folder, "network.json");
  const chain = await startChain({
    folder: join(folder, "chain"),
    port: rpcPort,
    blockTimeSeconds,
    ...(signal && { signal }),
  });
  try {
    const [deployer] = chain.accounts;
    if (deployer === undefined) throw new TypeError("the chain came up without accounts");
    const known = await earlier(networkFile, chain, deployer.privateKey);
    if (known !== undefined) return { chain, networkFile, resumed: true, ...known };
    const deployment = await deploy({
      rpcUrl: chain.rpcUrl,
      privateKey: deployer.privateKey,
      parameters: { roundBlocks },
      pollMs: 50,
    });
    const network = { ...deployment, bootstrap: [], local: true };
    await writeNetwork(networkFile, network);
    const treasury = await connectLedger({ deployment, privateKey: deployer.privateKey, pollMs: 50 });
    return { chain, network, networkFile, treasury, resumed: false };
  } catch (error) {
    await chain.stop();
    throw error;
  }
}

/** Gas for the account, and tokens up to `amount` in its wallet. */
export async function fund({ chain, treasury }: Ground, account: Address, amount: bigint): Promise<void> {
  await chain.fund(account, GAS_WEI);
  const { wallet } = await treasury.balance(account);
  if (wallet < amount) await treasury.mint(account, amount - wallet);
}

// A network.json from an earlier run, if the chain still has its contracts; the port may be another one.
async function earlier(
  networkFile: string,
  chain: Chain,
  privateKey: Uint8Array,
): Promise<{ network: NetworkFile; treasury: Ledger } | undefined> {
  if (!(await isThere(networkFile))) return undefined;
  const network = { ...(await readNetwork(networkFile)), rpcUrl: chain.rpcUrl };
  try {
    const treasury = await connectLedger({ deployment: network, privateKey, pollMs: 50 });
    await writeNetwork(networkFile, network);
    return { network, treasury };
  } catch (error) {
    if (isCairnError(error, "ERR_NOT_DEPLOYED") || isCairnError(error, "ERR_WRONG_CHAIN")) return undefined;
    throw error;
  }
}
