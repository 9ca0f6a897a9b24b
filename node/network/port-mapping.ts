// Keeps a port of the router forwarded to us, by UPnP, while this runs: asks in the background, renews, takes it back at the end.

import { setTimeout as delay } from "node:timers/promises";
import { addMapping, deleteMapping, externalHost, findGateway, lanSearch } from "./igd.ts";
import { isPublicHost, socketAddress } from "./reachable.ts";
import type { Gateway, SearchPlace } from "./igd.ts";
import type { NetworkLimits, NetworkLog } from "./network.ts";
import type { NodeParts } from "./parts.ts";

export interface PortMappingParts {
  readonly parts: Pick<NodeParts, "addressManager" | "transportManager">;
  readonly limits: Pick<NetworkLimits, "upnpMs" | "upnpRenewMs" | "upnpLeaseMs" | "upnpStopMs">;
  readonly log: NetworkLog;
  /** Called when the router has begun to forward. */
  readonly onMapped: () => void;
  /** Where to search for the router. Default: on every private network of this machine. */
  readonly places?: () => SearchPlace[];
}

interface Mapped {
  readonly gateway: Gateway;
  readonly port: number;
  readonly host: string;
}

export class PortMapping {
  readonly #parts: PortMappingParts;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #mapped: Mapped | undefined;
  #said = "";

  constructor(parts: PortMappingParts) {
    this.#parts = parts;
  }

  /** Begins, in the background. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Takes the mapping back, within `limits.upnpStopMs`. Never throws. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    if (this.#mapped === undefined) return;
    const { gateway, port } = this.#mapped;
    this.#mapped = undefined;
    await deleteMapping(gateway, port, AbortSignal.timeout(this.#parts.limits.upnpStopMs)).catch(() => {});
  }

  async #run(): Promise<void> {
    const { upnpMs, upnpRenewMs } = this.#parts.limits;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.#map(AbortSignal.any([signal, AbortSignal.timeout(upnpMs)])).catch((error: unknown) => {
        if (!signal.aborted) this.#say(`the router forwards no port: ${(error as Error).message}`);
      });
      await delay(upnpRenewMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  async #map(signal: AbortSignal): Promise<void> {
    const { limits, places = lanSearch } = this.#parts;
    const gateway = this.#mapped?.gateway ?? (await findGateway(places(), signal));
    if (gateway === undefined) throw new Error("none answers to UPnP");
    const port = this.#portAt(gateway.self);
    if (port === undefined) throw new Error(`this node does not listen on ${gateway.self}`);
    const host = await externalHost(gateway, signal).catch((error: unknown) => this.#forget(error));
    if (!isPublicHost(host)) throw new Error(`it is itself behind another one, at ${host.slice(0, 45)}`);
    await addMapping(gateway, port, limits.upnpLeaseMs / 1000, signal);
    this.#take({ gateway, port, host });
  }

  /** A router that was started anew may answer elsewhere. */
  #forget(error: unknown): never {
    this.#mapped = undefined;
    throw error;
  }

  #portAt(self: string): number | undefined {
    const addresses = this.#parts.parts.transportManager.getAddrs().map((address) => address.getComponents());
    const own = addresses.find(([host, transport]) => host?.value === self && transport?.name === "tcp");
    return own === undefined ? undefined : Number(own[1]?.value);
  }

  #take(mapped: Mapped): void {
    const before = this.#mapped;
    this.#mapped = mapped;
    if (before?.host === mapped.host && before.port === mapped.port) return;
    const { addressManager } = this.#parts.parts;
    const { self } = mapped.gateway;
    if (before !== undefined) {
      addressManager.removePublicAddressMapping(self, before.port, before.host, before.port, "tcp");
    }
    addressManager.addPublicAddressMapping(self, mapped.port, mapped.host, mapped.port, "tcp");
    this.#say(`the router forwards ${socketAddress(mapped.host, mapped.port)} to this node`);
    this.#parts.onMapped();
  }

  /** One line for each change, and no more. */
  #say(message: string): void {
    if (message === this.#said) return;
    this.#said = message;
    this.#parts.log.info?.({ event: "upnp.changed" }, message);
  }
}
