/** The auditor takes what it is not shown to the chain, on a whole network with nothing replaced. */

import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { auditRound, Challenger } from "../../../node/auditor/index.ts";
import { openAuditorNode } from "../../../node/auditor-node.ts";
import { contactOf } from "../../../node/client/index.ts";
import { devnet } from "../../../node/devnet/index.ts";
import { sleep } from "../../../node/wait.ts";
import { randomBytes } from "./bytes.ts";
import type { DisputeRecord } from "../../../contracts/index.ts";
import type { DisputeNote } from "../../../node/auditor/index.ts";
import type { AuditorNode } from "../../../node/auditor-node.ts";
import type { Devnet, DevnetProvider } from "../../../node/devnet/index.ts";

const signal = new AbortController().signal;
let net: Devnet;
let auditor: AuditorNode;

beforeAll(async () => {
  net = await devnet({ providers: 4 });
  await using client = await net.connect();
  await client.put(randomBytes(3_000_000), { k: 2, n: 4 });
  await net.rounds(2);
  auditor = await openAuditorNode(net.network, { privateKey: await net.funded(), pollMs: 50 });
});

afterAll(async () => {
  await auditor?.close();
  await net?.stop();
});

async function judge(challenger?: Challenger) {
  const { round } = await auditor.ledger.clock();
  return auditRound(auditor, round, challenger === undefined ? {} : { challenger });
}

function stakes(): Promise<bigint[]> {
  return Promise.all(net.providers.map(async ({ owner }) => (await auditor.ledger.provider(owner))!.stake));
}

function noteOf(notes: readonly DisputeNote[], { owner }: DevnetProvider): DisputeNote {
  expect(notes.map(({ provider }) => provider)).toEqual([owner]);
  return notes[0]!;
}

/** Flips a bit in every leaf of the second half of what the provider has on disk. */
async function corruptHalf({ folder }: DevnetProvider): Promise<() => Promise<void>> {
  const logs = join(folder, "store", "logs");
  const flip = async (): Promise<void> => {
    for (const name of await readdir(logs)) {
      const file = await open(join(logs, name), "r+");
      const { size } = await file.stat();
      const half = Buffer.alloc(Math.floor(size / 2));
      await file.read(half, 0, half.length, size - half.length);
      for (let i = 128; i < half.length; i += 256) half[i] = half[i]! ^ 1;
      await file.write(half, 0, half.length, size - half.length);
      await file.sync();
      await file.close();
    }
  };
  await flip();
  return flip;
}

test("a provider that lost its fragments is disputed, does not answer, and pays: a fifth to the auditor, the rest lost to it; nobody else does", async () => {
  const [broken, ...others] = net.providers as [DevnetProvider, ...DevnetProvider[]];
  const before = await stakes();
  await net.corrupt(broken.index);
  onTestFinished(() => net.heal(broken.index));
  await net.rounds(1);

  // Without a wallet it only says what could be done.
  const said = noteOf((await judge()).disputes, broken);
  expect(said).toMatchObject({ state: "possible", reason: expect.stringContaining("--dispute") });

  const challenger = await Challenger.recall(auditor, signal);
  const opened = noteOf((await judge(challenger)).disputes, broken);
  expect(opened).toMatchObject({ state: "opened", bond: 10n ** 18n });
  const record = (await auditor.ledger.dispute(opened.dispute!)) as DisputeRecord;
  expect(record).toMatchObject({ kind: "root-leaf", provider: broken.owner, position: opened.position });

  // One at a time; and another run of the auditor knows of it from the chain alone.
  await net.rounds(1);
  expect(noteOf((await judge(challenger)).disputes, broken).state).toBe("open");
  const recalled = await Challenger.recall(auditor, signal);
  let notes: readonly DisputeNote[] = [];
  while ((await auditor.ledger.clock()).round <= record.deadline) {
    await net.rounds(1);
    notes = (await judge(recalled)).disputes;
  }
  const won = notes.find(({ dispute }) => dispute === opened.dispute)!;
  const fine = before[0]! / 10n;
  expect(won).toMatchObject({ state: "won", provider: broken.owner, bounty: fine / 5n });
  expect(won.bounty! + won.compensation! + won.burned!).toBe(fine);
  expect((await auditor.ledger.balance()).vault).toBe(fine / 5n + 10n ** 18n);

  const after = await stakes();
  expect(after[0]).toBe(before[0]! - fine);
  expect(after.slice(1)).toEqual(before.slice(1));
  const [report] = await net.rounds(1);
  const { verdicts } = report!;
  for (const { owner } of others) expect(verdicts.find(({ provider }) => provider === owner)?.verdict).toBe("passed");
  const status = await broken.daemon?.status();
  expect(status?.disputes.failure).toMatchObject({ code: "ERR_FRAGMENT_CORRUPT" });
});

test("where only some leaves are gone, the auditor finds one of those: it stays unanswered, and healed it is answered", async () => {
  const half = net.providers[1]!;
  const heal = await corruptHalf(half);
  const challenger = await Challenger.recall(auditor, signal);
  await net.rounds(1);
  const { disputes } = await judge(challenger);
  const note = disputes.find(({ provider, state }) => provider === half.owner && state === "opened")!;
  expect(note.dispute).toBeGreaterThan(0);
  await until(async () => (await half.daemon?.status())?.disputes.failure?.dispute === note.dispute);
  expect((await half.daemon?.status())?.disputes.failure).toMatchObject({
    dispute: note.dispute,
    code: "ERR_FRAGMENT_CORRUPT",
  });
  await heal();
  await net.restart(half.index);
  await until(async () => (await auditor.ledger.dispute(note.dispute!)) === undefined);
  const settled = (await judge(challenger)).disputes.find(({ dispute }) => dispute === note.dispute);
  expect(settled).toMatchObject({ state: "answered", bond: 10n ** 18n });
});

test("who is accused for nothing answers by itself, keeps its stake, and gets the bond", async () => {
  const honest = net.providers[2]!;
  const record = (await auditor.ledger.provider(honest.owner))!;
  const before = { stakes: await stakes(), vault: (await auditor.ledger.balance(record.payout)).vault };
  const challenger = await Challenger.recall(auditor, signal);
  const address = await auditor.network.locate(contactOf(record)!.address.peer);
  const seed = randomBytes(32);
  const sampling = { verdict: "offline", reason: "a guess", asked: 20, passed: 0, root: record.root, seed } as const;
  const [note] = await challenger.challenge([{ record, address, sampling }], signal);
  expect(note).toMatchObject({ state: "opened", provider: honest.owner });
  await until(async () => (await auditor.ledger.dispute(note!.dispute!)) === undefined);
  const [answered] = (await challenger.settle(signal)).filter(({ dispute }) => dispute === note!.dispute);
  expect(answered).toMatchObject({ state: "answered", bond: note!.bond });
  expect((await auditor.ledger.balance(record.payout)).vault - before.vault).toBe(note!.bond);
  expect(await stakes()).toEqual(before.stakes);
});

test("a failure under a root that was replaced since is not taken to the chain, and no bond is lost for it", async () => {
  const { owner } = net.providers[2]!;
  const record = (await auditor.ledger.provider(owner))!;
  const before = await auditor.ledger.balance();
  const challenger = await Challenger.recall(auditor, signal);
  const root = randomBytes(32);
  const seed = randomBytes(32);
  const sampling = { verdict: "offline", reason: "a guess", asked: 20, passed: 0, root, seed } as const;
  const notes = await challenger.challenge([{ record, address: undefined, sampling }], signal);
  expect(notes).toMatchObject([{ state: "possible", reason: expect.stringContaining("another root") }]);
  expect((await auditor.ledger.balance()).wallet).toBe(before.wallet);
});

test("one that is offline is asked once in a round; started again, it finds the dispute and answers it", async () => {
  const away = net.providers[3]!;
  await net.kill(away.index);
  const challenger = await Challenger.recall(auditor, signal);
  const notesOf = async (): Promise<DisputeNote[]> =>
    (await judge(challenger)).disputes.filter(({ provider }) => provider === away.owner);
  const [opened, ...more] = await notesOf();
  expect(opened).toMatchObject({ state: "opened" });
  expect(more).toEqual([]);
  expect(await notesOf()).toMatchObject([{ state: "open", dispute: opened!.dispute }]);
  await net.restart(away.index);
  await until(async () => (await auditor.ledger.dispute(opened!.dispute!)) === undefined);
  expect((await net.providers[3]!.daemon?.status())?.disputes.lost).toBe(0);
});

test("where nobody answers, the auditor takes it for its own trouble and disputes with nobody", async () => {
  for (const { index } of net.providers) await net.kill(index);
  const before = await auditor.ledger.disputeCount();
  const { disputes, verdicts } = await judge(await Challenger.recall(auditor, signal));
  expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(["offline"]));
  expect(disputes.filter(({ state }) => state === "possible")).toHaveLength(verdicts.length);
  expect(await auditor.ledger.disputeCount()).toBe(before);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await holds()); await sleep(50))
    if (Date.now() > end) throw new Error("it never came to pass");
}
