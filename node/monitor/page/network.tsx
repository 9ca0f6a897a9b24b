// Whether others find this provider, and who is there.

import { Facts, Section } from "./parts.tsx";
import { sayNumber } from "./words.ts";
import type { JSX } from "preact";
import type { Overview } from "../overview.ts";

/** What to do about it is among the warnings. */
const REACHABILITY: Readonly<Record<Overview["reachability"], string>> = {
  public: "Others reach this provider directly.",
  relayed:
    "Others reach this provider only through a relay: clients without a public address of their own cannot store here.",
  private: "Nobody outside reaches this provider, so no client can store anything here.",
  unknown: "Whether others reach this provider is not known yet; other peers are asked to try.",
};

export function NetworkSection({ overview }: { readonly overview: Overview }): JSX.Element {
  const { connections, servers, serving } = overview.peers;
  const reach = REACHABILITY[overview.reachability] ?? REACHABILITY.unknown;
  return (
    <Section name="network" title="Network" sentence={reach}>
      <Facts
        facts={[
          { term: "Connections", value: sayNumber(connections), note: "to other peers, now" },
          { term: "Directory", value: sayNumber(servers), note: "peers known here that keep it" },
          { term: "Requests", value: sayNumber(serving), note: "being served now" },
        ]}
      />
    </Section>
  );
}
