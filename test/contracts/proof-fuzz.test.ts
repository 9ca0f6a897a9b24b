// Prover and verifier in TypeScript against the verifier in Solidity, on a real EVM: random stores, every proof that they
// can give, and spoilt copies of it. Both must say the same, by the same rule. For a long run:
//
//     CAIRN_PROOF_TREES=10000 npx vitest run test/contracts/proof-fuzz.test.ts

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  challengePositions,
  challengeSeed,
  distinctPositions,
  ProofError,
  verifyInclusion,
  verifyPosition,
  verifyPositionInAllocation,
  verifyProof,
} from "../../proofs/index.ts";
import type { ChallengeFacts } from "../../proofs/index.ts";
import { nodeHasher } from "../proofs/node-hasher.ts";
import { type StoredAllocation, type StoredWorld, storedWorld } from "../proofs/stored-world.ts";
import {
  type Edit,
  ERRORS,
  type HarnessCall,
  inclusionCall,
  positionCall,
  type ProofHarness,
  proofHarness,
  verifyCall,
} from "./proof-harness.ts";

const TREES = Number(process.env["CAIRN_PROOF_TREES"] ?? 200);
/** A tree takes some 10 ms; a slow machine, ten times that. */
const DEADLINE_MS = 60_000 + TREES * 100;

let harness: ProofHarness;
beforeAll(async () => {
  harness = await proofHarness();
});
afterAll(() => harness?.stop());

/** A proof, how Solidity is asked about one, and how TypeScript is. */
interface Question {
  readonly call: HarnessCall;
  readonly proof: Uint8Array;
  verify(proof: Uint8Array): void;
}

/** Lengths around whole leaves are the likely mistakes: some of each, and anything between. */
const lengths = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 1, max: 16 }).map((leaves) => leaves * 256),
  fc.integer({ min: 0, max: 16 }).map((leaves) => leaves * 256 + 1),
);
/** One large allocation, many small ones, or a mix. */
const stores = fc
  .oneof(
    fc.array(fc.array(lengths, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 7 }),
    fc.array(fc.array(lengths, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 1 }),
    fc.array(fc.array(fc.constant(9), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 70 }),
  )
  .map((all) => all.map((fragments, i): StoredAllocation => ({ id: 1 + 3 * i, seq: 7 * i, fragments })));

const facts = fc.record<ChallengeFacts>({
  chainId: fc.integer({ min: 1, max: 2 ** 32 }),
  market: fc.uint8Array({ minLength: 20, maxLength: 20 }),
  provider: fc.uint8Array({ minLength: 20, maxLength: 20 }),
  round: fc.integer({ min: 1, max: 2 ** 40 }),
  beaconSeed: fc.uint8Array({ minLength: 32, maxLength: 32 }),
});

/** A change to a proof, whatever its length: fractions in place of offsets. */
type Spoil = (proof: Uint8Array) => Edit;
/** Evenly in [0, 1): of all doubles, most are next to 0. */
const unit = fc.noBias(fc.nat(2 ** 30 - 1)).map((part) => part / 2 ** 30);
const whole = (proof: Uint8Array): Edit => ({ keep: proof.length, place: 0, bits: 0, tail: new Uint8Array(0) });
const instead = (tail: Uint8Array): Edit => ({ keep: 0, place: 0, bits: 0, tail });
const spoils: fc.Arbitrary<Spoil> = fc.oneof(
  // A byte changed.
  fc.tuple(unit, fc.integer({ min: 1, max: 255 })).map(([where, bits]): Spoil => {
    // The inclusion of one leaf alone is no bytes, with none to change.
    return (proof) =>
      proof.length === 0 ? whole(proof) : { ...whole(proof), place: Math.floor(where * proof.length), bits };
  }),
  // Cut.
  unit.map((where): Spoil => (proof) => ({ ...whole(proof), keep: Math.floor(where * proof.length) })),
  // Longer.
  fc.uint8Array({ minLength: 1, maxLength: 70 }).map((tail): Spoil => (proof) => ({ ...whole(proof), tail })),
  // Two runs of 32 bytes swapped: siblings, often.
  fc.tuple(unit, unit).map(
    ([one, other]): Spoil =>
      (proof) =>
        instead(swapped(proof, one, other)),
  ),
  // Bytes out, others in.
  fc.tuple(unit, fc.nat(40), fc.uint8Array({ maxLength: 40 })).map(([where, out, into]): Spoil => {
    return (proof) => {
      const at = Math.floor(where * proof.length);
      return instead(Uint8Array.from([...proof.subarray(0, at), ...into, ...proof.subarray(at + out)]));
    };
  }),
);

const runs = fc.record({
  stored: stores,
  facts,
  count: fc.integer({ min: 1, max: 20 }),
  where: unit,
  which: unit,
  spoils: fc.array(spoils, { minLength: 8, maxLength: 8 }),
});

test(
  `${TREES} random stores: what is proved passes, and what is spoilt is refused by the same rule in both languages`,
  async () => {
    let [judged, passed] = [0, 0];
    const rules = new Set<string>();
    const property = fc.asyncProperty(runs, async ({ stored, facts: drawn, count, where, which, spoils: changes }) => {
      const world = storedWorld(stored, nodeHasher);
      const questions = questionsOf(world, drawn, count, where, which);
      const answers = questions.map(async (question, i) => {
        // The challenge is spoilt in eight ways; the proofs of one position, which are shorter, in three.
        const edits = [whole, ...changes.slice(0, i === 0 ? 8 : 3)].map((change) => change(question.proof));
        const said = await harness.verdicts(question.call, question.proof, edits);
        for (const [k, edit] of edits.entries()) {
          const bytes = edited(question.proof, edit);
          const expected = judge(question, bytes);
          expect(said[k], `${question.call.name}: ${JSON.stringify({ ...edit, tail: [...edit.tail] })}`).toBe(expected);
          if (k === 0 || Buffer.compare(bytes, question.proof) === 0) expect(expected).toBe("passed");
          else expect(expected).not.toBe("passed");
          judged++;
          if (expected === "passed") passed++;
          rules.add(expected);
        }
      });
      await Promise.all([...answers, replays(world, drawn, count, where)]);
    });
    await fc.assert(property, { numRuns: TREES });
    expect(passed).toBeGreaterThanOrEqual(4 * TREES);
    expect(judged - passed).toBeGreaterThan(10 * TREES);
    // Depth and place take more than random bytes: ProofLib.t.sol and the vectors have those.
    const likely = ["Truncated", "TrailingBytes", "BadCount", "WrongFragment", "WrongRoot", "BadPosition"];
    expect([...rules]).toEqual(expect.arrayContaining(likely.map((name) => `ProofLib_${name}`)));
    if (process.env["CAIRN_PROOF_TREES"] !== undefined)
      console.log(`${TREES} stores, ${passed} valid proofs, ${judged - passed} spoilt ones`);
  },
  DEADLINE_MS,
);

function questionsOf(
  world: StoredWorld,
  drawn: ChallengeFacts,
  count: number,
  where: number,
  which: number,
): Question[] {
  const { root, leaves } = world;
  const claim = world.claim(challengeSeed(nodeHasher, drawn), count);
  const under = { root, leaves, position: Math.floor(where * leaves) };
  const place = Math.floor(which * world.allocations.length);
  const { item, sub } = world.allocations[place]!;
  const inside = { root: sub.root, leaves: sub.leaves, position: Math.floor(where * sub.leaves) };
  return [
    {
      call: verifyCall(claim),
      proof: world.proof(claim.seed, count),
      verify: (proof) => verifyProof(nodeHasher, claim, proof),
    },
    {
      call: positionCall("verifyPosition", under),
      proof: world.proofAt([under.position]),
      verify: (proof) => verifyPosition(nodeHasher, under, proof),
    },
    {
      call: positionCall("verifyPositionInAllocation", inside),
      proof: world.proofInAllocation(place, inside.position),
      verify: (proof) => verifyPositionInAllocation(nodeHasher, inside, proof),
    },
    {
      call: inclusionCall(root, leaves, item),
      proof: world.inclusion(place),
      verify: (proof) => verifyInclusion(nodeHasher, { root, leaves, item }, proof),
    },
  ];
}

/** The proof of one challenge is that of no other: not of another round, provider, market or chain, nor under another root. */
async function replays(world: StoredWorld, drawn: ChallengeFacts, count: number, where: number): Promise<void> {
  const seed = challengeSeed(nodeHasher, drawn);
  const proof = world.proof(seed, count);
  const claim = world.claim(seed, count);
  const others: ChallengeFacts[] = [
    { ...drawn, round: drawn.round + 1 },
    { ...drawn, provider: changed(drawn.provider, where) },
    { ...drawn, market: changed(drawn.market, where) },
    { ...drawn, chainId: drawn.chainId + 1 },
  ];
  const claims = [
    ...others.map((other) => world.claim(challengeSeed(nodeHasher, other), count)),
    { ...claim, root: changed(claim.root, where) },
    { ...claim, leaves: claim.leaves + 1 },
    { ...claim, leaves: Math.max(1, claim.leaves - 1) },
    { ...claim, count: count + 1 },
  ];
  const asked = positionsOf(world, seed, count);
  for (const other of claims) {
    const question = {
      call: verifyCall(other),
      proof,
      verify: (bytes: Uint8Array) => verifyProof(nodeHasher, other, bytes),
    };
    const [said] = await harness.verdicts(question.call, proof, [whole(proof)]);
    expect(said).toBe(judge(question, proof));
    const isSame = other.root === claim.root && other.leaves === claim.leaves;
    // In a small store another seed may ask for the same leaves.
    expect(said === "passed").toBe(isSame && positionsOf(world, other.seed, other.count) === asked);
  }
}

function positionsOf(world: StoredWorld, seed: Uint8Array, count: number): string {
  return distinctPositions(challengePositions(nodeHasher, seed, count, world.leaves)).join();
}

/** "passed", or the name of the error that Solidity has for the rule. */
function judge(question: Question, bytes: Uint8Array): string {
  try {
    question.verify(bytes);
    return "passed";
  } catch (error) {
    if (!(error instanceof ProofError) || error.rule === undefined) throw error;
    return ERRORS[error.rule];
  }
}

/** What the harness makes of an edit. */
function edited(proof: Uint8Array, { keep, place, bits, tail }: Edit): Uint8Array {
  const bytes = Uint8Array.from([...proof.subarray(0, keep), ...tail]);
  if (bits !== 0) bytes[place]! ^= bits;
  return bytes;
}

function changed(bytes: Uint8Array, where: number): Uint8Array {
  const other = bytes.slice();
  other[Math.floor(where * bytes.length)]! ^= 1;
  return other;
}

function swapped(proof: Uint8Array, one: number, other: number): Uint8Array {
  const bytes = proof.slice();
  if (bytes.length < 64) return bytes;
  const [a, b] = [one, other].map((where) => Math.floor(where * (bytes.length - 32))) as [number, number];
  const held = bytes.slice(a, a + 32);
  bytes.copyWithin(a, b, b + 32);
  bytes.set(held, b);
  return bytes;
}
