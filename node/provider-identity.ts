// Who the provider of a folder is to the chain: registered by its first start, and compared at every later one. Offers signed by a
// key, or served by a peer, that the chain does not know of are worth nothing: better not to start.

import { CairnError, sameAddress, type Address } from "../protocol/index.ts";
import { peerIdBytes } from "./network/index.ts";
import { asOwner, ifChainAnswers } from "./provider-chain.ts";
import { providerLog } from "./provider-options.ts";
import { formatTokens } from "./quantity.ts";
import { type Registration, rememberedRegistration, rememberRegistration } from "./registration.ts";
import type { Ledger, ProviderRecord } from "../contracts/index.ts";
import type { Network } from "./network/index.ts";
import type { ProviderKeys } from "./provider-keys.ts";
import type { ProviderNodeOptions } from "./provider-options.ts";

export interface IdentityParts {
  readonly keys: ProviderKeys;
  readonly network: Network;
  /** Sends as the node key. */
  readonly ledger: Ledger;
  /** As what an earlier run was registered. */
  readonly known: Registration | undefined;
}

/** As what an earlier run was registered in this market. */
export async function knownAs(
  { folder, network }: ProviderNodeOptions,
  owner: Address,
): Promise<Registration | undefined> {
  const known = await rememberedRegistration(folder);
  const isThis = known?.chainId === network.chainId && sameAddress(known.market, network.market);
  return isThis && sameAddress(known.owner, owner) ? known : undefined;
}

/**
 * Registers the provider if the chain does not know it, and compares its keys with the chain's if it does; with what an earlier run
 * was registered as while the chain is away. True if this registered it. Throws ERR_CONFIG_INVALID when they are others, and
 * ERR_NOT_ENOUGH_TOKENS, ERR_NOT_ENOUGH_GAS, ERR_RPC_DOWN.
 */
export async function registerOrRemember(options: ProviderNodeOptions, parts: IdentityParts): Promise<boolean> {
  const { folder, signal } = options;
  const { keys, network, ledger, known } = parts;
  const owner = keys.owner.signer.address;
  const nodeKey = keys.node.signer.address;
  const asked = await ifChainAnswers(signal, known, async (wait) => ({ record: await ledger.provider(owner, wait) }));
  if (asked === undefined && known !== undefined) {
    checkRecord({ ...known, peerId: peerIdBytes(known.peer), stage: "active" }, parts);
    const what =
      "the chain does not answer: started without it, as registered before. What is held is served; nothing is sold until it is back, and rounds are proved from then on";
    providerLog(options.log).warn({ event: "chain.away-at-start", code: "ERR_RPC_DOWN", owner }, what);
    return false;
  }
  const made = await register(options, parts, asked?.record);
  const { chainId, market } = options.network;
  await rememberRegistration(folder, { chainId, market, owner, nodeKey, peer: network.peer });
  return made;
}

/** True if this registered the provider, false if it was registered as what it is. */
async function register(
  options: ProviderNodeOptions,
  parts: IdentityParts,
  record: ProviderRecord | undefined,
): Promise<boolean> {
  const { keys, network } = parts;
  const { privateKey } = keys.owner;
  if (record !== undefined) {
    checkRecord(record, parts);
    if (wantsPayout(record, options))
      await asOwner(options, privateKey, (own) => own.setPayout(options.payout as Address));
    return false;
  }
  const stake = formatTokens(options.stake);
  providerLog(options.log).info(
    { event: "provider.registering", owner: keys.owner.signer.address },
    `registering on the chain with a stake of ${stake} tokens, which takes a few blocks`,
  );
  await asOwner(options, privateKey, async (own) => {
    const nodeKey = keys.node.signer.address;
    await own.registerProvider({ nodeKey, peerId: peerIdBytes(network.peer), stake: options.stake });
    if (options.payout !== undefined) await own.setPayout(options.payout);
  });
  return true;
}

/** A payout address is set here once, and again only if a crash came between; who changed it on chain has said what it is to be. */
function wantsPayout({ owner, payout, stage }: ProviderRecord, options: ProviderNodeOptions): boolean {
  const canSet = stage === "active" || stage === "exiting";
  return canSet && options.payout !== undefined && payout === owner && options.payout !== owner;
}

type Identity = Pick<ProviderRecord, "owner" | "nodeKey" | "peerId" | "stage">;

function checkRecord({ owner, nodeKey, peerId, stage }: Identity, { keys, network }: IdentityParts): void {
  const facts = { owner, nodeKey, stage, ours: keys.node.signer.address, peer: network.peer };
  if (stage === "left") {
    const message = `Provider ${owner} has left this market for good. To offer storage again, make a new provider in another folder.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts });
  }
  if (nodeKey !== keys.node.signer.address) {
    const message = `The chain has node key ${nodeKey} for provider ${owner}, and node.key is that of ${facts.ours}. Put the registered node.key back.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts });
  }
  if (Buffer.compare(peerId, peerIdBytes(network.peer)) !== 0) {
    const message = `The chain has another peer id for provider ${owner} than ${network.peer}. Put the registered peer.key back.`;
    throw new CairnError("ERR_CONFIG_INVALID", message, { facts });
  }
}
