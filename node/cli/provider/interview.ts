// What `cairn provider init` asks at a terminal: only what was not given, each with a default that suits this machine and market.

import { homedir, networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import type { NetworkFile } from "../../../contracts/index.ts";
import { isAddress } from "../../../protocol/index.ts";
import { monthPrice, parsePrice, unitPrice } from "../../price.ts";
import {
  exactSize,
  formatSeconds,
  formatSize,
  formatTokens,
  parseSize,
  parseTokens,
  shortTokens,
} from "../../quantity.ts";
import type { SettingKey } from "../../settings.ts";
import { isThere } from "../../is-there.ts";
import type { CommandContext } from "../command.ts";
import { type Answer, type Asking, yesOrNo } from "../questions.ts";
import { diskRoom, fittingCapacity } from "./disk-room.ts";
import { type MarketTerms, readTerms, stakeFor } from "./market-terms.ts";
import { tryBind } from "./reach-checks.ts";

export type Answers = Partial<Record<SettingKey, unknown>>;
const LEAST_CAPACITY = 2 ** 20;
const STANDARD_PORT = 4101;
const PORTS_TRIED = 16;

/** Asks for what neither flags nor environment say. Throws ERR_ABORTED when the person leaves. */
export async function interview(context: CommandContext, asking: Asking): Promise<Answers> {
  const answers: Answers = {};
  const isOpen = (key: SettingKey): boolean => context.loaded.sources[key].kind === "default";
  const { io, config } = context;
  const folder = isOpen("folder") ? await askFolder(asking, io.cwd) : config.folder;
  answers.folder = folder;
  const networkFile = isOpen("network") ? await askNetwork(asking, io.cwd) : config.network;
  answers.network = networkFile;
  const { readNetwork } = await import("../../../contracts/index.ts");
  const network = await readNetwork(networkFile);
  const terms = await termsIfAny({ ...context, config: { ...config, network: networkFile } }, network);
  const capacity = isOpen("capacity") ? await askCapacity(asking, folder) : config.capacity;
  answers.capacity = exactSize(capacity);
  if (isOpen("price")) answers.price = await askPrice(asking, context, terms);
  if (isOpen("stake")) answers.stake = await askStake(asking, capacity, terms);
  if (isOpen("payout")) answers.payout = await askPayout(asking);
  if (isOpen("listen")) answers.listen = await askListen(asking);
  if (isOpen("upnp") && isOpen("announce") && !network.local) answers.upnp = await askRouter(asking);
  return answers;
}

async function termsIfAny(context: CommandContext, network: NetworkFile): Promise<MarketTerms | undefined> {
  try {
    return await readTerms(context, network);
  } catch (error) {
    context.signal.throwIfAborted();
    context.output.say(`The chain cannot be asked what it pays and wants: ${(error as Error).message}`);
    return undefined;
  }
}

/** The folder of a local network is not one for a provider: it has a wallet and providers of its own. */
async function askFolder(asking: Asking, cwd: string): Promise<string> {
  const isTaken = await isThere(resolve(cwd, "data", "network.json"));
  return asking.ask({
    ask: "Folder",
    why: "Where keys and data will lie: on a disk that stays, with the room that you want to sell.",
    standard: isTaken ? "provider" : "data",
    read: async (text) => {
      const folder = pathOf(text, cwd);
      const isMade = await isThere(join(folder, "config.toml"));
      return isMade ? { wrong: `${folder} has a config.toml already: name another folder.` } : { value: folder };
    },
  });
}

async function askNetwork(asking: Asking, cwd: string): Promise<string> {
  const { readNetwork } = await import("../../../contracts/index.ts");
  const near = ["network.json", join("data", "network.json")];
  const found = await Promise.all(near.map((file) => isThere(resolve(cwd, file))));
  return asking.ask({
    ask: "Network file",
    why: "Which network to join: the network.json that whoever runs it gives out. It names chain, contracts and first peers.",
    standard: near[found.indexOf(true)],
    read: async (text) => {
      if (text === "") return { wrong: "There is none here: give the path of a network.json." };
      const file = pathOf(text, cwd);
      return readNetwork(file).then(
        () => ({ value: file }),
        (error: Error) => ({ wrong: error.message }),
      );
    },
  });
}

async function askCapacity(asking: Asking, folder: string): Promise<number> {
  const { freeBytes, totalBytes } = await diskRoom(folder);
  return asking.ask({
    ask: "Capacity",
    why: `How much to sell. The disk has ${formatSize(freeBytes)} free of ${formatSize(totalBytes)}; leave a tenth for index, compaction and chance.`,
    standard: exactSize(Math.max(LEAST_CAPACITY, fittingCapacity(freeBytes))),
    read: (text): Answer<number> => {
      const bytes = parseSize(text);
      if (bytes === undefined || bytes < LEAST_CAPACITY) return { wrong: "Give a size such as 500 GB or 2 TiB." };
      if (bytes > freeBytes)
        return { wrong: `The disk has ${formatSize(freeBytes)} free: what is sold has to fit on it.` };
      return { value: bytes };
    },
  });
}

async function askPrice(asking: Asking, { config }: CommandContext, terms: MarketTerms | undefined): Promise<string> {
  const standard =
    terms && monthPrice(terms.goingPrice ?? unitPrice(config.price, terms.roundSeconds), terms.roundSeconds);
  const others =
    terms?.goingPrice === undefined
      ? "Nobody sells here yet."
      : `The middle one of ${terms.sellers} that sell is paid ${shortTokens(standard as bigint)}.`;
  const round = terms === undefined ? "" : ` A round lasts ${formatSeconds(terms.roundSeconds)} here.`;
  return asking.ask({
    ask: "Price, tokens per TiB-month",
    why: `What a client pays for a TiB over 30 days, as long as you prove it. ${others}${round}`,
    standard: standard === undefined ? undefined : shortTokens(standard),
    read: (text): Answer<string> => {
      const price = parsePrice(/^[\d.]+$/.test(text) ? `${text} per TiB-month` : text);
      if (price === undefined) return { wrong: "Give an amount of tokens above 0, such as 2.5." };
      return { value: /^[\d.]+$/.test(text) ? `${text} per TiB-month` : text };
    },
  });
}

async function askStake(asking: Asking, capacity: number, terms: MarketTerms | undefined): Promise<string> {
  const needed = terms && stakeFor(terms, capacity);
  const least = terms?.minStake ?? 0n;
  const why =
    needed === undefined
      ? "Tokens that the market holds as long as you sell, and takes from if you lose data or stop proving."
      : `Tokens that the market holds as long as you sell, and takes from if you lose data or stop proving. At least ${formatTokens(least)}; to sell all of ${formatSize(capacity)}, ${formatTokens(needed)}.`;
  return asking.ask({
    ask: "Stake, tokens",
    why,
    standard: formatTokens(needed ?? 100n * 10n ** 18n),
    read: (text): Answer<string> => {
      const amount = parseTokens(text);
      if (amount === undefined) return { wrong: "Give an amount of tokens, such as 100." };
      return amount < least ? { wrong: `The market takes no less than ${formatTokens(least)}.` } : { value: text };
    },
  });
}

async function askPayout(asking: Asking): Promise<string | undefined> {
  return asking.ask({
    ask: "Payout address",
    why: "Who gets what is earned: the owner's key, which will lie in the folder, or an address of yours whose key lies safer. Never an exchange's.",
    standard: "owner",
    read: (text): Answer<string | undefined> => {
      if (text === "owner") return { value: undefined };
      if (isAddress(text)) return { value: text };
      if (!/^0x[0-9a-fA-F]{40}$/.test(text)) return { wrong: "Give 0x and 40 hex digits, or owner." };
      return { wrong: "A character of it is wrong: capitals and small letters do not fit the digits. Copy it again." };
    },
  });
}

async function askListen(asking: Asking): Promise<string[]> {
  const hasGlobalIpv6 = Object.values(networkInterfaces())
    .flat()
    .some((one) => one?.family === "IPv6" && /^[23]/.test(one.address));
  return asking.ask({
    ask: "TCP port",
    why: "Where others reach you. It has to be open towards the internet: in the firewall of this machine and in the router.",
    standard: String(await freePort()),
    read: async (text): Promise<Answer<string[]>> => {
      const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
      if (port < 0 || port > 65_535) return { wrong: "Give a number up to 65535." };
      const bound = await tryBind({ host: "0.0.0.0", port });
      if (bound === "EADDRINUSE") return { wrong: `Another program listens on port ${port}: take another one.` };
      if (bound === "EACCES") return { wrong: "Below 1024 a port takes special rights: take a higher one." };
      return { value: [`/ip4/0.0.0.0/tcp/${port}`, ...(hasGlobalIpv6 ? [`/ip6/::/tcp/${port}`] : [])] };
    },
  });
}

/** The usual one, or where another program has it already the next that is free. */
async function freePort(): Promise<number> {
  for (let port = STANDARD_PORT; port < STANDARD_PORT + PORTS_TRIED; port += 1)
    if ((await tryBind({ host: "0.0.0.0", port })) === "free") return port;
  return STANDARD_PORT;
}

function askRouter(asking: Asking): Promise<boolean> {
  return asking.ask(
    yesOrNo(
      "Open the port in the router by UPnP",
      "At home a router stands between you and the others. Many open a port when a program asks; say no on a server.",
      true,
    ),
  );
}

/** A path as it was typed; what a shell would have done with `~` is done here. */
function pathOf(text: string, cwd: string): string {
  return resolve(cwd, text.replace(/^~(?=\/|$)/, homedir()));
}
