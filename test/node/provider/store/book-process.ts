// A process that writes to the book of a folder while the system lets its files grow no further, and afterwards, and is killed then. It
// tells on its standard output which numbers were acknowledged as durable. Argument: folder.

import { execFileSync } from "node:child_process";
import { readdirSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { openProviderFolder } from "../../../../node/provider/store/data-folder.ts";
import { OWNER } from "./written-fragments.ts";

const [path = ""] = process.argv.slice(2);
const book = join(path, "book");
const folder = await openProviderFolder({ folder: path, owner: OWNER });
const table = folder.sublevel("items");

async function put(number: number): Promise<void> {
  const value = Buffer.alloc(3000, number);
  try {
    // Some by a batch and some by themselves, as the daemon does.
    if (number % 3 === 0) await table.put(Buffer.of(number), value, { sync: true } as object);
    else
      await folder.book.batch([{ type: "put", sublevel: table, key: Buffer.of(number), value }], {
        sync: true,
      } as object);
    writeSync(1, `stored ${number}\n`);
  } catch (error) {
    writeSync(1, `refused ${number} ${String((error as { code?: unknown }).code)}\n`);
  }
}

/** How large files of this process may become; what is beyond is written in part, and then refused. */
function limit(bytes: string): void {
  execFileSync("prlimit", ["--pid", `${process.pid}`, `--fsize=${bytes}:`]);
}

async function putAll(from: number, to: number): Promise<void> {
  await Promise.all(Array.from({ length: to - from }, (_, at) => put(from + at)));
}

await putAll(0, 20);
const ahead = readdirSync(book).filter((name) => name.endsWith(".log"));
limit(`${Math.max(...ahead.map((name) => statSync(join(book, name)).size)) + 1000}`);
await putAll(20, 30);
limit("unlimited");
await putAll(30, 200);
process.kill(process.pid, "SIGKILL");
