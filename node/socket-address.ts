// Where a server listens, as people write it: `127.0.0.1:4180`, `[::1]:4180`.

import { isIP, isIPv6 } from "node:net";

export interface SocketAddress {
  /** An IP address, without brackets. */
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** Undefined if the text is no IP address with a port; IPv6 stands in brackets. */
export function parseSocketAddress(text: string): SocketAddress | undefined {
  const [, six, other, digits] = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = six ?? other ?? "";
  const port = Number(digits);
  const isWhole = six === undefined ? isIP(host) === 4 : isIPv6(host);
  return isWhole && port <= 65_535 ? { host, port } : undefined;
}

/** Only programs of this machine reach it. */
export function isLoopback({ host }: SocketAddress): boolean {
  return host === "::1" || host.startsWith("127.");
}
