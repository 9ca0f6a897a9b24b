/**
 * A fragment that the disk has lost is found by the scrub, said with what it costs, admitted to whoever asks, known after a
 * restart, and whole again once it was stored again.
 */

import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { daemonStage } from "./daemon-stage.ts";
import { rot } from "./disk-rot.ts";
import { register, until } from "./provider-daemon.ts";
import { fragmentOf } from "./small-client.ts";

const stage = daemonStage();

/** The options of a provider that reads each fragment again after this time. */
function scrubbing(afterMs: number) {
  return { options: { scrub: { afterMs, everyMs: 50 } } };
}

test("what the disk has lost is found before anybody asks for it, and admitted to whoever does", async () => {
  const path = await temporaryFolder();
  const identity = await register(stage.world);
  let daemon = await stage.daemon({ identity, path, ...scrubbing(0) });
  const client = await stage.client();
  const allocation = await client.open(daemon, 2, 40);
  const fragments = [fragmentOf(1, 500_000), fragmentOf(2, 700_000), fragmentOf(3, 300)];
  const items = await client.put(daemon, allocation, fragments);
  await until(async () => (await daemon.provider.status()).scrub.lastPassAt !== undefined, "a pass of the scrub");
  expect((await daemon.provider.status()).scrub.corrupt).toBe(0);

  await rot(path, fragments[1]!);
  await until(async () => (await daemon.provider.status()).scrub.corrupt === 1, "the scrub to find it");
  const said = (): string[] => daemon.lines.filter(({ message }) => message.startsWith("fragment ")).map(textOf);
  await until(async () => said().length > 0, "the line about it");
  expect(said()).toHaveLength(1);
  expect(said()[0]).toMatch(
    /^error: fragment bafk\w+ is no longer what was stored \(allocation \d+\)\. About \d+ % of/,
  );
  const [line] = daemon.lines.filter(({ message }) => message.startsWith("fragment "));
  const signedLeaves = [500_000, 700_000, 300].reduce((sum, bytes) => sum + Math.ceil(bytes / 256), 0);
  expect(line!.facts).toMatchObject({ allocations: [allocation], leaves: 2735, signedLeaves });
  await expect(client.retrieve(daemon, items[1]!.root)).rejects.toMatchObject({ code: "ERR_FRAGMENT_CORRUPT" });
  expect((await client.retrieve(daemon, items[0]!.root)).data).toEqual(fragments[0]);

  await daemon.stop();
  daemon = await stage.daemon({ identity, path, ...scrubbing(3_600_000) });
  expect((await daemon.provider.status()).scrub).toMatchObject({ corrupt: 1, lastPassAt: expect.any(Number) });
  await client.store(daemon, allocation, fragments[1]!);
  expect((await client.retrieve(daemon, items[1]!.root)).data).toEqual(fragments[1]);
  expect((await daemon.provider.status()).scrub.corrupt).toBe(0);
  await daemon.stop();
  daemon = await stage.daemon({ identity, path, ...scrubbing(0) });
  const { lastPassAt } = (await daemon.provider.status()).scrub;
  await until(async () => (await daemon.provider.status()).scrub.lastPassAt !== lastPassAt, "the next pass");
  expect((await daemon.provider.status()).scrub.corrupt).toBe(0);
  expect(daemon.lines.filter(({ message }) => message.startsWith("fragment "))).toEqual([]);
});

test("what was lost before it was signed for is not signed for, until it was stored again", async () => {
  const path = await temporaryFolder();
  const daemon = await stage.daemon({ path, ...scrubbing(0) });
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 40);
  const fragment = fragmentOf(5, 20_000);
  const item = await client.store(daemon, allocation, fragment);
  await rot(path, fragment);
  await until(async () => (await daemon.provider.status()).scrub.corrupt === 1, "the scrub to find it");
  const proposal = await client.proposal(daemon, allocation, [item]);
  const refused = { code: "ERR_FRAGMENT_NOT_STAGED" };
  await expect(client.append(daemon, proposal, [item])).rejects.toMatchObject(refused);
  await client.store(daemon, allocation, fragment);
  await client.append(daemon, proposal, [item]);
  expect((await client.retrieve(daemon, item.root)).data).toEqual(fragment);
});

test("what the book owes and the store does not have is missed", async () => {
  const path = await temporaryFolder();
  const daemon = await stage.daemon({ path, ...scrubbing(0) });
  const client = await stage.client();
  const allocation = await client.open(daemon, 1, 40);
  const fragment = fragmentOf(4, 20_000);
  const [item] = await client.put(daemon, allocation, [fragment]);
  await daemon.store.remove([item!.root]);
  await until(async () => (await daemon.provider.status()).scrub.corrupt === 1, "the scrub to miss it");
  expect(daemon.lines.map(textOf).join("\n")).toContain("is not on the disk any more");
  await client.store(daemon, allocation, fragment);
  expect((await client.retrieve(daemon, item!.root)).data).toEqual(fragment);
  expect((await daemon.provider.status()).scrub.corrupt).toBe(0);
});

function textOf({ level, message }: { readonly level: string; readonly message: string }): string {
  return `${level}: ${message}`;
}
