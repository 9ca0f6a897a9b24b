/** A real market on a real chain, for the tests of this folder: rounds advance when a test mines. */

import { connectLedger, deploy, startChain, TOKEN } from "../../../contracts/index.ts";
import { keySigner, newPrivateKey } from "../../../protocol/index.ts";
import type { Chain, Deployment, Ledger, MarketParameters } from "../../../contracts/index.ts";
import type { Signer } from "../../../protocol/index.ts";

export interface Account {
  readonly signer: Signer;
  readonly ledger: Ledger;
  readonly privateKey: Uint8Array;
}

export interface MarketWorld {
  readonly chain: Chain;
  readonly deployment: Deployment;
  /** Of the token's owner. */
  readonly reader: Ledger;
  /** A fresh account with gas, and with tokens if asked for. */
  account(tokens?: bigint): Promise<Account>;
  /** Mines up to the second block of the next round, whose challenge is known then. Returns that round. */
  nextRound(): Promise<number>;
  stop(): Promise<void>;
}

export const STAKE = 1_000n * TOKEN;

export async function startMarket(parameters: Partial<MarketParameters> = {}): Promise<MarketWorld> {
  const chain = await startChain();
  const [admin] = chain.accounts;
  if (admin === undefined) throw new Error("the chain has no accounts");
  const deployment = await deploy({
    rpcUrl: chain.rpcUrl,
    privateKey: admin.privateKey,
    parameters: { roundBlocks: 32, ...parameters },
    pollMs: 25,
  });
  const mint = await connectLedger({ deployment, privateKey: admin.privateKey, pollMs: 25 });
  const ledgers: Ledger[] = [mint];
  return {
    chain,
    deployment,
    reader: mint,
    async account(tokens = 0n) {
      const privateKey = newPrivateKey();
      const signer = keySigner(privateKey);
      await chain.fund(signer.address);
      if (tokens > 0n) await mint.mint(signer.address, tokens);
      const ledger = await connectLedger({ deployment, privateKey, pollMs: 25, patienceMs: 2_500 });
      ledgers.push(ledger);
      return { signer, ledger, privateKey };
    },
    async nextRound() {
      const { blocksLeft } = await mint.clock();
      await chain.mine(blocksLeft + 2);
      return (await mint.clock()).round;
    },
    async stop() {
      for (const ledger of ledgers) ledger.close();
      await chain.stop();
    },
  };
}
