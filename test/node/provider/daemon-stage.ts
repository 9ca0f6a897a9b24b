/** What a file of tests about running providers stands on: one market for all of it; daemons and clients that end with their test. */

import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { connectLedger } from "../../../contracts/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startMarket } from "./market-world.ts";
import { register, startDaemon, until } from "./provider-daemon.ts";
import { startClient } from "./small-client.ts";
import type { Ledger, MarketParameters, ProviderRecord } from "../../../contracts/index.ts";
import type { MarketWorld } from "./market-world.ts";
import type { Daemon, DaemonSettings, Identity } from "./provider-daemon.ts";
import type { SmallClient } from "./small-client.ts";

export interface DaemonChoice extends DaemonSettings {
  /** Left out: one that is registered now. */
  readonly identity?: Identity;
  /** Left out: a new folder, gone after the test. */
  readonly path?: string;
}

export interface DaemonStage {
  readonly world: MarketWorld;
  daemon(choice?: DaemonChoice): Promise<Daemon>;
  /** With 1,000 tokens, unless told otherwise. */
  client(tokens?: bigint): Promise<SmallClient>;
  /** A provider's ledger by way of another endpoint. */
  ledgerAt(rpcUrl: string, identity: Identity): Promise<Ledger>;
  /** Runs when the test is over; what was opened last is closed first. */
  atEnd(close: () => unknown): void;
  record(daemon: Daemon): Promise<ProviderRecord>;
  /** Waits until the chain has the proof of the round. */
  proved(daemon: Daemon, round: number): Promise<void>;
  /** Mines on into so many rounds, each when the one before is proved. Returns the last one. */
  proveNext(daemon: Daemon, rounds?: number): Promise<number>;
  /** A call of the chain's own, such as `anvil_reorg`. */
  rpc<T>(method: string, ...params: unknown[]): Promise<T>;
}

const CLIENT_TOKENS = 10n ** 21n;

/** To be called where vitest's hooks may be: at the top of a file or of a `describe`. */
export function daemonStage(parameters: Partial<MarketParameters> = {}): DaemonStage {
  let market: MarketWorld | undefined;
  const open: (() => unknown)[] = [];
  beforeAll(async () => {
    market = await startMarket(parameters);
  });
  // Each registration and purchase makes a block. Begun late in a round, a test could pass into the next one unawares, with something
  // sold already, and go on before it is proved.
  beforeEach(async () => void (await stage.world.nextRound()));
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });
  afterAll(() => market?.stop());

  const stage: DaemonStage = {
    get world() {
      if (market === undefined) throw new Error("the market is there once beforeAll has run");
      return market;
    },
    async daemon({ identity, path, ...settings } = {}) {
      const { world } = stage;
      const who = identity ?? (await register(world));
      const daemon = await startDaemon(world, who, path ?? (await temporaryFolder()), settings);
      open.push(() => daemon.stop());
      return daemon;
    },
    async client(tokens = CLIENT_TOKENS) {
      const client = await startClient(await stage.world.account(tokens));
      open.push(() => client.network.stop());
      return client;
    },
    async ledgerAt(rpcUrl, { node: { privateKey } }) {
      const ledger = await connectLedger({ deployment: { ...stage.world.deployment, rpcUrl }, privateKey, pollMs: 25 });
      open.push(() => ledger.close());
      return ledger;
    },
    atEnd(close) {
      open.push(close);
    },
    async record({ identity }) {
      const record = await stage.world.reader.provider(identity.owner);
      if (record === undefined) throw new Error("the provider is not registered");
      return record;
    },
    async proved({ identity: { owner } }, round) {
      const { reader } = stage.world;
      await until(async () => (await reader.provedRounds(owner, round, round + 1))[0]!, `the proof of round ${round}`);
    },
    async proveNext(daemon, rounds = 1) {
      let round = -1;
      for (let i = 0; i < rounds; i++) {
        round = await stage.world.nextRound();
        await stage.proved(daemon, round);
      }
      return round;
    },
    async rpc<T>(method: string, ...params: unknown[]) {
      const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
      const headers = { "content-type": "application/json" };
      const answer = await fetch(stage.world.chain.rpcUrl, { method: "POST", body, headers });
      const { result, error } = (await answer.json()) as { result: T; error?: { message: string } };
      if (error !== undefined) throw new Error(error.message);
      return result;
    },
  };
  return stage;
}
