// Looks how long the node key's gas will last, and says so before it is gone: without gas no round is proved.

import { PROVIDER } from "../limits/index.ts";
import { formatTokens } from "../quantity.ts";
import type { Ledger } from "../../contracts/index.ts";
import type { ProviderLog } from "./provider-log.ts";
import type { RoundReport } from "./round-report.ts";

export interface GasParts {
  readonly ledger: Ledger;
  readonly report: RoundReport;
  readonly log: ProviderLog;
}

type Level = "enough" | "low" | "urgent";

export class GasWatch {
  readonly #parts: GasParts;
  #said: Level = "enough";

  constructor(parts: GasParts) {
    this.#parts = parts;
  }

  /** Throws ERR_RPC_DOWN. */
  async look(signal: AbortSignal): Promise<void> {
    const { ledger, report } = this.#parts;
    const { account } = ledger;
    if (account === undefined) return;
    const [{ gas }, price] = await Promise.all([ledger.balance(account, { signal }), ledger.gasPrice({ signal })]);
    // A first proof, of nothing yet, costs less than those that come.
    const perRound = BigInt(Math.max(report.lastGas ?? 0, PROVIDER.proofGas)) * (price > 0n ? price : 1n);
    const rounds = Number(gas / perRound);
    report.gas = gas;
    report.roundsOfGasLeft = rounds;
    this.#say(rounds, { account, gas: gas.toString(), roundsLeft: rounds, gasPrice: price.toString() });
  }

  #say(
    rounds: number,
    facts: { readonly account: string; readonly gas: string; readonly roundsLeft: number; readonly gasPrice: string },
  ): void {
    const level = this.#levelOf(rounds);
    if (level === this.#said) return;
    this.#said = level;
    const { log } = this.#parts;
    const has = `the node key ${facts.account} has ${formatTokens(BigInt(facts.gas))} of the chain's currency`;
    if (level === "enough")
      return log.info({ event: "gas.enough", ...facts }, `${has}: enough for ${rounds} rounds again`);
    const what = `${has}, enough gas for ${rounds} more rounds at the present price: send it more`;
    if (level === "low") log.warn({ event: "gas.low", ...facts }, what);
    else
      log.error(
        { event: "gas.urgent", ...facts },
        `${what}; a round that is not proved earns nothing, the third in a row costs stake`,
      );
  }

  /** Prices go up and down: what was said is taken back only when it is well over. */
  #levelOf(rounds: number): Level {
    if (rounds < PROVIDER.gasRoundsUrgent) return "urgent";
    if (rounds < PROVIDER.gasRoundsLow)
      return this.#said === "urgent" && rounds < 2 * PROVIDER.gasRoundsUrgent ? "urgent" : "low";
    return this.#said !== "enough" && rounds < 2 * PROVIDER.gasRoundsLow ? "low" : "enough";
  }
}
