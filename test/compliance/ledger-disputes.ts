// What every ledger must do with disputes: open them against the bond, answer them with real proofs, decide those without an answer.

import { expect, test } from "vitest";
import type { DisputeRecord, Ledger } from "../../contracts/index.ts";
import { EMPTY_ROOT } from "../../proofs/index.ts";
import { keySigner, signState } from "../../protocol/index.ts";
import { PRICE, type Sold, type Stage } from "./ledger-stage.ts";

/** A provider that has committed to its data, in a round in which it can be asked for all of it. */
interface Committed extends Sold {
  readonly round: number;
  readonly challenger: Ledger;
  readonly bond: bigint;
  readonly answerRounds: number;
}

export function disputeTests(stage: Stage): void {
  const { world, key, spent, toRound, nextRound, anAllocation } = stage;

  async function committed(): Promise<Committed> {
    const sold = await anAllocation(2, 12);
    await sold.provider.prove();
    const round = await nextRound(sold.client);
    await sold.provider.prove();
    const challenger = await world().connect(key());
    const { disputeBond: bond, answerRounds } = await challenger.settings();
    return { ...sold, round, challenger, bond, answerRounds };
  }

  /** Opens, and looks at what is then there. */
  async function opened(at: Committed, open: () => ReturnType<Ledger["challengeLeaf"]>): Promise<DisputeRecord> {
    const { challenger, provider, round, bond, answerRounds } = at;
    const { wallet } = await challenger.balance();
    const { dispute } = spent("challenge", await open());
    const record = (await challenger.dispute(dispute))!;
    const parties = { provider: provider.owner, challenger: challenger.account };
    expect(record).toMatchObject({ id: dispute, ...parties, bond, deadline: round + answerRounds });
    expect((await challenger.balance()).wallet).toBe(wallet - bond);
    expect((await challenger.provider(provider.owner))?.openDisputes).toBe(1);
    return record;
  }

  /** The bond went to the provider, and nothing of the dispute is left. */
  async function expectDismissed({ provider, challenger, bond }: Committed, id: number): Promise<void> {
    expect(await challenger.dispute(id)).toBeUndefined();
    expect(await challenger.provider(provider.owner)).toMatchObject({ openDisputes: 0, stake: world().minStake });
    expect((await challenger.balance(provider.owner)).vault).toBe(bond);
  }

  test("a state is shown to be under the root, even after another root was committed", async () => {
    const at = await committed();
    const { provider, challenger, id, round } = at;
    const signed = provider.signedState(id, round);
    const inclusion = provider.inclusion(id);
    const record = await opened(at, () => challenger.challengeInclusion(signed));
    const { root, leaves } = provider;
    const { seq, subRoot, leaves: subLeaves } = signed.state;
    const asked = { kind: "inclusion", root, leaves, position: 0, allocation: id, seq, subRoot, subLeaves };
    expect(record).toMatchObject(asked);
    await nextRound(challenger);
    provider.store([{ id, seq: 2, fragments: [500] }]);
    await provider.prove();
    spent("answer, inclusion", await provider.nodeLedger.answer(record.id, inclusion));
    await expectDismissed(at, record.id);
  });

  test("a leaf of a state is shown", async () => {
    const at = await committed();
    const { provider, challenger, id, round } = at;
    const signed = provider.signedState(id, round);
    const position = signed.state.leaves - 2;
    const record = await opened(at, () => challenger.challengeStateLeaf(signed, position));
    expect(record).toMatchObject({ kind: "state-leaf", root: EMPTY_ROOT, leaves: 0, position, allocation: id });
    const other = provider.stateLeaf(id, 0);
    await expect(provider.nodeLedger.answer(record.id, other)).rejects.toMatchObject({
      code: "ERR_REVERTED",
      facts: { reason: expect.stringMatching(/^ProofLib_/) as string },
    });
    spent("answer, leaf of a state", await provider.nodeLedger.answer(record.id, provider.stateLeaf(id, position)));
    await expectDismissed(at, record.id);
  });

  test("what a key has signed that was replaced since, its client brings and nobody else", async () => {
    const at = await committed();
    const { provider, challenger, client, id, round } = at;
    const signed = provider.signedState(id, round);
    const [old, next] = [provider.nodeKey.address, keySigner(key()).address];
    const keys = async (): Promise<boolean[]> => [await client.isStateKey(id, old), await client.isStateKey(id, next)];
    expect(await keys()).toEqual([true, false]);
    await provider.ledger.updateNode({ nodeKey: next, peerId: Uint8Array.of(1) });
    expect(await keys()).toEqual([true, true]);
    expect(await client.isStateKey(id, provider.owner)).toBe(false);
    expect(await client.isStateKey(id + 1_000, old)).toBe(false);
    const notTheirs = { code: "ERR_REVERTED", facts: { reason: "StorageMarket_NotForCaller", args: [client.account] } };
    await expect(challenger.challengeInclusion(signed)).rejects.toMatchObject(notTheirs);
    await expect(challenger.challengeStateLeaf(signed, 0)).rejects.toMatchObject(notTheirs);
    const { dispute } = await client.challengeStateLeaf(signed, 0);
    await client.answer(dispute, provider.stateLeaf(id, 0));
    expect(await client.dispute(dispute)).toBeUndefined();
  });

  test("a leaf of the root is shown", async () => {
    const at = await committed();
    const { provider, challenger } = at;
    const position = provider.leaves - 1;
    const record = await opened(at, () => challenger.challengeLeaf(provider.owner, position));
    expect(record).toMatchObject({ kind: "root-leaf", root: provider.root, position, allocation: 0, seq: 0 });
    spent("answer, leaf of the root", await provider.nodeLedger.answer(record.id, provider.rootLeaf(position)));
    await expectDismissed(at, record.id);
  });

  test("a later state that the client has signed answers for an earlier one, and no other state does", async () => {
    const at = await committed();
    const { provider, challenger, client, clientKey, id, round } = at;
    const signed = provider.signedState(id, round);
    const record = await opened(at, () => challenger.challengeStateLeaf(signed, 0));
    const later = { ...signed.state, seq: signed.state.seq + 1 };
    const answered = (state: typeof later, signer = clientKey): ReturnType<Ledger["answerWithState"]> => {
      const clientSignature = signState(client.domain, state, signer);
      return provider.nodeLedger.answerWithState(record.id, { state, clientSignature, proof: new Uint8Array() });
    };
    await expect(answered(signed.state)).rejects.toMatchObject({ facts: { reason: "StorageMarket_NotLater" } });
    await expect(answered(later, provider.nodeKey)).rejects.toMatchObject({
      facts: { reason: "StorageMarket_NotSignedByClient", args: [client.account] },
    });
    spent("answerWithState", await answered(later));
    await expectDismissed(at, record.id);
  });

  test("without an answer the stake pays challenger and client, and the allocation is closed", async () => {
    const at = await committed();
    const { provider, challenger, client, id, round, bond, allocation } = at;
    const signed = provider.signedState(id, round);
    const record = await opened(at, () => challenger.challengeInclusion(signed));
    await expect(challenger.decide(record.id)).rejects.toMatchObject({
      facts: { reason: "StorageMarket_AnswerPending", args: [record.deadline, round] },
    });
    await toRound(client, record.deadline + 1);
    await expect(provider.nodeLedger.answer(record.id, provider.inclusion(id))).rejects.toMatchObject({
      facts: { reason: "StorageMarket_TooLate", args: [record.deadline, record.deadline + 1] },
    });
    const decided = spent("decide", await challenger.decide(record.id));
    const { bounty, compensation, burned } = decided;
    const { disputeSlashBasisPoints } = await client.settings();
    expect(bounty + compensation + burned).toBe((world().minStake * BigInt(disputeSlashBasisPoints)) / 10_000n);
    expect(bounty).toBeGreaterThan(0n);
    expect((await challenger.balance()).vault).toBe(bond + bounty);
    const ended = record.deadline + 2;
    expect(await client.allocation(id)).toMatchObject({ endRound: ended });
    const refund = 2n * PRICE * BigInt(allocation.endRound - ended);
    expect((await client.balance()).vault).toBe(compensation + refund);
    const stake = world().minStake - bounty - compensation - burned;
    expect(await client.provider(provider.owner)).toMatchObject({ openDisputes: 0, stake });
    await expect(challenger.decide(record.id)).rejects.toMatchObject({ facts: { reason: "StorageMarket_NoDispute" } });
  });

  test("those still open are listed by number, and counted with those that are over", async () => {
    const { provider, challenger } = await committed();
    const first = (await challenger.challengeLeaf(provider.owner, 0)).dispute;
    const second = (await challenger.challengeLeaf(provider.owner, 1)).dispute;
    expect(second).toBe(first + 1);
    expect(await challenger.disputeCount()).toBe(second);
    expect((await challenger.disputes(first, 10)).map(({ id }) => id)).toEqual([first, second]);
    await provider.nodeLedger.answer(first, provider.rootLeaf(0));
    expect((await challenger.disputes(first, 10)).map(({ id }) => id)).toEqual([second]);
    expect(await challenger.disputes(first, 1)).toEqual([]);
    expect(await challenger.disputeCount()).toBe(second);
    await provider.nodeLedger.answer(second, provider.rootLeaf(1));
  });

  test.each<[string, string, (at: Committed) => Promise<unknown>]>([
    [
      "a leaf that is not there",
      "NoSuchLeaf",
      (at) => at.challenger.challengeLeaf(at.provider.owner, at.provider.leaves),
    ],
    [
      "a state whose round has not come",
      "NotDueYet",
      (at) => at.challenger.challengeInclusion(at.provider.signedState(at.id, at.round + 9)),
    ],
    [
      "a state that its provider has not signed",
      "BadSignature",
      (at) => {
        const { state } = at.provider.signedState(at.id, at.round);
        const providerSignature = signState(at.client.domain, state, keySigner(key()));
        return at.challenger.challengeInclusion({ state, providerSignature });
      },
    ],
  ])("%s cannot be disputed, and no bond is locked", async (_, reason, challenge) => {
    const at = await committed();
    const before = await at.challenger.balance();
    await expect(challenge(at)).rejects.toMatchObject({
      code: "ERR_REVERTED",
      facts: { reason: `StorageMarket_${reason}` },
    });
    expect(await at.challenger.balance()).toEqual(before);
  });

  test("without tokens for the bond nothing is sent", async () => {
    const at = await committed();
    await at.challenger.transfer(at.provider.owner, world().tokens);
    const before = await at.challenger.balance();
    await expect(at.challenger.challengeLeaf(at.provider.owner, 0)).rejects.toMatchObject({
      code: "ERR_NOT_ENOUGH_TOKENS",
      facts: { need: at.bond, have: 0n },
    });
    expect(await at.challenger.balance()).toEqual(before);
  });
}
