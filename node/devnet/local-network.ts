// The local network itself: starts chain, contracts and providers in order, stops them in the opposite one, and can break each.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { TOKEN, writeNetwork } from "../../contracts/index.ts";
import { loadKernel } from "../../erasure/index.ts";
import { CairnError } from "../../protocol/index.ts";
import { audit } from "../auditor/index.ts";
import { openAuditorNode } from "../auditor-node.ts";
import { connect } from "../client/index.ts";
import { DEVNET } from "../limits/index.ts";
import { readOrCreateProviderKeys } from "../provider-keys.ts";
import { mapBounded } from "../wait.ts";
import { readOrCreateKeyFile } from "../wallet.ts";
import { corruptLogs, healLogs } from "./corruption.ts";
import { WALLET_TOKENS, fund, layGround } from "./ground.ts";
import { startHere, startProcess } from "./member.ts";
import { playRound } from "./round-play.ts";
import type { Chain, Ledger, NetworkFile } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { RoundReport } from "../auditor/index.ts";
import type { AuditorNode } from "../auditor-node.ts";
import type { Client, StateMemory } from "../client/index.ts";
import type { FolderLock } from "../folder-lock.ts";
import type { Wallet } from "../wallet.ts";
import type { Damage } from "./corruption.ts";
import type { Ground } from "./ground.ts";
import type { MemberSettings, RunningMember } from "./member.ts";

import type { Devnet, DevnetOptions, DevnetProvider } from "./devnet.ts";

/** What each provider stakes. */
const STAKE = 100n * TOKEN;

export type LocalSettings = Required<Omit<DevnetOptions, "log" | "signal">> & Pick<DevnetOptions, "log" | "signal">;

interface Member {
  readonly settings: MemberSettings;
  readonly owner: Address;
  running: RunningMember | undefined;
  /** Settles when the start under way, if there is one, has succeeded or failed. */
  starting: Promise<unknown>;
  peer: string;
  damage: Damage | undefined;
}

export class LocalNetwork implements Devnet {
  readonly folder: string;
  readonly walletFile: string;
  readonly #settings: LocalSettings;
  readonly #lock: FolderLock;
  readonly #temporary: boolean;
  readonly #members: Member[] = [];
  #ground: Ground | undefined;
  #network: NetworkFile | undefined;
  #wallet: Wallet | undefined;
  #auditor: AuditorNode | undefined;
  #stopping: Promise<void> | undefined;

  constructor(settings: LocalSettings, lock: FolderLock, temporary: boolean) {
    this.#lock = lock;
    this.folder = settings.folder;
    this.walletFile = join(settings.folder, "wallet.key");
    this.#settings = settings;
    this.#temporary = temporary;
  }

  async start(): Promise<void> {
    const { onStep, providers } = this.#settings;
    onStep("chain      starting anvil, a real EVM, and the contracts on it");
    const ground = (this.#ground = await layGround(this.#settings));
    this.#network = ground.network;
    onStep(
      `           chain ${ground.network.chainId} at ${ground.network.rpcUrl}, market ${ground.network.market}${ground.resumed ? " (from the last run)" : ""}`,
    );
    this.#wallet = await readOrCreateKeyFile(this.walletFile);
    await fund(ground, this.#wallet.signer.address, WALLET_TOKENS);
    onStep(
      `providers  starting ${providers}, each with its own keys, disk and libp2p host${this.#settings.processes ? " and process" : ""}`,
    );
    await this.#startProviders(ground, providers);
    onStep(`           ${providers} registered with a stake of ${STAKE / TOKEN} tokens each and listening`);
    this.#auditor = await openAuditorNode(this.network, { pollMs: 100 });
    await loadKernel(); // compiled now, so that the first put does not wait for it
    onStep("auditor    ready");
  }

  get networkFile(): string {
    return this.#there(this.#ground).networkFile;
  }
  get network(): NetworkFile {
    return this.#there(this.#network);
  }
  get chain(): Chain {
    return this.#there(this.#ground).chain;
  }
  get treasury(): Ledger {
    return this.#there(this.#ground).treasury;
  }
  get wallet(): Wallet {
    return this.#there(this.#wallet);
  }
  get providers(): readonly DevnetProvider[] {
    return this.#members.map(({ settings, owner, peer, running }, index) => {
      return {
        index,
        folder: settings.folder,
        owner,
        peer,
        running: running !== undefined,
        daemon: running?.provider,
        pid: running?.pid,
      };
    });
  }

  async connect(
    options: { privateKey?: Uint8Array; states?: StateMemory; signal?: AbortSignal } = {},
  ): Promise<Client> {
    return connect({ network: this.network, privateKey: this.wallet.privateKey, ...options });
  }

  async funded(tokens = WALLET_TOKENS): Promise<Uint8Array> {
    const wallet = await readOrCreateKeyFile(join(this.folder, `wallet-${crypto.randomUUID()}.key`));
    await fund(this.#there(this.#ground), wallet.signer.address, tokens);
    return wallet.privateKey;
  }

  async kill(index: number): Promise<void> {
    const member = this.#member(index);
    const running = member.running;
    member.running = undefined;
    await running?.kill();
    await this.#writeNetwork();
  }

  async corrupt(index: number): Promise<void> {
    const member = this.#member(index);
    await this.heal(index);
    member.damage = await corruptLogs(member.settings.folder);
  }

  async heal(index: number): Promise<void> {
    const member = this.#member(index);
    const damage = member.damage;
    member.damage = undefined;
    if (damage !== undefined) await healLogs(damage);
  }

  async restart(index: number): Promise<void> {
    const member = this.#member(index);
    await member.running?.stop();
    member.running = undefined;
    await this.#startMember(member);
    await this.#writeNetwork();
  }

  async rounds(n: number): Promise<RoundReport[]> {
    const { signal } = this.#settings;
    const parts = {
      chain: this.chain,
      auditor: this.#there(this.#auditor),
      members: this.#members,
      ...(signal && { signal }),
    };
    const reports: RoundReport[] = [];
    for (let i = 0; i < n; i++) reports.push(await playRound(parts));
    return reports;
  }

  watch(signal: AbortSignal): AsyncGenerator<RoundReport> {
    return audit(this.#there(this.#auditor), { signal });
  }

  stop(): Promise<void> {
    return (this.#stopping ??= this.#stop());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  // Whatever fails to end, what stands beneath it is ended all the same. One still starting is waited for, or it would be left behind.
  async #stop(): Promise<void> {
    try {
      await this.#auditor?.close();
    } finally {
      await Promise.all(
        this.#members.map(async (member) => {
          await member.starting;
          await member.running?.stop().catch(() => {});
          member.running = undefined;
        }),
      );
      this.#ground?.treasury.close();
      try {
        await this.#ground?.chain.stop();
      } finally {
        await this.#lock.release();
        if (this.#temporary) await rm(this.folder, { recursive: true, force: true });
      }
    }
  }

  // The first one comes up alone: it is where the others start from.
  async #startProviders(ground: Ground, count: number): Promise<void> {
    const indexes = Array.from({ length: count }, (_, index) => index);
    this.#members.push(...(await mapBounded(indexes, 1, (index) => this.#prepare(ground, index))));
    const [first, ...others] = this.#members;
    if (first !== undefined) await this.#startMember(first);
    await this.#writeNetwork();
    await mapBounded(others, DEVNET.startsAtOnce, (member) => this.#startMember(member));
    await this.#writeNetwork();
  }

  async #prepare(ground: Ground, index: number): Promise<Member> {
    const { capacityBytes, pricePerUnitRound, blockTimeSeconds, firstPort, log } = this.#settings;
    const folder = join(this.folder, `provider-${String(index + 1).padStart(2, "0")}`);
    await mkdir(folder, { recursive: true });
    const keys = await readOrCreateProviderKeys(folder);
    const owner = keys.owner.signer.address;
    const registered = (await ground.treasury.provider(owner)) !== undefined;
    await fund(ground, owner, registered ? 0n : STAKE);
    await fund(ground, keys.node.signer.address, 0n);
    const listen = `/ip4/127.0.0.1/tcp/${firstPort === 0 ? 0 : firstPort + index}`;
    const pollMs = Math.min(500, blockTimeSeconds * 250);
    const settings = {
      folder,
      networkFile: ground.networkFile,
      listen,
      capacityBytes,
      pricePerUnitRound,
      stake: STAKE,
      pollMs,
      ...(log && { log }),
    };
    return { settings, owner, running: undefined, starting: Promise.resolve(), peer: "", damage: undefined };
  }

  async #startMember(member: Member): Promise<void> {
    this.#settings.signal?.throwIfAborted();
    if (this.#stopping !== undefined)
      throw new CairnError("ERR_ABORTED", "The local network is stopped: start it again first.");
    const start = this.#settings.processes ? startProcess(member.settings) : startHere(member.settings, this.network);
    const started = start.then((running) => {
      member.running = running;
      member.peer = running.peer;
    });
    member.starting = started.catch(() => {});
    await started;
  }

  // network.json names peers that run now, so that whoever comes next finds a way in.
  async #writeNetwork(): Promise<void> {
    const alive = this.#members.flatMap(({ running }) => running?.addresses[0] ?? []);
    this.#network = { ...this.network, bootstrap: alive.slice(0, DEVNET.bootstrapPeers) };
    await writeNetwork(this.networkFile, this.#network);
  }

  #member(index: number): Member {
    const member = this.#members[index];
    if (member !== undefined) return member;
    throw new CairnError(
      "ERR_CONFIG_INVALID",
      `There is no provider ${index}: this network has 0 to ${this.#members.length - 1}.`,
      { facts: { index } },
    );
  }

  #there<T>(part: T | undefined): T {
    if (part !== undefined) return part;
    throw new CairnError("ERR_INTERNAL", "The local network has not been started.");
  }
}
