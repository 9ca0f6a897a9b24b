// What a proof costs in gas before one's own receipts tell.

/** Base and per-sample gas of a proof over a million fragments, fitted to contracts/gas-snapshot.json within 7 %. */
const BASE_GAS = 60_000;
const SAMPLE_GAS = 42_000;

/** Gas of a round's transaction with so many samples, about. */
export function proofGas(challenges: number): bigint {
  return BigInt(BASE_GAS + SAMPLE_GAS * challenges);
}
