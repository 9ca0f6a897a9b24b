// The three keys of a provider, one file each in its folder, made once and never replaced:
//
//   peer.key    its name on the network: losing it means registering under another
//   node.key    signs offers and allocation states and proves each round; holds a little of the chain's currency for gas
//   owner.key   the account that owns stake and earnings, and whose address is the provider's id
//

import { existsSync } from "node:fs";
import { join } from "node:path";
import { CairnError } from "../protocol/index.ts";
import type { Wallet } from "./wallet.ts";
import { readOrCreateKeyFile, readKeyFile } from "./wallet.ts";

export const KEY_FILES = { peer: "peer.key", node: "node.key", owner: "owner.key" } as const;

export interface ProviderKeys {
  /** The 32-byte seed of the libp2p identity. */
  readonly peer: Uint8Array;
  readonly node: Wallet;
  readonly owner: Wallet;
}

/** The keys in a provider's folder. Throws ERR_WALLET_INVALID when one is missing or unusable. */
export async function readProviderKeys(folder: string): Promise<ProviderKeys> {
  if (!existsSync(join(folder, KEY_FILES.peer))) {
    const message = `There is no provider in ${folder}: make one with \`cairn provider init --folder ${folder}\`, or name another folder.`;
    throw new CairnError("ERR_WALLET_INVALID", message, { facts: { folder } });
  }
  const [peer, node, owner] = await Promise.all([
    readKeyFile(join(folder, KEY_FILES.peer)),
    readKeyFile(join(folder, KEY_FILES.node)),
    readKeyFile(join(folder, KEY_FILES.owner)),
  ]);
  return distinct({ peer: peer.privateKey, node, owner }, folder);
}

/** The keys in a provider's folder, with those that are missing made first. */
export async function readOrCreateProviderKeys(folder: string): Promise<ProviderKeys> {
  const peer = await readOrCreateKeyFile(join(folder, KEY_FILES.peer));
  const node = await readOrCreateKeyFile(join(folder, KEY_FILES.node));
  const owner = await readOrCreateKeyFile(join(folder, KEY_FILES.owner));
  return distinct({ peer: peer.privateKey, node, owner }, folder);
}

/** A node key that is also the owner's would put the stake at the mercy of whoever breaks into the daemon. */
function distinct(keys: ProviderKeys, folder: string): ProviderKeys {
  if (keys.node.signer.address !== keys.owner.signer.address) return keys;
  const message = `In ${folder}, node.key and owner.key are the same key: move node.key away, and a new one is made.`;
  throw new CairnError("ERR_WALLET_INVALID", message, { facts: { folder } });
}
