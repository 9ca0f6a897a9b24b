// Money on a local network, where tokens are play money and the chain gives gas to whoever asks it.

import { CairnError, type Address } from "../../protocol/index.ts";
import type { NetworkFile } from "../../contracts/index.ts";

const GAS_WEI = 10n ** 20n;
const ANSWER_MS = 10_000;

/** Sets the gas balance of accounts on a local chain. Throws ERR_CONFIG_INVALID on any other. */
export async function giveGas(network: NetworkFile, accounts: readonly Address[], signal: AbortSignal): Promise<void> {
  if (!network.local) {
    throw new CairnError(
      "ERR_CONFIG_INVALID",
      "This is no local network: send gas and tokens to the addresses above from a wallet that has some.",
    );
  }
  for (const account of accounts) {
    await call(network.rpcUrl, "anvil_setBalance", [account, `0x${GAS_WEI.toString(16)}`], signal);
  }
}

async function call(url: string, method: string, params: unknown[], signal: AbortSignal): Promise<void> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const headers = { "content-type": "application/json" };
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
  try {
    const answer = (await (await fetch(url, { method: "POST", body, headers, signal: bounded })).json()) as {
      error?: { message: string };
    };
    if (answer.error !== undefined) throw new Error(answer.error.message);
  } catch (cause) {
    signal.throwIfAborted();
    throw new CairnError("ERR_RPC_DOWN", `The local chain at ${url} did not take ${method}: is \`cairn up\` running?`, {
      facts: { url },
      cause,
    });
  }
}
