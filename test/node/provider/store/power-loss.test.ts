// The power fails at some moment, and what was not synced is lost or torn. Whatever was acknowledged is there, whatever was removed
// is not, and the accounts agree.

import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seeded, SimulatedDisk } from "./simulated-disk.ts";
import { accountsOf, fragment, temporaryFolder, withStore } from "./temporary-store.ts";

const WORLDS = Number(process.env["CAIRN_POWER_LOSSES"] ?? 12);
const IMAGES_PER_WORLD = 5;
const OPTIONS = { logBytes: 12_000 };
const size = (number: number): number => 200 + ((number * 977) % 3000);

interface Image {
  readonly path: string;
  /** Acknowledged as stored, and no removal begun. */
  readonly stored: ReadonlySet<number>;
  /** Acknowledged as removed, and no put begun since. */
  readonly removed: ReadonlySet<number>;
}

test.each(Array.from({ length: WORLDS }, (_, seed) => [seed]))(
  "nothing acknowledged is lost (world %i)",
  async (seed) => {
    const random = seeded(seed);
    const path = temporaryFolder();
    const target = temporaryFolder();
    const images = await writeAndLosePower(path, target, random);
    expect(images.length).toBeGreaterThan(0);
    for (const image of images) await checkImage(image);
  },
);

/** Puts, removes and compacts at random, and takes an image now and then, in the middle of anything. */
async function writeAndLosePower(path: string, target: string, random: () => number): Promise<Image[]> {
  const disk = new SimulatedDisk(path);
  const [stored, removed] = [new Set<number>(), new Set<number>()];
  const images: Image[] = [];
  const oldIndex = join(target, "old-index");
  await withStore(path, { ...OPTIONS, disk }, async (store) => {
    disk.changed = (operation, changed) => {
      // The index is synced before logs.json changes: no older one can be found after a power loss.
      if (operation === "rename" && changed.endsWith("logs.json")) {
        rmSync(oldIndex, { recursive: true, force: true });
        cpSync(join(path, "index"), oldIndex, { recursive: true });
      }
      if (images.length >= IMAGES_PER_WORLD || random() > 0.02) return;
      const image = join(target, `image-${images.length}`);
      mkdirSync(image);
      disk.powerLoss(image, random);
      copyDatabases(path, oldIndex, image, random);
      images.push({ path: image, stored: new Set(stored), removed: new Set(removed) });
    };
    for (let round = 0; round < 40; round++) await burst(store, stored, removed, random);
  });
  return images;
}

async function burst(
  store: Parameters<Parameters<typeof withStore>[2]>[0],
  stored: Set<number>,
  removed: Set<number>,
  random: () => number,
): Promise<void> {
  const puts = Array.from({ length: Math.floor(random() * 6) }, () => Math.floor(random() * 60));
  const removals = [...stored].filter((number) => random() < 0.15 && !puts.includes(number));
  await Promise.all([
    ...puts.map(async (number) => {
      removed.delete(number);
      const { root, data } = fragment(number, size(number));
      await store.put(root, data);
      stored.add(number);
    }),
    remove(store, removals, stored, removed),
    random() < 0.1 ? store.compact() : undefined,
  ]);
}

async function remove(
  store: Parameters<Parameters<typeof withStore>[2]>[0],
  numbers: readonly number[],
  stored: Set<number>,
  removed: Set<number>,
): Promise<void> {
  for (const number of numbers) stored.delete(number);
  await store.remove(numbers.map((number) => fragment(number).root));
  for (const number of numbers) removed.add(number);
}

/** The book as it is; the index as it is, as old as it can be, or lost. */
function copyDatabases(path: string, oldIndex: string, image: string, random: () => number): void {
  cpSync(join(path, "book"), join(image, "book"), { recursive: true });
  const luck = random();
  if (luck < 0.33) cpSync(join(path, "index"), join(image, "index"), { recursive: true });
  else if (luck < 0.67 && existsSync(oldIndex)) cpSync(oldIndex, join(image, "index"), { recursive: true });
}

async function checkImage(image: Image): Promise<void> {
  const check = (options: object): Promise<void> =>
    withStore(image.path, { ...OPTIONS, ...options }, async (store) => {
      for (const number of image.stored) {
        const { root, data } = fragment(number, size(number));
        expect(Buffer.compare(await store.read(root), data)).toBe(0);
      }
      for (const number of image.removed) expect(await store.size(fragment(number).root)).toBeUndefined();
      // What was under way may be there, but then whole.
      for await (const { root } of store.entries()) await store.read(root);
      const { usage, entries, files, counted } = await accountsOf(store, image.path);
      expect(usage).toEqual(entries);
      expect(counted).toBe(files);
      const extra = fragment(1000, 5000);
      await store.put(extra.root, extra.data);
      expect(Buffer.compare(await store.read(extra.root), extra.data)).toBe(0);
    });
  await check({ compaction: "manual" });
  rmSync(join(image.path, "index"), { recursive: true });
  await check({ compaction: "manual" });
}
