/** UPnP against a small router of our own: SSDP over UDP, description and SOAP over HTTP, all on loopback. */

import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import { multiaddr } from "@multiformats/multiaddr";
import { afterEach, describe, expect, it } from "vitest";
import { NETWORK } from "../../../node/limits/index.ts";
import { PortMapping } from "../../../node/network/port-mapping.ts";
import { eventually, sleep } from "./nodes.ts";
import type { AddressInfo } from "node:net";
import type { PortMappingParts } from "../../../node/network/port-mapping.ts";

const PORT = 4101;
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Router {
  /** Where it listens for searches. */
  readonly port: number;
  /** Port → lease in seconds. */
  readonly mappings: Map<number, number>;
  readonly calls: string[];
  host: string;
  onlyPermanent: boolean;
  controlHost: string | undefined;
  locationHost: string | undefined;
}

/** A router that speaks version 1 or 2 of the protocol. */
async function startRouter(version: 1 | 2): Promise<Router> {
  const mappings = new Map<number, number>();
  const service = `urn:schemas-upnp-org:service:WANIPConnection:${version}`;
  const http = createServer((request, response) => {
    void (async () => {
      let body = "";
      for await (const part of request) body += String(part);
      const [status, answer] = request.method === "GET" ? [200, description()] : control(body);
      response.writeHead(status, { "content-type": "text/xml" }).end(answer);
    })();
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port: httpPort } = http.address() as AddressInfo;
  const ssdp = createSocket("udp4");
  await new Promise<void>((resolve) => ssdp.bind(0, "127.0.0.1", resolve));
  const router: Router = {
    port: ssdp.address().port,
    mappings,
    calls: [],
    host: "5.0.3.2",
    onlyPermanent: false,
    controlHost: undefined,
    locationHost: undefined,
  };
  ssdp.on("message", (message, { port, address }) => {
    if (!message.toString().includes(`InternetGatewayDevice:${version}`)) return;
    const location = `http://${router.locationHost ?? "127.0.0.1"}:${httpPort}/igd.xml`;
    ssdp.send(`HTTP/1.1 200 OK\r\nEXT:\r\nLOCATION: ${location}\r\nST: upnp:rootdevice\r\n\r\n`, port, address);
  });
  ends.push(
    () => new Promise<void>((resolve) => void ssdp.close(resolve)),
    () => new Promise<void>((resolve) => void http.close(() => resolve())),
  );
  return router;

  function description(): string {
    const url = router.controlHost === undefined ? "/control" : `http://${router.controlHost}:${httpPort}/control`;
    return `<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><device><serviceList><service>
      <serviceType>urn:schemas-upnp-org:service:Layer3Forwarding:1</serviceType><controlURL>/other</controlURL></service><service>
      <serviceType>${service}</serviceType> <controlURL>${url}</controlURL></service></serviceList></device></root>`;
  }

  function control(body: string): [number, string] {
    const action = /<u:(\w+) xmlns:u="([^"]*)"/.exec(body);
    const value = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`).exec(body)?.[1] ?? "";
    router.calls.push(action?.[1] ?? "?");
    if (action?.[2] !== service) return [500, fault(401, "Invalid Action")];
    if (action[1] === "GetExternalIPAddress") {
      return [200, `<s:Body><NewExternalIPAddress>${router.host}</NewExternalIPAddress></s:Body>`];
    }
    const port = Number(value("NewExternalPort"));
    if (value("NewProtocol") !== "TCP") return [500, fault(402, "Invalid Args")];
    if (action[1] === "DeletePortMapping") return mappings.delete(port) ? [200, "<ok/>"] : [500, fault(714, "none")];
    const lease = Number(value("NewLeaseDuration"));
    if (router.onlyPermanent && lease > 0) return [500, fault(725, "OnlyPermanentLeasesSupported")];
    if (value("NewInternalClient") !== "127.0.0.1" || value("NewInternalPort") !== String(PORT)) {
      return [500, fault(402, "Invalid Args")];
    }
    mappings.set(port, lease);
    return [200, "<ok/>"];
  }
}

function fault(code: number, text: string): string {
  return `<s:Fault><detail><UPnPError><errorCode>${code}</errorCode><errorDescription>${text}</errorDescription></UPnPError></detail></s:Fault>`;
}

function startMapping(searchPort: number, limits: Partial<PortMappingParts["limits"]> = {}) {
  const told: string[] = [];
  const log: string[] = [];
  const addressManager = {
    addPublicAddressMapping: (...args: unknown[]) => void told.push(`+ ${args.join(" ")}`),
    removePublicAddressMapping: (...args: unknown[]) => void told.push(`- ${args.join(" ")}`),
  } as unknown as PortMappingParts["parts"]["addressManager"];
  const transportManager = {
    getAddrs: () => [multiaddr(`/ip4/127.0.0.1/tcp/${PORT}`)],
  } as unknown as PortMappingParts["parts"]["transportManager"];
  const silent = (): void => {};
  let mapped = 0;
  const mapping = new PortMapping({
    parts: { addressManager, transportManager },
    limits: { ...NETWORK, ...limits },
    log: { debug: silent, warn: silent, error: silent, info: (_, message) => void log.push(message) },
    onMapped: () => void mapped++,
    places: () => [{ self: "127.0.0.1", host: "127.0.0.1", port: searchPort }],
  });
  ends.push(() => mapping.stop());
  mapping.start();
  return { mapping, told, log, mapped: () => mapped };
}

describe("a port of the router", () => {
  it.each([1, 2] as const)("is forwarded, renewed and taken back (version %d)", async (version) => {
    const router = await startRouter(version);
    const { mapping, told, log, mapped } = startMapping(router.port, { upnpRenewMs: 50 });
    await eventually(() => router.calls.filter((call) => call === "AddPortMapping").length >= 3);
    expect(router.mappings).toEqual(new Map([[PORT, NETWORK.upnpLeaseMs / 1000]]));
    expect(told).toEqual([`+ 127.0.0.1 ${PORT} 5.0.3.2 ${PORT} tcp`]);
    expect(log).toEqual([`the router forwards /ip4/5.0.3.2/tcp/${PORT} to this node`]);
    expect(mapped()).toBe(1);
    router.host = "5.0.3.9";
    await eventually(() => mapped() === 2);
    expect(told.slice(1)).toEqual([
      `- 127.0.0.1 ${PORT} 5.0.3.2 ${PORT} tcp`,
      `+ 127.0.0.1 ${PORT} 5.0.3.9 ${PORT} tcp`,
    ]);
    await mapping.stop();
    expect(router.mappings.size).toBe(0);
  });

  it("is forwarded without an end by a router that knows no other way", async () => {
    const router = await startRouter(1);
    router.onlyPermanent = true;
    const { mapped } = startMapping(router.port);
    await eventually(() => mapped() === 1);
    expect(router.mappings).toEqual(new Map([[PORT, 0]]));
  });

  it("is not asked for where the router is behind another one, or speaks for another host", async () => {
    const behind = await startRouter(2);
    behind.host = "100.64.3.4";
    const first = startMapping(behind.port);
    await eventually(() => first.log.length === 1);
    expect(first.log[0]).toBe("the router forwards no port: it is itself behind another one, at 100.64.3.4");
    const elsewhere = await startRouter(2);
    elsewhere.controlHost = "127.0.0.2";
    const away = await startRouter(2);
    away.locationHost = "127.0.0.2";
    const limits = { upnpMs: 300 };
    const [second, third] = [startMapping(elsewhere.port, limits), startMapping(away.port, limits)];
    await eventually(() => second.log.length === 1 && third.log.length === 1);
    expect([...second.log, ...third.log]).toEqual(Array(2).fill("the router forwards no port: none answers to UPnP"));
    expect([...behind.mappings, ...elsewhere.mappings, ...elsewhere.calls, ...away.calls]).toEqual([]);
  });

  it("that no router answers about costs one line and no wait at the end", async () => {
    const { mapping, log } = startMapping(9, { upnpMs: 50, upnpRenewMs: 20 });
    await eventually(() => log.length === 1);
    await sleep(200);
    expect(log).toEqual(["the router forwards no port: none answers to UPnP"]);
    const before = performance.now();
    await mapping.stop();
    expect(performance.now() - before).toBeLessThan(500);
  });
});
