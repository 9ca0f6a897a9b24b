// The router's side of UPnP: finds an internet gateway device (versions 1 and 2) on the LAN and asks it to forward a TCP port.
//
//   SSDP search by multicast → LOCATION → description (XML) → control URL → SOAP: GetExternalIPAddress, Add- and DeletePortMapping
//
// Anything on the LAN can answer the search. It is believed only about itself: LOCATION and control URL have to be on the host that answered.

import { createSocket } from "node:dgram";
import { networkInterfaces } from "node:os";
import { isPrivateIp } from "@libp2p/utils";

const SEARCH_HOST = "239.255.255.250";
const SEARCH_PORT = 1900;
const DEVICES = ["InternetGatewayDevice:1", "InternetGatewayDevice:2"];
const SERVICE = /urn:schemas-upnp-org:service:WAN(?:IP|PPP)Connection:[12]/;
const MAX_ANSWER_BYTES = 64 * 1024;
/** The router takes no mapping that ends. */
const ONLY_PERMANENT = 725;

export interface Gateway {
  readonly control: URL;
  readonly service: string;
  /** Our address on its LAN. */
  readonly self: string;
}

/** Where to search: from an own address, at an address and port. */
export interface SearchPlace {
  readonly self: string;
  readonly host: string;
  readonly port: number;
}

/** The multicast address on each private IPv4 network of this machine. */
export function lanSearch(): SearchPlace[] {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal, address }) => family === "IPv4" && !internal && isPrivateIp(address) === true)
    .map(({ address }) => ({ self: address, host: SEARCH_HOST, port: SEARCH_PORT }));
}

/** The first gateway that answers, or undefined when none has until the signal aborts. */
export async function findGateway(places: readonly SearchPlace[], signal: AbortSignal): Promise<Gateway | undefined> {
  const found = Promise.withResolvers<Gateway | undefined>();
  const give = (): void => found.resolve(undefined);
  signal.addEventListener("abort", give);
  if (signal.aborted || places.length === 0) give();
  const searches = places.map((place) => search(place, signal, found.resolve));
  try {
    return await found.promise;
  } finally {
    signal.removeEventListener("abort", give);
    for (const end of searches) end();
  }
}

/** The router's address on the internet, as it says. */
export async function externalHost(gateway: Gateway, signal: AbortSignal): Promise<string> {
  const answer = await call(gateway, "GetExternalIPAddress", {}, signal);
  return tag(answer, "NewExternalIPAddress") ?? "";
}

/** Forwards `port` of the router to the same port of ours for `seconds`; also renews that. Throws what the router says against it. */
export async function addMapping(gateway: Gateway, port: number, seconds: number, signal: AbortSignal): Promise<void> {
  const mapping = {
    NewRemoteHost: "",
    NewExternalPort: port,
    NewProtocol: "TCP",
    NewInternalPort: port,
    NewInternalClient: gateway.self,
    NewEnabled: 1,
    NewPortMappingDescription: "Cairn",
  };
  try {
    await call(gateway, "AddPortMapping", { ...mapping, NewLeaseDuration: seconds }, signal);
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== ONLY_PERMANENT) throw error;
    await call(gateway, "AddPortMapping", { ...mapping, NewLeaseDuration: 0 }, signal);
  }
}

export async function deleteMapping(gateway: Gateway, port: number, signal: AbortSignal): Promise<void> {
  await call(gateway, "DeletePortMapping", { NewRemoteHost: "", NewExternalPort: port, NewProtocol: "TCP" }, signal);
}

/** What a router answers when it will not. */
export class GatewayError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

// Sends the search and follows the answers. Returns what ends it.
function search({ self, host, port }: SearchPlace, signal: AbortSignal, found: (gateway: Gateway) => void): () => void {
  const socket = createSocket("udp4");
  const asked = new Set<string>();
  socket.on("error", () => {}); // an interface without multicast: others may have it
  socket.on("message", (message, { address }) => {
    const location = /^location:\s*(\S+)\s*$/im.exec(message.toString("latin1", 0, 2048))?.[1] ?? "";
    if (asked.has(location) || asked.size >= 8) return;
    asked.add(location);
    void describe(location, address, self, signal).then(
      (gateway) => gateway !== undefined && found(gateway),
      () => {}, // no gateway, or one that does not work
    );
  });
  socket.bind(0, self, () => {
    for (const device of DEVICES) socket.send(searchMessage(device), port, host, () => {});
  });
  return () => socket.close();
}

function searchMessage(device: string): string {
  return [
    "M-SEARCH * HTTP/1.1",
    `HOST: ${SEARCH_HOST}:${SEARCH_PORT}`,
    'MAN: "ssdp:discover"',
    "MX: 1",
    `ST: urn:schemas-upnp-org:device:${device}`,
    "",
    "",
  ].join("\r\n");
}

async function describe(
  location: string,
  answerer: string,
  self: string,
  signal: AbortSignal,
): Promise<Gateway | undefined> {
  const base = new URL(location);
  if (base.protocol !== "http:" || base.hostname !== answerer) return undefined;
  const { text } = await request(base, { signal });
  for (const [, part = ""] of text.matchAll(/<service>([\s\S]*?)<\/service>/g)) {
    const service = SERVICE.exec(tag(part, "serviceType") ?? "")?.[0];
    const path = tag(part, "controlURL");
    if (service === undefined || path === undefined) continue;
    const control = new URL(path, base);
    if (control.protocol === "http:" && control.hostname === answerer) return { control, service, self };
  }
  return undefined;
}

async function call(
  { control, service }: Gateway,
  action: string,
  values: Readonly<Record<string, string | number>>,
  signal: AbortSignal,
): Promise<string> {
  const fields = Object.entries(values).map(([name, value]) => `<${name}>${value}</${name}>`);
  const body = `<?xml version="1.0"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">
<s:Body><u:${action} xmlns:u="${service}">${fields.join("")}</u:${action}></s:Body></s:Envelope>`;
  const headers = { "content-type": 'text/xml; charset="utf-8"', soapaction: `"${service}#${action}"` };
  const { ok, text } = await request(control, { method: "POST", headers, body, signal });
  if (ok) return text;
  const code = Number(tag(text, "errorCode") ?? 0);
  throw new GatewayError(code, `the router answers ${code} ${tag(text, "errorDescription") ?? ""}`.slice(0, 128));
}

async function request(url: URL, init: RequestInit): Promise<{ ok: boolean; text: string }> {
  const response = await fetch(url, { ...init, redirect: "error" });
  let text = "";
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > MAX_ANSWER_BYTES) throw new Error("the router's answer is too long");
  }
  return { ok: response.ok, text };
}

/** The text of an element without attributes. */
function tag(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(xml)?.[1];
}
