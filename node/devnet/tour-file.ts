// The file that the tour puts, made at random, and compared with what comes back.

import { open } from "node:fs/promises";

export async function randomFile(path: string, bytes: number): Promise<string> {
  const file = await open(path, "w");
  try {
    const block = new Uint8Array(65_536);
    for (let left = bytes; left > 0; left -= block.byteLength) {
      await file.write(crypto.getRandomValues(block).subarray(0, left));
    }
    return path;
  } finally {
    await file.close();
  }
}

/** At which byte the two begin to differ, or one of them ends; undefined if they are the same. */
export async function differenceFromFile(got: AsyncIterable<Uint8Array>, path: string): Promise<number | undefined> {
  const file = await open(path);
  try {
    let at = 0;
    for await (const chunk of got) {
      const expected = Buffer.alloc(chunk.byteLength);
      const { bytesRead } = await file.read(expected, 0, expected.length, at);
      if (bytesRead !== chunk.byteLength || !expected.equals(chunk)) return at;
      at += chunk.byteLength;
    }
    return at === (await file.stat()).size ? undefined : at;
  } finally {
    await file.close();
  }
}
