// `cairn up`: a whole local network on this machine, with the tour if asked for, until Ctrl-C.

import { join, resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { formatSeconds, parseSize } from "../quantity.ts";
import type { Devnet, DevnetOptions } from "../devnet/index.ts";
import { type CommandContext, type CommandSpec, wholeNumber } from "./command.ts";
import { lastRpcPort } from "./last-port.ts";
import { openLog } from "./log.ts";
import { untilAborted } from "./until-aborted.ts";

const MAX_PORT = 65_535;

export const upCommand: CommandSpec = {
  name: "up",
  summary: "start a real network on this machine: a chain, the contracts, providers and an auditor; stays until Ctrl-C",
  scopes: ["local"],
  options: [
    { flags: "--tour", about: "then show what it does: store a file, prove it, break providers, get it back" },
    { flags: "--tour-only", about: "the tour and nothing more: exit 0 if all of it held, 1 if any of it did not" },
    { flags: "--file <path>", about: "the file for the tour (default: one that is generated)" },
    { flags: "--size <size>", about: "size of the generated file (default: 64 MiB)", parse: sizeOption },
    { flags: "--processes", about: "run every provider as a process of its own" },
    {
      flags: "--rpc-port <port>",
      about: "port of the chain's RPC (default: the one of last time, else a free one)",
      parse: wholeNumber(0, MAX_PORT),
    },
    {
      flags: "--first-port <port>",
      about: "port of the first provider; the others count up (default: free ones)",
      parse: wholeNumber(0, MAX_PORT),
    },
  ],
  examples: [
    "cairn up                                      # the network, kept in ./data",
    "cairn up --tour --file photo.jpg              # and the tour, with a file of yours",
    "cairn up --tour-only --size 1MiB --folder /tmp/try",
  ],
  async run(context) {
    const started = performance.now();
    await using net = await startNetwork(context);
    context.output.say(
      `Ready in ${formatSeconds((performance.now() - started) / 1000)}. Everything lies in ${net.folder}`,
    );
    if (wantsTour(context)) await tourOrStop(context, net);
    if (context.options["tourOnly"] === true) return context.signal.throwIfAborted();
    await context.output.item(networkFacts(net), [
      `The network is up; its file is ${net.networkFile}. Ctrl-C stops it.`,
    ]);
    await Promise.race([watchRounds(context, net), untilAborted(context.signal)]);
    await untilAborted(context.signal);
    context.output.say("Stopping chain and providers; nothing is lost.");
  },
};

async function startNetwork(context: CommandContext): Promise<Devnet> {
  const { devnet } = await import("../devnet/index.ts");
  const rpcPort = context.options["rpcPort"] ?? (await lastRpcPort(join(context.config.folder, "network.json")));
  return devnet(devnetOptions(context, rpcPort));
}

function devnetOptions(context: CommandContext, rpcPort: unknown): DevnetOptions {
  const { config, loaded, options, output, signal } = context;
  const { folder, providers, roundBlocks, blockSeconds } = config;
  const { firstPort } = options;
  return {
    folder,
    providers,
    roundBlocks,
    blockTimeSeconds: blockSeconds,
    processes: options["processes"] === true,
    onStep: (line) => output.say(line),
    signal,
    ...(typeof rpcPort === "number" ? { rpcPort } : {}),
    ...(typeof firstPort === "number" ? { firstPort } : {}),
    // The plain lines say enough; logs are for those who ask.
    ...(loaded.sources.logLevel.kind === "default" ? {} : { log: openLog(config) }),
  };
}

/** A line for each round that ends, from the auditor. It ends with the signal, or when the chain can't be asked any more. */
async function watchRounds({ output, signal }: CommandContext, net: Devnet): Promise<void> {
  try {
    for await (const { round, verdicts, ok } of net.watch(signal)) {
      if (verdicts.length === 0) continue; // nothing is sold yet
      const proved = verdicts.filter((verdict) => verdict.proved).length;
      output.say(
        `round ${round}: ${proved} of ${verdicts.length} providers with paid room proved it; ${ok ? "the auditor found nothing wrong" : "not all is well"}`,
      );
      for (const { provider, verdict, reason } of verdicts) {
        if (verdict !== "passed") output.say(`  ${provider} ${verdict}: ${reason}`);
      }
    }
  } catch (error) {
    if (!signal.aborted) output.say(`The auditor stopped: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function wantsTour({ options }: CommandContext): boolean {
  return options["tour"] === true || options["tourOnly"] === true;
}

/** The tour, given up when the person stops it: taking the network down ends what it waits for. */
async function tourOrStop(context: CommandContext, net: Devnet): Promise<void> {
  const over = new AbortController();
  const touring = showTour(context, net).finally(() => over.abort());
  await Promise.race([touring, untilAborted(AbortSignal.any([context.signal, over.signal]))]);
  if (context.signal.aborted) return void touring.catch(() => {});
  await touring;
}

async function showTour({ options, output, json, io }: CommandContext, net: Devnet): Promise<void> {
  const { tour } = await import("../devnet/index.ts");
  const { file, size } = options;
  await tour(net, {
    print: (line) => void (json ? output.say(line) : output.bytes(`${line}\n`)),
    ...(typeof file === "string" ? { file: resolve(io.cwd, file) } : {}),
    ...(typeof size === "number" ? { bytes: size } : {}),
  });
}

function networkFacts(net: Devnet): Record<string, unknown> {
  const { folder, networkFile, network, walletFile, providers } = net;
  const members = providers.map(({ index, folder: path, owner, peer, running }) => ({
    index,
    folder: path,
    owner,
    peer,
    running,
  }));
  return {
    folder,
    networkFile,
    walletFile,
    rpcUrl: network.rpcUrl,
    chainId: network.chainId,
    market: network.market,
    providers: members,
  };
}

function sizeOption(text: string): number {
  const bytes = parseSize(text);
  if (bytes === undefined) throw new InvalidArgumentError("Use a size such as 64MiB.");
  return bytes;
}
