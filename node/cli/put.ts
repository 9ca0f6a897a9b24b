// `cairn put`: a file or standard input becomes an object; the result is its link.

import { formatSeconds, formatSize } from "../quantity.ts";
import { counted } from "./counted.ts";
import { withWriter } from "./client.ts";
import type { CommandContext, CommandSpec } from "./command.ts";
import { openInput } from "./input.ts";
import { table } from "../table.ts";
import type { PutResult } from "../client/index.ts";

export const putCommand: CommandSpec = {
  name: "put",
  arguments: [["<file>", "the file to store; - for standard input"]],
  summary: "store a file: encrypted, cut into n pieces at n providers, any k of which give it back; prints the link",
  scopes: ["client"],
  options: [{ flags: "--quiet", about: "print only the link, and no progress" }],
  examples: [
    "cairn put photo.jpg                           # 4 of 10, the default",
    "cairn put -k 2 -n 5 notes.txt                 # any 2 of 5",
    "tar -c folder | cairn put --quiet -           # from a pipe; the link alone on stdout",
  ],
  async run(context) {
    const [path = "-"] = context.arguments;
    const input = await openInput(path, context.io);
    const started = performance.now();
    const result = await withWriter(context, async (client) => {
      const { k, n, keepRounds, maxPrice } = context.config;
      const size = input.size === undefined ? {} : { size: input.size };
      const onProgress = progressLine(context, input.size);
      return client.put(input.chunks, { k, n, keepRounds, maxPrice, onProgress, signal: context.signal, ...size });
    });
    const seconds = (performance.now() - started) / 1000;
    if (context.options["quiet"] !== true) explain(context, result, seconds);
    await context.output.result(result, [result.link]);
  },
};

interface Counts {
  readonly read: number;
  readonly stored: number;
  readonly signed: number;
}

function progressLine({ output, options }: CommandContext, size: number | undefined): (counts: Counts) => void {
  if (options["quiet"] === true) return () => {};
  const total = size === undefined ? "" : ` of ${formatSize(size)}`;
  return ({ read, stored }) =>
    output.status(`read ${formatSize(read)}${total}, durable at its providers ${formatSize(stored)}`);
}

function explain({ output }: CommandContext, result: PutResult, seconds: number): void {
  const { size, storedBytes, segments, scheme, placements, paidUntilRound, records } = result;
  const rows = placements.map(({ shard, provider, allocation, peer }) => [shard, provider, allocation, peer]);
  for (const line of table([["fragment", "provider", "allocation", "peer"], ...rows])) output.say(line);
  output.say(`${formatSize(size)} in ${formatSeconds(seconds)}; any ${scheme.k} of ${scheme.n} providers give it back`);
  output.say(
    `${formatSize(storedBytes)} stored in ${counted(segments, "segment")}, ${counted(records, "record")} in the DHT, paid until round ${paidUntilRound}`,
  );
  output.say("The link is the only way back to it, and whoever has it can read it:");
}
