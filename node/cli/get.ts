// `cairn get`: an object's bytes into a file or to standard output.

import { resolve } from "node:path";
import { CairnError } from "../../protocol/index.ts";
import { formatSeconds, formatSize } from "../quantity.ts";
import { withReader } from "./client.ts";
import { type CommandContext, type CommandSpec, wholeNumber } from "./command.ts";
import { writeWhole } from "./whole-file.ts";

export const getCommand: CommandSpec = {
  name: "get",
  arguments: [["<link>", "the link that put printed: cairn:<object>#<key>"]],
  summary: "fetch an object and write it to a file; every byte is checked against the link",
  options: [
    {
      flags: "-o, --output <file>",
      about: "where to; - for standard output, which is the default unless that is a terminal",
    },
    { flags: "--force", about: "replace the output file if it exists" },
    { flags: "--offset <bytes>", about: "start at this byte", parse: wholeNumber(0, Number.MAX_SAFE_INTEGER) },
    { flags: "--length <bytes>", about: "so many bytes and no more", parse: wholeNumber(0, Number.MAX_SAFE_INTEGER) },
  ],
  examples: [
    "cairn get 'cairn:bafy…#key' -o photo.jpg      # quote it: # starts a comment in some shells",
    "cairn get 'cairn:bafy…#key' -o - | tar -x     # to a pipe",
    "cairn get 'cairn:bafy…#key' --offset 1000000 --length 500 -o part.bin",
  ],
  async run(context) {
    const target = targetOf(context);
    const started = performance.now();
    const bytes = await withReader(context, async (client) => {
      const [text = ""] = context.arguments;
      const chunks = counted(client.get(text, rangeOf(context)), context);
      return target === "-"
        ? toStandardOutput(chunks, context)
        : writeWhole(target, chunks, context.options["force"] === true);
    });
    const seconds = (performance.now() - started) / 1000;
    const line = `${formatSize(bytes)} in ${formatSeconds(seconds)}, every byte verified: ${target}`;
    if (target === "-") context.output.say(line);
    else await context.output.result({ file: target, bytes, seconds }, [line]);
  },
};

/** The absolute path to write to, or `-`. A terminal gets bytes only if that was asked for. */
function targetOf({ options, io, json }: CommandContext): string {
  const { output } = options;
  if (typeof output === "string" && output !== "-") return resolve(io.cwd, output);
  const isTerminal = "isTTY" in io.stdout && io.stdout.isTTY === true;
  if (output === undefined && isTerminal) refuse("Name a file with -o; to see the bytes in this terminal, say -o - .");
  if (json) refuse("The object's bytes and the JSON result cannot both go to standard output: name a file with -o.");
  return "-";
}

function refuse(message: string): never {
  throw new CairnError("ERR_CONFIG_INVALID", message);
}

function rangeOf({ options, signal }: CommandContext): { offset?: number; length?: number; signal: AbortSignal } {
  const { offset, length } = options;
  return {
    signal,
    ...(typeof offset === "number" ? { offset } : {}),
    ...(typeof length === "number" ? { length } : {}),
  };
}

async function* counted(chunks: AsyncIterable<Uint8Array>, { output }: CommandContext): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    yield chunk;
    bytes += chunk.byteLength;
    output.status(`fetched and verified ${formatSize(bytes)}`);
  }
}

async function toStandardOutput(chunks: AsyncIterable<Uint8Array>, { output }: CommandContext): Promise<number> {
  let bytes = 0;
  for await (const chunk of chunks) {
    await output.bytes(chunk);
    bytes += chunk.byteLength;
  }
  return bytes;
}
