// DCUtR, with bounds. Each of its messages makes us dial what a peer calls its addresses, without any proof that they are: by itself it
// does so for everybody who asks, as often as asked, and says by its answer what it found. That would make every provider knock at
// strangers' doors for strangers.

import { dcutr } from "@libp2p/dcutr";
import { overlaid, watchingRegistrar } from "./message-bounds.ts";
import { MinuteBudget } from "./minute-budget.ts";
import { hostOf, isRelayed } from "./reachable.ts";
import type { DCUtRServiceComponents } from "@libp2p/dcutr";
import type { Multiaddr } from "@multiformats/multiaddr";
import type { NetworkLimits } from "./network.ts";

type ConnectionManager = DCUtRServiceComponents["connectionManager"];
export type PunchLimits = Pick<NetworkLimits, "punchesPerMinute" | "punchAddresses" | "punchHosts">;

/** Only for peers that came through a relay, to few addresses, and so often in a minute for all of them together. */
export function holePunching(limits: PunchLimits): (components: DCUtRServiceComponents) => unknown {
  const make = dcutr();
  return (components) => {
    const { logger, peerStore, addressManager, transportManager } = components;
    return make({
      logger,
      peerStore,
      addressManager,
      transportManager,
      registrar: watchingRegistrar(components.registrar, (_stream, { remoteAddr }) => isRelayed(remoteAddr)),
      connectionManager: punching(components.connectionManager, limits),
    });
  };
}

/** Its dials, bounded; the rest is as it was. */
export function punching(manager: ConnectionManager, limits: PunchLimits): ConnectionManager {
  const budget = new MinuteBudget(limits.punchesPerMinute, limits.punchesPerMinute);
  const open: ConnectionManager["openConnection"] = async (to, options) => {
    if (!Array.isArray(to)) throw new Error("only addresses are dialled for a peer behind a router");
    if (!budget.take("all")) throw new Error("enough was dialled for others in this minute");
    return await manager.openConnection(ofFewHosts(to, limits), options);
  };
  return overlaid(manager, "openConnection", open);
}

/** Honest peers have one address of each family, and some ports. */
export function ofFewHosts(addresses: readonly Multiaddr[], { punchAddresses, punchHosts }: PunchLimits): Multiaddr[] {
  const hosts = new Set<string>();
  return addresses
    .filter((address) => {
      const host = hostOf(address) ?? address.getComponents()[0]?.value ?? "";
      if (hosts.size < punchHosts) hosts.add(host);
      return hosts.has(host);
    })
    .slice(0, punchAddresses);
}
