/**
 * One whole provider through many rounds, with a fault of its endpoint drawn for each, and blocks that do not come and reorganisations on
 * top: `CAIRN_CHAIN_ROUNDS=150 npx vitest run test/node/provider/chain-soak.test.ts`.
 */

import { expect, test } from "vitest";
import { chainWorld, expectOwnBooks, lying, seen } from "./chain-world.ts";
import { PRICE, until } from "./provider-daemon.ts";
import { fragmentOf } from "./small-client.ts";
import type { Fault } from "../../contracts/faulty-rpc.ts";

const ROUNDS = Number(process.env["CAIRN_CHAIN_ROUNDS"] ?? 0);
const FAULTS: readonly Fault[] = [
  { kind: "none" },
  { kind: "lose", every: 3, what: "question" },
  { kind: "lose", every: 3, what: "answer" },
  { kind: "lose", every: 3, what: "part" },
  { kind: "lag", every: 3, blocks: 33 },
  { kind: "lag", every: 2, blocks: 5 },
  lying((receipt) => receipt && { ...receipt, status: "0x0", logs: [] }),
  { kind: "lie", of: ({ method }) => (method === "eth_getTransactionReceipt" ? null : undefined) },
  lying((receipt) => receipt && { ...receipt, blockHash: `0x${"ab".repeat(32)}` }),
  { kind: "hang up" },
  { kind: "flood" },
  { kind: "result", of: () => "0xzz" },
];

test.runIf(ROUNDS > 0)(
  "every round is proved, and the books are right",
  { timeout: 60_000 + ROUNDS * 30_000 },
  async () => {
    const world = await chainWorld({ roundBlocks: 32 });
    try {
      const node = await world.start();
      const client = await world.client();
      const allocation = await client.open(seen(node), 2, ROUNDS + 20);
      const store = (seed: number) => client.put(seen(node), allocation, [fragmentOf(seed, 2_000)]);
      await store(1);
      const first = await world.proveNext(node);
      for (let i = 0; i < ROUNDS; i++) {
        const round = await world.market.nextRound();
        world.proxy.fault = FAULTS[Math.floor(Math.random() * FAULTS.length)]!;
        if (Math.random() < 0.2) await world.anvil().setAutomine(false);
        await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 1_000));
        // With the chain away a client can be refused; what is stored is proved.
        if (Math.random() < 0.3) await store(i + 2).catch(() => {});
        if (Math.random() < 0.2) await world.anvil().request({ method: "anvil_reorg", params: [1, []] } as never);
        world.proxy.fault = { kind: "none" };
        await world.anvil().setAutomine(true);
        await world.market.chain.mine(1);
        const { blocksLeft } = await world.market.reader.clock();
        if (blocksLeft > 9) await world.market.chain.mine(blocksLeft - 6);
        await until(() => world.isProved(node, round), `the proof of round ${round}`);
      }
      await expectOwnBooks(world, node);
      const { earned } = (await world.market.reader.provider(node.owner))!;
      const { startRound } = (await world.market.reader.allocation(allocation))!;
      expect(earned).toBe(BigInt(first + ROUNDS + 1 - startRound) * 2n * PRICE);
      expect(world.lines.filter(({ message }) => message.includes("not proved"))).toEqual([]);
    } finally {
      await world.stop();
    }
  },
);
