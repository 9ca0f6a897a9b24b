import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rememberedRegistration, rememberRegistration } from "../../node/registration.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import type { Address } from "../../protocol/index.ts";

const address = (byte: string): Address => `0x${byte.repeat(20)}`;
const registration = { chainId: 7, market: address("0a"), owner: address("0b"), nodeKey: address("0c"), peer: "12D3K" };

test("what is remembered is read again", async () => {
  const folder = await temporaryFolder();
  expect(await rememberedRegistration(folder)).toBeUndefined();
  await rememberRegistration(folder, registration);
  expect(await rememberedRegistration(folder)).toMatchObject(registration);
  await rememberRegistration(folder, { ...registration, nodeKey: address("0d") });
  expect(await rememberedRegistration(folder)).toMatchObject({ nodeKey: address("0d") });
});

test.each([
  ["half a file", JSON.stringify({ v: 1, ...registration }).slice(0, 90)],
  ["another version", JSON.stringify({ v: 2, ...registration })],
  ["no address", JSON.stringify({ v: 1, ...registration, market: "0x12" })],
  ["no chain", JSON.stringify({ v: 1, ...registration, chainId: "7" })],
  ["nothing", ""],
  ["a list", "[]"],
])("a file with %s remembers nothing", async (_, text) => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "registered.json"), text);
  expect(await rememberedRegistration(folder)).toBeUndefined();
});
