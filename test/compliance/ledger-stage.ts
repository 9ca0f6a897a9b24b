// The scene of the ledger suite: providers that hold data, clients with allocations, and a chain that moves when told to.

import { expect } from "vitest";
import type { AllocationRecord, Ledger, Receipt } from "../../contracts/index.ts";
import { keySigner, type Offer, type SignedOffer, type Signer, signOffer, ZERO_ADDRESS } from "../../protocol/index.ts";
import { type Prover, proverOf } from "../contracts/prover.ts";

/** A chain of its own for one suite. */
export interface LedgerWorld {
  /** Private keys of accounts with plenty of gas and `tokens` each. The token's owner is none of them. */
  readonly keys: readonly Uint8Array[];
  readonly tokens: bigint;
  readonly minStake: bigint;
  /** Without a key: reads only. */
  connect(privateKey?: Uint8Array): Promise<Ledger>;
  mine(blocks: number): Promise<void>;
  /** Told of every transaction; for figures. */
  spent(what: string, receipt: Receipt): void;
  stop(): Promise<void>;
}

export const PRICE = 1_000n;

/** A client with one allocation that starts in the next round, and its provider, which will commit to data in it. */
export interface Sold {
  readonly provider: Prover;
  readonly client: Ledger;
  readonly clientKey: Signer;
  readonly clientPrivateKey: Uint8Array;
  readonly id: number;
  readonly allocation: AllocationRecord;
}

export interface Stage {
  world(): LedgerWorld;
  /** Of an account that nobody has used. */
  key(): Uint8Array;
  spent<T extends Receipt>(what: string, receipt: T): T;
  /** A registered provider; its node key is another account than its owner. */
  aProvider(): Promise<Prover>;
  anOffer(provider: Prover, terms?: Partial<Offer>): SignedOffer;
  /** Mines to the first block in which the round's challenge can be answered. */
  toRound(ledger: Ledger, round: number): Promise<void>;
  nextRound(ledger: Ledger): Promise<number>;
  anAllocation(units: number, rounds: number): Promise<Sold>;
}

/** `world` is asked for when a test runs, not before. */
export function stageOf(world: () => LedgerWorld): Stage {
  let next = 0;
  const key = (): Uint8Array => world().keys[next++]!;
  const spent = <T extends Receipt>(what: string, receipt: T): T => {
    world().spent(what, receipt);
    return receipt;
  };
  const aProvider = async (): Promise<Prover> => {
    const [owner, node] = [key(), key()];
    const ledger = await world().connect(owner);
    const nodeKey = keySigner(node);
    const registration = { nodeKey: nodeKey.address, peerId: Uint8Array.of(0, 36, 8, 1), stake: world().minStake };
    spent("register", await ledger.registerProvider(registration));
    return proverOf(ledger, await world().connect(node), nodeKey);
  };
  const anOffer = (provider: Prover, terms: Partial<Offer> = {}): SignedOffer => {
    const offer: Offer = {
      provider: provider.owner,
      client: ZERO_ADDRESS,
      maxUnits: 1_000,
      pricePerUnitRound: PRICE,
      minRounds: 1,
      validUntil: 4_000_000_000,
      nonce: 1n,
      ...terms,
    };
    return signOffer(provider.ledger.domain, offer, provider.nodeKey);
  };
  const toRound = async (ledger: Ledger, round: number): Promise<void> => {
    for (let clock = await ledger.clock(); clock.round < round || !clock.provable; clock = await ledger.clock()) {
      await world().mine(clock.round < round ? clock.blocksLeft + 1 : 1);
    }
    expect((await ledger.clock()).round).toBe(round);
  };
  const nextRound = async (ledger: Ledger): Promise<number> => {
    const round = (await ledger.clock()).round + 1;
    await toRound(ledger, round);
    return round;
  };
  const anAllocation = async (units: number, rounds: number): Promise<Sold> => {
    const provider = await aProvider();
    const clientPrivateKey = key();
    const client = await world().connect(clientPrivateKey);
    await nextRound(client);
    const opened = await client.openAllocations({ offers: [anOffer(provider)], units, rounds });
    spent("openAllocations, 1 offer", opened);
    const id = opened.ids[0]!;
    provider.store([{ id, seq: 1, fragments: [70_000, 300, 1] }]);
    const clientKey = keySigner(clientPrivateKey);
    return { provider, client, clientKey, clientPrivateKey, id, allocation: (await client.allocation(id))! };
  };
  return { world, key, spent, aProvider, anOffer, toRound, nextRound, anAllocation };
}
