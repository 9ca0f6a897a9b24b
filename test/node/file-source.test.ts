/** A file as a source of bytes: named pipes, which block whoever opens them carelessly. */

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { openFileSource } from "../../node/file-source.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function pipe(): Promise<string> {
  const path = join(await temporaryFolder(), "pipe");
  await promisify(execFile)("mkfifo", [path]);
  return path;
}

it("waits for the writer of a named pipe that comes late, and gives all that it wrote", async () => {
  const path = await pipe();
  const { chunks, size } = await openFileSource(path);
  expect(size).toBeUndefined();
  setTimeout(() => void writeFile(path, Buffer.alloc(300_000, 7)), 200);
  let bytes = 0;
  for await (const chunk of chunks) bytes += chunk.byteLength;
  expect(bytes).toBe(300_000);
});

it("lets the process end while a named pipe has no writer", async () => {
  const path = await pipe();
  const program = [
    `import { openFileSource } from ${JSON.stringify(new URL("../../node/file-source.ts", import.meta.url).href)};`,
    `const { chunks } = await openFileSource(${JSON.stringify(path)});`,
    `void chunks[Symbol.asyncIterator]().next();`,
    `setTimeout(() => process.exit(3), 300);`,
  ].join("\n");
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: "ignore" });
  const late = setTimeout(() => child.kill("SIGKILL"), 5000);
  const [code] = await once(child, "exit");
  clearTimeout(late);
  expect(code).toBe(3);
});
