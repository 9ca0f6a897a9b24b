// The provider of a folder with its chain, for the commands that look at it or act as its owner.

import type { Ledger, ProviderRecord } from "../../../contracts/index.ts";
import { CairnError } from "../../../protocol/index.ts";
import { openLedger } from "../chain.ts";
import type { CommandContext } from "../command.ts";
import { shellWord } from "../shell-word.ts";
import { readOwnerKey } from "./own-keys.ts";

export interface Own {
  /** Sends as the owner. */
  readonly ledger: Ledger;
  readonly record: ProviderRecord;
}

/** Runs `work` with the provider of the folder and its owner's ledger. Throws ERR_CONFIG_INVALID if it never registered. */
export async function asOwner<T>(context: CommandContext, work: (own: Own) => Promise<T>): Promise<T> {
  const { signer, privateKey } = await readOwnerKey(context.config.folder);
  const ledger = await openLedger(context, privateKey);
  try {
    const owner = signer.address;
    const record = await ledger.provider(owner, { signal: context.signal });
    if (record === undefined) throw neverRegistered(owner, context.config.folder);
    return await work({ ledger, record });
  } finally {
    ledger.close();
  }
}

function neverRegistered(owner: string, folder: string): CairnError {
  const message = `Provider ${owner} is not registered: \`cairn provider start --folder ${shellWord(folder)}\` does that the first time.`;
  return new CairnError("ERR_CONFIG_INVALID", message, { facts: { owner } });
}
