/** What a provider signs is in every root from then on: on its own, and with a daemon whose rounds go by while clients append. */

import { describe, expect, test } from "vitest";
import { DecidedRounds } from "../../../node/provider/decided-rounds.ts";
import { decode } from "../../../protocol/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { daemonStage } from "./daemon-stage.ts";
import { register } from "./provider-daemon.ts";
import { fragmentOf } from "./small-client.ts";
import type { AllocationState } from "../../../protocol/index.ts";
import type { Daemon } from "./provider-daemon.ts";
import type { SmallClient } from "./small-client.ts";

function stateFor(fromRound: number): AllocationState {
  return { allocation: 1, seq: 1, subRoot: fragmentOf(1, 32), leaves: 1, fromRound };
}

describe("the rounds whose root is decided", () => {
  test("with nothing offered yet a state may be for round 1 and later", async () => {
    const decided = new DecidedRounds(-1);
    expect(await decided.sign(stateFor(1), async () => "signed")).toBe("signed");
    await expect(decided.sign(stateFor(0), async () => "signed")).rejects.toMatchObject({ code: "ERR_STATE_CONFLICT" });
  });

  test("a root that is decided takes no more: the least round is two later, and the refusal says so", async () => {
    const decided = new DecidedRounds(4);
    await decided.decide(7);
    expect(decided.leastFromRound).toBe(9);
    let ran = false;
    const work = async (): Promise<void> => void (ran = true);
    await expect(decided.sign(stateFor(8), work)).rejects.toMatchObject({ facts: { fromRound: 8, leastFromRound: 9 } });
    expect(ran).toBe(false);
    await decided.sign(stateFor(9), work);
    expect(ran).toBe(true);
  });

  test("a chain that rolled back makes no earlier round free again", async () => {
    const decided = new DecidedRounds(-1);
    await decided.decide(7);
    await decided.decide(5);
    expect(decided.leastFromRound).toBe(9);
  });

  test("a decision waits for what is being written, also if that fails, and refuses what comes meanwhile", async () => {
    const decided = new DecidedRounds(3);
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const first = decided.sign(stateFor(5), () => gates[0].promise);
    const failing = decided.sign(stateFor(5), () => gates[1].promise);
    let isDecided = false;
    const decision = decided.decide(4).then(() => (isDecided = true));
    await expect(decided.sign(stateFor(5), async () => {})).rejects.toMatchObject({ code: "ERR_STATE_CONFLICT" });
    gates[0].resolve();
    await first;
    expect(isDecided).toBe(false);
    gates[1].reject(new Error("the disk is full"));
    await expect(failing).rejects.toThrow("the disk is full");
    await decision;
    expect(isDecided).toBe(true);
  });
});

describe("a provider", () => {
  const stage = daemonStage();
  const { proved } = stage;

  /** Appends a fragment with a state for this very round. */
  async function appendFor(client: SmallClient, daemon: Daemon, allocation: number, seed: number, fromRound: number) {
    const item = await client.store(daemon, allocation, fragmentOf(seed, 300));
    const { state } = await client.proposal(daemon, allocation, [item]);
    await client.append(daemon, client.signed({ ...state, fromRound }), [item]);
    return { ...state, fromRound };
  }

  const conflict = { code: "ERR_STATE_CONFLICT" };

  test("takes the round after the next once this round's root is decided, and refuses the next one", async () => {
    const daemon = await stage.daemon();
    const client = await stage.client();
    const allocation = await client.open(daemon, 1, 60);
    await client.put(daemon, allocation, [fragmentOf(1, 300)]);
    const round = await stage.world.nextRound();
    await proved(daemon, round);
    await expect(appendFor(client, daemon, allocation, 2, round + 1)).rejects.toMatchObject(conflict);
    await appendFor(client, daemon, allocation, 2, round + 2);
    expect((await stage.world.nextRound()) - round).toBe(1);
    await proved(daemon, round + 1);
    expect((await daemon.identity.node.ledger.provider(daemon.identity.owner))?.leaves).toBe(4);
  });

  test("after a restart in the same round, it knows what it has offered: with data, and with none", async () => {
    const identity = await register(stage.world);
    const path = await temporaryFolder();
    const first = await stage.daemon({ identity, path });
    const client = await stage.client();
    const allocation = await client.open(first, 1, 60);
    const empty = await stage.world.nextRound();
    await proved(first, empty);
    await first.stop();
    const second = await stage.daemon({ identity, path, options: { pollMs: 60_000 } });
    await expect(appendFor(client, second, allocation, 1, empty + 1)).rejects.toMatchObject(conflict);
    await appendFor(client, second, allocation, 1, empty + 2);
    await second.stop();

    const third = await stage.daemon({ identity, path });
    const round = await stage.world.nextRound();
    await proved(third, round);
    await third.stop();
    const fourth = await stage.daemon({ identity, path, options: { pollMs: 60_000 } });
    await expect(appendFor(client, fourth, allocation, 2, round + 1)).rejects.toMatchObject(conflict);
    await appendFor(client, fourth, allocation, 2, round + 2);
  });

  test("while rounds go by and four clients append for the least round they can, each committed root has what it must", async () => {
    const daemon = await stage.daemon({ options: { pollMs: 10 } });
    const { owner } = daemon.identity;
    const { ledger } = daemon.identity.node;
    const clients = await Promise.all([1, 2, 3, 4].map(() => stage.client()));
    const promised: AllocationState[] = [];
    const over = new AbortController();
    const work = clients.map(async (client, i) => {
      const allocation = await client.open(daemon, 1, 100);
      for (let n = 1; !over.signal.aborted; n++) {
        const { round } = await ledger.clock();
        // A round too early as often as not: what is taken counts.
        const fromRound = round + 1 + (n % 2);
        const seed = 100 * i + n;
        await appendFor(client, daemon, allocation, seed, fromRound).then(
          (state) => promised.push(state),
          (error: unknown) => expect(error).toMatchObject(conflict),
        );
      }
    });
    let checked = 0;
    // The allocations last for a hundred.
    for (let i = 0; i < 12 || (i < 80 && Math.min(promised.length, checked) <= 20); i++) {
      const round = await stage.world.nextRound();
      await proved(daemon, round);
      const record = (await ledger.provider(owner))!;
      const due = promised.filter(({ fromRound }) => fromRound <= record.lastProvedRound + 1);
      const value = await daemon.folder.sublevel("snapshots").get(record.root);
      const { allocations } = decode(value as Uint8Array, 2 ** 20) as { allocations: [number, number][] };
      const committed = new Map(allocations.map(([allocation, seq]) => [allocation, seq]));
      for (const { allocation, seq } of due) {
        expect(committed.get(allocation)).toBeGreaterThanOrEqual(seq);
        checked++;
      }
    }
    over.abort();
    await Promise.all(work);
    expect(promised.length).toBeGreaterThan(20);
    expect(checked).toBeGreaterThan(20);
  });
});
