// Long lists of the chain, read page by page with progress on standard error, and never more than was asked for.

import type { AllocationRecord, DisputeRecord, Ledger, ProviderRecord } from "../../contracts/index.ts";
import type { Address } from "../../protocol/index.ts";
import type { Output } from "./output.ts";

/** Records in one answer, as many as a ledger gives. */
const PAGE = 256;

/** What reading needs besides the ledger. */
export interface Reading {
  readonly ledger: Ledger;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/** Up to `most` providers in the order of their registration. */
export async function readProviders({ ledger, output, signal }: Reading, most: number): Promise<ProviderRecord[]> {
  const found: ProviderRecord[] = [];
  while (found.length < most) {
    const page = await ledger.providers(found.length, Math.min(PAGE, most - found.length), { signal });
    found.push(...page);
    if (page.length < PAGE || found.length >= most) break;
    output.status(`read ${found.length} providers`);
  }
  return found;
}

/** Up to `most` allocations of a client or a provider, newest first. */
export async function readAllocations(
  { ledger, output, signal }: Reading,
  of: { readonly client: Address } | { readonly provider: Address },
  most: number,
): Promise<AllocationRecord[]> {
  const found: AllocationRecord[] = [];
  while (found.length < most) {
    const last = found.at(-1);
    const page = { max: Math.min(PAGE, most - found.length), ...(last && { before: last.id }) };
    const records =
      "client" in of
        ? await ledger.allocationsOfClient(of.client, page, { signal })
        : await ledger.allocationsOfProvider(of.provider, page, { signal });
    found.push(...records);
    if (records.length < page.max || found.length >= most) break;
    output.status(`read ${found.length} allocations`);
  }
  return found;
}

/** The open disputes of a provider: looked for from the newest on, until as many were found as there are. */
export async function readDisputes(
  { ledger, output, signal }: Reading,
  { owner, openDisputes }: ProviderRecord,
): Promise<DisputeRecord[]> {
  if (openDisputes === 0) return [];
  const found: DisputeRecord[] = [];
  for (let end = await ledger.disputeCount({ signal }); end > 0 && found.length < openDisputes; end -= PAGE) {
    const from = Math.max(1, end - PAGE + 1);
    const page = await ledger.disputes(from, end - from + 1, { signal });
    found.unshift(...page.filter(({ provider }) => provider === owner));
    if (from > 1 && found.length < openDisputes) output.status(`looked through the disputes down to ${from}`);
  }
  return found;
}
