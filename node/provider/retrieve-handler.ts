// Answers retrieve: leaves of one fragment with the hashes that tie them to its root. Open to everyone.

import { decodeRetrieveRequest, encodeRetrieveAnswer, VERBS } from "../../protocol/index.ts";
import type { Channel } from "../network/index.ts";
import type { FragmentReader } from "./fragment-reader.ts";

export interface RetrieveParts {
  readonly reader: FragmentReader;
}

export async function handleRetrieve({ reader }: RetrieveParts, channel: Channel): Promise<void> {
  const { root, from, to } = decodeRetrieveRequest(await channel.readMessage(VERBS.retrieve.maxRequest));
  const { bytes, siblings, data } = await reader.range(root, from, to);
  await channel.writeMessage(encodeRetrieveAnswer({ ok: true, bytes, siblings }));
  await channel.write(data);
}
