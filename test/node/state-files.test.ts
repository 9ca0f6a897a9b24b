/** Co-signed states that outlive the program: later ones replace older ones, and nothing else does. */

import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stateFiles } from "../../node/state-files.ts";
import { keySigner, newPrivateKey, signState } from "../../protocol/index.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import type { Domain, SignedState, Signer } from "../../protocol/index.ts";

const DOMAIN: Domain = { chainId: 7, market: "0x0000000000000000000000000000000000000009" };
const [client, provider, other] = [1, 2, 3].map(() => keySigner(newPrivateKey())) as [Signer, Signer, Signer];

function signed(allocation: number, seq: number, by = provider): SignedState {
  const state = { allocation, seq, subRoot: new Uint8Array(32).fill(seq), leaves: 9, fromRound: 5 };
  return { state, clientSignature: signState(DOMAIN, state, client), providerSignature: signState(DOMAIN, state, by) };
}

test("a state is there for the next run, byte for byte, and for its own network only", async () => {
  const folder = await temporaryFolder();
  await stateFiles(folder, DOMAIN).set(signed(4, 2));
  expect(await stateFiles(folder, DOMAIN).get(4)).toEqual(signed(4, 2));
  expect(await stateFiles(folder, DOMAIN).get(5)).toBeUndefined();
  expect(await stateFiles(folder, { ...DOMAIN, chainId: 8 }).get(4)).toBeUndefined();
});

test("an older state does not replace a later one, whichever program had it; of another provider it does", async () => {
  const folder = await temporaryFolder();
  const [one, two] = [stateFiles(folder, DOMAIN), stateFiles(folder, DOMAIN)];
  await one.set(signed(4, 3));
  await two.set(signed(4, 2));
  expect((await one.get(4))?.state.seq).toBe(3);
  await two.set(signed(4, 4));
  expect((await one.get(4))?.state.seq).toBe(4);
  await one.set(signed(4, 1, other));
  expect(await two.get(4)).toEqual(signed(4, 1, other));
});

test("many at once leave whole files and nothing besides", async () => {
  const folder = await temporaryFolder();
  const states = stateFiles(folder, DOMAIN);
  await Promise.all(Array.from({ length: 40 }, (_, i) => states.set(signed(i % 4, 1 + i))));
  const [network = ""] = await readdir(folder);
  expect((await readdir(join(folder, network))).sort()).toEqual(["0.json", "1.json", "2.json", "3.json"]);
  for (const allocation of [0, 1, 2, 3]) expect((await states.get(allocation))?.state.allocation).toBe(allocation);
});

test("a file that is none is named, and not taken for no state", async () => {
  const folder = await temporaryFolder();
  const states = stateFiles(folder, DOMAIN);
  await states.set(signed(4, 2));
  const [network = ""] = await readdir(folder);
  const path = join(folder, network, "4.json");
  for (const text of ["", "{", '{"v":2}']) {
    await writeFile(path, text);
    await expect(states.get(4)).rejects.toMatchObject({ code: "ERR_STORE_DAMAGED", facts: { path } });
  }
});
