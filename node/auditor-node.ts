// One whole auditor for a network: a peer that listens nowhere, a ledger, and the means to ask providers. It needs a key
// only to open disputes.

import { connectLedger } from "../contracts/index.ts";
import { createTransfer } from "./client/index.ts";
import { fastHasher } from "./hasher.ts";
import { createNetwork } from "./network/index.ts";
import type { NetworkFile } from "../contracts/index.ts";
import type { AuditorComponents } from "./auditor/index.ts";

export interface AuditorNode extends AuditorComponents {
  close(): Promise<void>;
}

export interface AuditorNodeOptions {
  /** 32 bytes. Pays bonds and gas of disputes; without it the chain is only read. */
  readonly privateKey?: Uint8Array;
  readonly pollMs?: number;
  readonly signal?: AbortSignal;
}

/** Throws what `connectLedger` and `createNetwork` throw; nothing of it runs on then. */
export async function openAuditorNode(file: NetworkFile, options: AuditorNodeOptions = {}): Promise<AuditorNode> {
  const ledger = await connectLedger({ deployment: file, ...options });
  try {
    const hasher = await fastHasher();
    const network = await createNetwork({ listen: [], bootstrap: file.bootstrap, local: file.local, dhtServer: false });
    const transfer = createTransfer({ network, hasher, domain: ledger.domain, signer: undefined });
    const close = async (): Promise<void> => {
      ledger.close();
      await network.stop();
    };
    return { network, ledger, hasher, transfer, close };
  } catch (error) {
    ledger.close();
    throw error;
  }
}
