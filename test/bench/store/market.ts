/** A market on a chain of its own, a provider registered in it, and a client who has bought space there. */

import { signOffer } from "../../../protocol/index.ts";
import { startMarket } from "../../node/provider/market-world.ts";
import { register } from "../../node/provider/provider-daemon.ts";
import { TOKEN } from "../../../contracts/index.ts";
import type { Account, MarketWorld } from "../../node/provider/market-world.ts";
import type { Identity } from "../../node/provider/provider-daemon.ts";
import type { Place } from "./pieces.ts";

export interface BenchMarket {
  readonly world: MarketWorld;
  readonly identity: Identity;
  readonly client: Account;
  place(folder: string): Place;
  /** Opens allocations of so many units each, until the end of round `rounds` from now. */
  buy(units: number, count: number, rounds?: number): Promise<number[]>;
  stop(): Promise<void>;
}

const MAX_AT_ONCE = 128;
export const PRICE = 1_000_000n;

export async function startBenchMarket(): Promise<BenchMarket> {
  const world = await startMarket();
  const [identity, client] = await Promise.all([register(world), world.account(1_000_000n * TOKEN)]);
  let nonce = BigInt(Date.now());
  // One at a time: each pays by an allowance that the next one sets anew.
  let last: Promise<unknown> = Promise.resolve();
  const buySome = async (units: number, count: number, rounds: number): Promise<number[]> => {
    const offer = {
      provider: identity.owner,
      client: client.signer.address,
      maxUnits: units * count,
      pricePerUnitRound: PRICE,
      minRounds: 1,
      validUntil: Math.floor(Date.now() / 1000) + 3600,
      nonce: nonce++,
    };
    const signed = signOffer(client.ledger.domain, offer, identity.node.signer);
    const offers = Array.from({ length: count }, () => signed);
    return [...(await client.ledger.openAllocations({ offers, units, rounds })).ids];
  };
  return {
    world,
    identity,
    client,
    place: (folder) => ({
      deployment: world.deployment,
      owner: identity.owner,
      nodeKey: Buffer.from(identity.node.privateKey).toString("hex"),
      folder,
    }),
    buy(units, count, rounds = 1000) {
      const bought = last.then(async () => {
        const ids: number[] = [];
        while (ids.length < count) {
          ids.push(...(await buySome(units, Math.min(MAX_AT_ONCE, count - ids.length), rounds)));
        }
        return ids;
      });
      last = bought.catch(() => {});
      return bought;
    },
    stop: () => world.stop(),
  };
}
