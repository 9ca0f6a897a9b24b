// A ledger's world on a real EVM: one anvil, the contracts, and funded accounts.

import {
  type Chain,
  type Deployment,
  type Ledger,
  type Receipt,
  TOKEN,
  connectLedger,
  deploy,
  startChain,
} from "../../contracts/index.ts";
import { keySigner, newPrivateKey } from "../../protocol/index.ts";
import type { LedgerWorld } from "../compliance/ledger.ts";

export const TEST_PARAMETERS = {
  roundBlocks: 8,
  unbondingRounds: 2,
  noticeRounds: 2,
  answerRounds: 2,
  minStake: 100n * TOKEN,
};

export interface AnvilWorld extends LedgerWorld {
  readonly chain: Chain;
  readonly deployment: Deployment;
  /** Owner of the token. */
  readonly admin: Ledger;
  /** Most gas that each kind of call took. */
  readonly gas: ReadonlyMap<string, number>;
}

export async function anvilWorld(accounts: number): Promise<AnvilWorld> {
  const chain = await startChain();
  try {
    const privateKey = chain.accounts[0]!.privateKey;
    const deployment = await deploy({ rpcUrl: chain.rpcUrl, privateKey, parameters: TEST_PARAMETERS });
    const connect = (key?: Uint8Array): Promise<Ledger> =>
      connectLedger(key === undefined ? { deployment } : { deployment, privateKey: key });
    const admin = await connect(privateKey);
    const tokens = 1_000n * TOKEN;
    const keys = Array.from({ length: accounts }, newPrivateKey);
    await Promise.all(
      keys
        .map(keySigner)
        .flatMap(({ address }) => [chain.fund(address), admin.mint(address, tokens)] as Promise<unknown>[]),
    );
    const gas = new Map<string, number>();
    const spent = (what: string, { gasUsed }: Receipt): void => {
      gas.set(what, Math.max(gas.get(what) ?? 0, gasUsed));
    };
    const mine = (blocks: number): Promise<void> => chain.mine(blocks);
    const stop = (): Promise<void> => chain.kill();
    return {
      keys,
      tokens,
      minStake: TEST_PARAMETERS.minStake,
      connect,
      mine,
      spent,
      stop,
      chain,
      deployment,
      admin,
      gas,
    };
  } catch (error) {
    await chain.kill();
    throw error;
  }
}
