// Who this provider is, and what it asks.

import { useState } from "preact/hooks";
import { STATUS_PAGE } from "../../limits/index.ts";
import { perTibMonth, readAmount } from "./amounts.ts";
import { Copied, Section, Tokens } from "./parts.tsx";
import { sayNumber, saySpan } from "./words.ts";
import type { JSX } from "preact";
import type { Overview } from "../overview.ts";

export function IdentitySection({ overview, now }: { readonly overview: Overview; readonly now: number }): JSX.Element {
  const { owner, nodeKey, peer, addresses, version, startedAt } = overview;
  return (
    <Section
      name="identity"
      title="This provider"
      sentence={
        <>
          Cairn {version}, running for {saySpan(now - startedAt)}.
        </>
      }
    >
      <dl class="names">
        <div>
          <dt>Price</dt>
          <dd>{priceOf(overview)}</dd>
        </div>
        <div>
          <dt>Owner</dt>
          <dd>
            <Copied text={owner} what="the owner’s address" />
            <p class="note">the provider’s name on the chain; owns the stake</p>
          </dd>
        </div>
        {typeof nodeKey !== "string" ? null : (
          <div>
            <dt>Node key</dt>
            <dd>
              <Copied text={nodeKey} what="the node key’s address" />
              <p class="note">pays the gas of proofs: send it the chain’s own coin</p>
            </dd>
          </div>
        )}
        <div>
          <dt>Peer</dt>
          <dd>
            <Copied text={peer} what="the peer’s id" />
          </dd>
        </div>
        <div>
          <dt>{addresses.length === 1 ? "Address" : "Addresses"}</dt>
          <dd>{addresses.length === 0 ? "none yet" : <Addresses addresses={addresses} />}</dd>
        </div>
      </dl>
    </Section>
  );
}

function priceOf({ price, chain }: Overview): JSX.Element | string {
  const amount = readAmount(price);
  if (amount === undefined) return "not known";
  if (chain.roundSeconds === undefined)
    return (
      <>
        <Tokens amount={amount} /> for a MiB and round
      </>
    );
  return (
    <>
      <Tokens amount={perTibMonth(amount, chain.roundSeconds)} /> for a TiB and month
    </>
  );
}

function Addresses({ addresses }: { readonly addresses: readonly string[] }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const shown = addresses.slice(0, isOpen ? STATUS_PAGE.addressesMore : STATUS_PAGE.addresses);
  const left = addresses.length - shown.length;
  return (
    <>
      <ul>
        {shown.map((address, index) => (
          <li key={`${index} ${address}`}>
            <Copied text={address} what={`address ${index + 1}`} />
          </li>
        ))}
      </ul>
      {left > 0 && !isOpen ? (
        <button type="button" onClick={() => setOpen(true)}>
          Show {sayNumber(left)} more
        </button>
      ) : null}
    </>
  );
}
