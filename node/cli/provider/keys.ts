// `cairn provider payout` and `cairn provider rotate`: the two of a provider's addresses that its owner can change.

import { copyFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Address } from "../../../protocol/index.ts";
import { lockFolder } from "../../folder-lock.ts";
import { KEY_FILES } from "../../provider-keys.ts";
import { formatTokens } from "../../quantity.ts";
import { rememberedRegistration, rememberRegistration } from "../../registration.ts";
import { readKeyFile, readOrCreateKeyFile, type Wallet } from "../../wallet.ts";
import { isThere } from "../../is-there.ts";
import type { CommandContext, CommandSpec } from "../command.ts";
import { addressArgument } from "../ledger-book.ts";
import { readOwnerKey, refuseOtherUser } from "./own-keys.ts";
import { asOwner, type Own } from "./owner.ts";

export const payoutCommand: CommandSpec = {
  name: "provider payout",
  arguments: [["<address>", "an address whose key you have: 0x… (an exchange's would lose the money)"]],
  summary: "send what the provider earns to another address from now on, what is not collected yet included",
  examples: ["cairn provider payout 0x… --folder /srv/cairn"],
  run: setPayout,
};

export const rotateCommand: CommandSpec = {
  name: "provider rotate",
  summary: "replace the node key, because it is lost or somebody may have seen it; the daemon has to be stopped",
  examples: ["cairn provider rotate --folder /srv/cairn"],
  run: rotate,
};

async function setPayout(context: CommandContext): Promise<void> {
  const payout = addressArgument(context.arguments[0] ?? "");
  await asOwner(context, async ({ ledger, record }) => {
    const before = record.payout;
    if (before === payout) {
      return context.output.result({ owner: record.owner, payout, changed: false }, [
        `earnings go to ${payout} already`,
      ]);
    }
    const { hash, block } = await ledger.setPayout(payout, { signal: context.signal });
    const pending = record.earned > 0n ? `, ${formatTokens(record.earned)} tokens not collected yet included` : "";
    await context.output.result({ owner: record.owner, payout, before, changed: true, hash, block }, [
      `from block ${block} on earnings go to ${payout}${pending}`,
      "They gather in the vault; with the key of that address: cairn wallet withdraw --wallet FILE",
    ]);
  });
}

/** The new key lies beside the old one until the chain knows it, so that no moment of a crash leaves a provider without its key. */
async function rotate(context: CommandContext): Promise<void> {
  const { folder } = context.config;
  await readOwnerKey(folder); // before the lock, which would make the folder
  await refuseOtherUser(folder);
  const lock = await lockFolder(folder);
  try {
    await asOwner(context, (own) => replaceNodeKey(context, own));
  } finally {
    await lock.release();
  }
}

async function replaceNodeKey(context: CommandContext, { ledger, record }: Own): Promise<void> {
  const { output, config, signal } = context;
  const [at, next] = [join(config.folder, KEY_FILES.node), join(config.folder, `${KEY_FILES.node}.next`)];
  const old = (await isThere(at)) ? await readKeyFile(at) : undefined;
  const fresh: Wallet = await readOrCreateKeyFile(next);
  const nodeKey = fresh.signer.address;
  const before = old?.signer.address ?? record.nodeKey;
  if (record.nodeKey !== nodeKey) await ledger.updateNode({ nodeKey, peerId: record.peerId }, { signal });
  await rememberKey(config.folder, nodeKey);
  const kept = old === undefined ? null : `${at}.${before.slice(2, 10)}.old`;
  if (kept !== null) await copyFile(at, kept); // its name is that of the key, so a second copy is the same
  await rename(next, at);
  await output.result({ owner: record.owner, nodeKey, before, kept }, [
    `the node key is ${nodeKey} now; ${kept === null ? "the old one was not here" : `the old one is kept in ${kept}`}`,
    "It needs a little of the chain's currency for gas: send it some, then start the daemon again.",
    "What is sold goes on under the new key. Consents of `cairn provider exit --consents` are void: write them anew.",
  ]);
}

/** So that the daemon starts under the new key also while the chain does not answer. */
async function rememberKey(folder: string, nodeKey: Address): Promise<void> {
  const known = await rememberedRegistration(folder);
  if (known !== undefined && known.nodeKey !== nodeKey) await rememberRegistration(folder, { ...known, nodeKey });
}
