/** Where a server listens. */

import { expect, it } from "vitest";
import { isLoopback, parseSocketAddress } from "../../node/socket-address.ts";

it.each([
  ["127.0.0.1:4180", { host: "127.0.0.1", port: 4180 }, true],
  ["127.9.9.9:1", { host: "127.9.9.9", port: 1 }, true],
  ["[::1]:0", { host: "::1", port: 0 }, true],
  ["0.0.0.0:65535", { host: "0.0.0.0", port: 65_535 }, false],
  ["[2001:db8::1]:80", { host: "2001:db8::1", port: 80 }, false],
] as const)("%s is read, and whether others reach it is seen", (text, address, isOwn) => {
  expect(parseSocketAddress(text)).toEqual(address);
  expect(isLoopback(address)).toBe(isOwn);
});

it.each([
  "",
  "4180",
  ":4180",
  "127.0.0.1",
  "127.0.0.1:65536",
  "localhost:80",
  "::1:80",
  "[127.0.0.1]:80",
  "256.0.0.1:80",
])("%j is none", (text) => {
  expect(parseSocketAddress(text)).toBeUndefined();
});
