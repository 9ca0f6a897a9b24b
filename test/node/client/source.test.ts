import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { joined } from "../../../node/client/bytes.ts";
import { openSource } from "../../../node/client/source.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Source } from "../../../node/client/source.ts";

const BYTES = Uint8Array.from({ length: 1000 }, (_, i) => i & 0xff);

async function read(source: Source): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of (await openSource(source)).chunks) parts.push(part.slice());
  return joined(parts);
}

async function* generator(): AsyncGenerator<Uint8Array> {
  yield BYTES.subarray(0, 10);
  yield BYTES.subarray(10, 10);
  yield BYTES.subarray(10);
}

describe("what can be put", () => {
  test.each<[string, Source]>([
    ["bytes", BYTES],
    ["a Blob", new Blob([BYTES])],
    ["a web stream", new Blob([BYTES]).stream()],
    ["an async iterable", generator()],
    ["an array of chunks", [BYTES.subarray(0, 500), BYTES.subarray(500)]],
  ])("%s gives its bytes in order", async (_name, source) => {
    expect(await read(source)).toEqual(BYTES);
  });

  test("a path gives the file, and the size is known of files, bytes and Blobs", async () => {
    const path = join(await temporaryFolder(), "file");
    await writeFile(path, BYTES);
    expect(await read(path)).toEqual(BYTES);
    const sizes = await Promise.all(
      [path, BYTES, new Blob([BYTES]), generator()].map(async (source) => (await openSource(source)).size),
    );
    expect(sizes).toEqual([1000, 1000, 1000, undefined]);
  });

  test("a file that is not there, a folder, and a file that grows while it is read are told apart", async () => {
    const folder = await temporaryFolder();
    await expect(read(join(folder, "nothing"))).rejects.toMatchObject({ code: "ERR_SOURCE_FAILED" });
    await expect(read(folder)).rejects.toMatchObject({ code: "ERR_SOURCE_FAILED" });
    const path = join(folder, "grows");
    await writeFile(path, BYTES);
    const { chunks } = await openSource(path);
    await appendFile(path, BYTES);
    await expect(Array.fromAsync(chunks)).rejects.toMatchObject({ code: "ERR_SOURCE_CHANGED" });
  });

  test.each([
    ["text", ["abc"]],
    ["numbers", [1, 2]],
    ["null", [null]],
  ])("%s in place of bytes is a clear error", async (_name, wrong) => {
    await expect(read(wrong as unknown as Source)).rejects.toMatchObject({ code: "ERR_SOURCE_FAILED" });
  });

  test("a number, an object or nothing at all is refused as a source", async () => {
    for (const wrong of [7, null, undefined, {}]) {
      await expect(read(wrong as Source)).rejects.toMatchObject({ code: "ERR_SOURCE_FAILED" });
    }
  });

  test("a web stream that is left early is cancelled, so its source can stop", async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (c) => c.enqueue(new Uint8Array(10)),
      cancel: () => void (cancelled = true),
    });
    for await (const _ of (await openSource(stream)).chunks) break;
    expect(cancelled).toBe(true);
  });
});
