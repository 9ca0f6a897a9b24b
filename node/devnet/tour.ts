// The tour: stores a file, has it proved and paid, breaks five of its ten providers, gets it back, and shows who is paid
// no more. Every claim it prints is checked first; the first that does not hold ends it.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { CairnError, verifySignedState } from "../../protocol/index.ts";
import { DEFAULT_SAMPLES } from "../auditor/index.ts";
import { formatSize, formatTokens } from "../quantity.ts";
import { table } from "../table.ts";
import { gasOf, provedIn, rate, short, shownIn } from "./tour-figures.ts";
import { differenceFromFile, randomFile } from "./tour-file.ts";
import type { AllocationRecord } from "../../contracts/index.ts";
import type { RoundReport } from "../auditor/index.ts";
import type { Client, PutResult } from "../client/index.ts";
import type { Devnet, DevnetProvider } from "./devnet.ts";

export interface TourOptions {
  /** The file to store. Left out: a random one is made in the network's folder. */
  readonly file?: string;
  /** Size of the random file. Default 64 MiB. */
  readonly bytes?: number;
  readonly k?: number;
  readonly n?: number;
  readonly print: (line: string) => void;
}

const DEFAULT_BYTES = 64 * 2 ** 20;

/** Resolves when everything held. Throws ERR_TOUR_FAILED saying what did not. */
export async function tour(net: Devnet, options: TourOptions): Promise<void> {
  const { k = 4, n = 10 } = options;
  const path = options.file ?? (await randomFile(join(net.folder, "tour.bin"), options.bytes ?? DEFAULT_BYTES));
  await using client = await net.connect();
  const guide = new Guide(net, client, options.print, path, { k, n });
  const put = await guide.put();
  await guide.prove(put);
  const broken = await guide.breakSome(put);
  await guide.getBack(put, broken);
  await guide.judge(put, broken);
  await guide.mend(broken);
  guide.goOn(put);
}

interface Broken {
  readonly dead: readonly DevnetProvider[];
  readonly corrupt: DevnetProvider;
}

class Guide {
  readonly #net: Devnet;
  readonly #client: Client;
  readonly #print: (line: string) => void;
  readonly #path: string;
  readonly #scheme: { readonly k: number; readonly n: number };

  constructor(
    net: Devnet,
    client: Client,
    print: (line: string) => void,
    path: string,
    scheme: { k: number; n: number },
  ) {
    this.#net = net;
    this.#client = client;
    this.#print = print;
    this.#path = path;
    this.#scheme = scheme;
  }

  async put(): Promise<PutResult> {
    const { k, n } = this.#scheme;
    const { size } = await stat(this.#path);
    this.#title(1, `Put ${this.#path} (${formatSize(size)})`);
    this.#say(
      `It is encrypted here, cut into segments, and each segment coded into ${n} fragments for ${n} providers;`,
    );
    this.#say(`any ${k} of them give it back. Nobody but the holder of the link can read it.`);
    const started = performance.now();
    const put = await this.#client.put(createReadStream(this.#path, { highWaterMark: 2 ** 20 }), {
      ...this.#scheme,
      size,
    });
    const seconds = (performance.now() - started) / 1000;
    this.#expect(put.size === size, `the client put ${put.size} of ${size} bytes`);
    this.#expect(
      new Set(put.placements.map(({ provider }) => provider)).size === n,
      "the fragments are not at distinct providers",
    );
    await this.#checkReceipts(put);
    const rows = put.placements.map(({ shard, provider, allocation, peer }) => {
      return [this.#name(provider), provider, `${shard} ${shard < k ? "data" : "parity"}`, String(allocation), peer];
    });
    this.#table(["provider", "account", "fragment", "allocation", "peer"], rows);
    const stored = formatSize(put.storedBytes);
    this.#say(
      `${put.segments} segments, ${stored} in all, durable and co-signed by all ${n} in ${seconds.toFixed(1)} s (${rate(size, seconds)}).`,
    );
    this.#say(`link  ${put.link}`);
    return put;
  }

  async prove(put: PutResult): Promise<void> {
    this.#title(2, "Three rounds: prove and be paid");
    this.#say(
      "Each round the chain's randomness picks leaves; a Merkle proof of them under one 32-byte root is the only way to be paid.",
    );
    await this.#net.rounds(1);
    this.#say(
      "One round first, in which each provider commits the root of what it holds; from then on it must prove it.",
    );
    const before = await this.#earned(put);
    const reports = await this.#net.rounds(3);
    const after = await this.#earned(put);
    const gas = await Promise.all(put.placements.map(({ provider }) => gasOf(this.#byAccount(provider))));
    const rows = put.placements.map(({ provider }, i) => {
      const proofs = reports.filter((report) => provedIn(report, provider)).length;
      const earned = (after[i] as bigint) - (before[i] as bigint);
      this.#expect(proofs === 3, `${this.#name(provider)} proved ${proofs} of 3 rounds`);
      this.#expect(earned > 0n, `${this.#name(provider)} earned nothing`);
      const leaves = reports.at(-1)?.verdicts.find((verdict) => verdict.provider === provider)?.leaves ?? 0;
      return [this.#name(provider), `${proofs} of 3`, leaves, gas[i] as string, formatTokens(earned)];
    });
    this.#table(["provider", "proofs", "leaves held", "gas a proof", "tokens earned"], rows);
    for (const report of reports) {
      this.#expect(report.ok, `the auditor did not pass everyone in round ${report.round}`);
      for (const { provider } of put.placements)
        this.#expect(shownIn(report, provider) === DEFAULT_SAMPLES, `${this.#name(provider)} showed too few leaves`);
    }
    this.#say(
      `The auditor asked each for ${DEFAULT_SAMPLES} leaves of its own choice in each round, and all were shown.`,
    );
  }

  /** Kills four providers, data fragments first, and damages the disk of a fifth. */
  async breakSome(put: PutResult): Promise<Broken> {
    const { k, n } = this.#scheme;
    const dead = put.placements.slice(0, Math.min(4, n - k - 1)).map(({ provider }) => this.#byAccount(provider));
    const corrupt = this.#byAccount((put.placements[dead.length] as { provider: `0x${string}` }).provider);
    this.#title(3, `Kill ${dead.length} providers, damage the disk of one more, and get the file back`);
    for (const provider of dead) {
      await this.#net.kill(provider.index);
      this.#say(`killed     ${this.#name(provider.owner)}`);
    }
    await this.#net.corrupt(corrupt.index);
    this.#say(`corrupted  ${this.#name(corrupt.owner)}: a bit flipped in every leaf on its disk; it does not know`);
    return { dead, corrupt };
  }

  async getBack(put: PutResult, { dead }: Broken): Promise<void> {
    const started = performance.now();
    const difference = await differenceFromFile(this.#client.get(put.link), this.#path);
    this.#expect(difference === undefined, `what came back differs from ${this.#path} at byte ${difference}`);
    const seconds = (performance.now() - started) / 1000;
    const left = this.#scheme.n - dead.length - 1;
    this.#say(
      `got it back, byte for byte the same: ${formatSize(put.size)} in ${seconds.toFixed(1)} s (${rate(put.size, seconds)}), from the ${left} providers left`,
    );
  }

  async judge(put: PutResult, { dead, corrupt }: Broken): Promise<void> {
    this.#title(4, "Two more rounds: who does not prove is not paid, and nobody is charged for it");
    const before = await this.#books(put);
    const reports = await this.#net.rounds(2);
    const after = await this.#books(put);
    const broken = new Set([...dead, corrupt].map(({ owner }) => owner as string));
    const rows = put.placements.map(({ provider }, i) => {
      const earned = (after[i] as Book).earned - (before[i] as Book).earned;
      const charged = (after[i] as Book).charged - (before[i] as Book).charged;
      const verdict = reports.at(-1)?.verdicts.find((one) => one.provider === provider);
      this.#expect(
        (earned === 0n) === broken.has(provider),
        `${this.#name(provider)} earned ${formatTokens(earned)} tokens`,
      );
      this.#expect(
        (charged === 0n) === broken.has(provider),
        `the client was charged ${formatTokens(charged)} tokens for ${this.#name(provider)}`,
      );
      return [
        this.#name(provider),
        verdict?.proved === true ? "yes" : "no",
        formatTokens(earned),
        formatTokens(charged),
        verdict?.verdict ?? "",
        short(verdict?.reason ?? ""),
      ];
    });
    for (const report of reports) this.#checkVerdicts(report, put, dead, corrupt);
    this.#table(["provider", "proved", "earned", "client charged", "verdict", "why"], rows);
  }

  /** Leaves the network as it was found: whoever goes on has twelve sound providers. */
  async mend({ dead, corrupt }: Broken): Promise<void> {
    await this.#net.heal(corrupt.index);
    for (const { index } of dead) await this.#net.restart(index);
    const [report] = await this.#net.rounds(1);
    this.#expect(report?.ok === true, "a provider that was mended does not prove");
    this.#say(
      `Mended: the ${dead.length} are started again, the disk of the fifth is put right, and all proved the next round.`,
    );
  }

  goOn(put: PutResult): void {
    this.#title(5, "Go on by hand");
    const at = `--folder ${this.#net.folder}`;
    this.#say("In another terminal, while this one runs:");
    for (const command of [`put README.md ${at}`, `get '${put.link}' -o copy.bin ${at}`, `audit ${at}`, `status ${at}`])
      this.#say(`  npx cairn ${command}`);
  }

  #checkVerdicts(report: RoundReport, put: PutResult, dead: readonly DevnetProvider[], corrupt: DevnetProvider): void {
    const verdictOf = (owner: string): string =>
      report.verdicts.find(({ provider }) => provider === owner)?.verdict ?? "none";
    for (const { owner } of dead)
      this.#expect(verdictOf(owner) === "offline", `the auditor calls dead ${this.#name(owner)} ${verdictOf(owner)}`);
    this.#expect(
      verdictOf(corrupt.owner) === "missing",
      `the auditor calls corrupt ${this.#name(corrupt.owner)} ${verdictOf(corrupt.owner)}`,
    );
    const broken = new Set([...dead, corrupt].map(({ owner }) => owner as string));
    for (const { provider } of put.placements) {
      if (!broken.has(provider))
        this.#expect(
          verdictOf(provider) === "passed",
          `the auditor calls ${this.#name(provider)} ${verdictOf(provider)}`,
        );
    }
  }

  async #checkReceipts({ placements, receipts }: PutResult): Promise<void> {
    for (const { provider, allocation } of placements) {
      const signed = receipts.find(({ state }) => state.allocation === allocation);
      const record = await this.#net.treasury.provider(provider);
      if (signed === undefined || record === undefined) this.#expect(false, `${this.#name(provider)} signed nothing`);
      else verifySignedState(this.#net.treasury.domain, signed, this.#net.wallet.signer.address, record.nodeKey);
    }
  }

  async #earned(put: PutResult): Promise<bigint[]> {
    return Promise.all(
      put.placements.map(async ({ provider }) => (await this.#net.treasury.earnings(provider)).earned),
    );
  }

  async #books(put: PutResult): Promise<Book[]> {
    const { treasury } = this.#net;
    const { round } = await treasury.clock();
    const earned = await this.#earned(put);
    return Promise.all(
      put.placements.map(async ({ provider, allocation }, i) => {
        const record = (await treasury.allocation(allocation)) as AllocationRecord;
        const proved = await treasury.provedRounds(provider, record.startRound, Math.min(round + 1, record.endRound));
        const rounds = BigInt(proved.filter(Boolean).length);
        return { earned: earned[i] as bigint, charged: rounds * record.price * BigInt(record.units) };
      }),
    );
  }

  #byAccount(owner: string): DevnetProvider {
    const provider = this.#net.providers.find((one) => one.owner === owner);
    if (provider !== undefined) return provider;
    throw new CairnError("ERR_TOUR_FAILED", `A fragment went to ${owner}, which is no provider of this network.`);
  }

  #name(owner: string): string {
    return `#${this.#byAccount(owner).index + 1}`;
  }

  #title(step: number, text: string): void {
    this.#print("");
    this.#print(`${step}. ${text}`);
  }

  #say(text: string): void {
    this.#print(`   ${text}`);
  }

  #table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
    for (const line of table([head, ...rows])) this.#say(line);
  }

  #expect(held: boolean, otherwise: string): void {
    if (!held)
      throw new CairnError(
        "ERR_TOUR_FAILED",
        `The tour did not hold: ${otherwise}. Report this, with the lines above.`,
      );
  }
}

/** What the contract paid a provider, and what it has charged the client for one allocation. */
interface Book {
  readonly earned: bigint;
  readonly charged: bigint;
}
