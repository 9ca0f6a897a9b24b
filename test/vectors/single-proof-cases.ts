// The proofs of test/vectors/single-proofs.json: of one position under either kind of root, and of an allocation's place.

import { hash, packed } from "../reference.ts";
import type { AllocationItem, ProofRule } from "../../proofs/index.ts";
import { flip, join, many } from "./proof-cases.ts";

export interface SingleCase {
  readonly name: string;
  /** Of the leaf at `position` under an aggregate root, under a subRoot; of `item` having a place under an aggregate root. */
  readonly kind: "position" | "position in allocation" | "inclusion";
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly position: number;
  readonly item: AllocationItem;
  readonly proof: Uint8Array;
  /** The rule that refuses it; "" for a valid proof. */
  readonly rule: ProofRule | "";
}

const NO_ITEM: AllocationItem = { allocation: 0, seq: 0, subRoot: new Uint8Array(32), leaves: 0 };

export function singleCases(): SingleCase[] {
  return [...positionCases(), ...allocationCases(), ...inclusionCases()];
}

function positionCases(): SingleCase[] {
  const { root, leaves } = many;
  const position = 17;
  const proof = many.proofAt([position]);
  const own = { kind: "position", root, leaves, position, item: NO_ITEM, proof, rule: "" } as const;
  return [
    { ...own, name: "a position under an aggregate root" },
    ...[0, leaves - 1].map((at) => ({ ...own, name: `position ${at}`, position: at, proof: many.proofAt([at]) })),
    { ...own, name: "the position after it", position: position + 1, rule: "fragment-leaves" },
    { ...own, name: "under the sub root", root: many.allocations[2]!.sub.root, rule: "root" },
    { ...own, name: "a byte too many", proof: join(proof, new Uint8Array(1)), rule: "trailing" },
    { ...own, name: "no such position", position: leaves, rule: "position" },
    { ...own, name: "no leaves", leaves: 0, position: 0, proof: new Uint8Array(0), rule: "leaves" },
  ];
}

function allocationCases(): SingleCase[] {
  const { root, leaves } = many.allocations[2]!.sub;
  const position = 9;
  const proof = many.proofInAllocation(2, position);
  const own = { kind: "position in allocation", root, leaves, position, item: NO_ITEM, proof, rule: "" } as const;
  const whole = many.proofAt([14 + position]);
  return [
    { ...own, name: "a position under a sub root" },
    ...[0, leaves - 1].map((at) => {
      return { ...own, name: `position ${at} in the allocation`, position: at, proof: many.proofInAllocation(2, at) };
    }),
    { ...own, name: "the position after it in the allocation", position: position + 1, rule: "root" },
    { ...own, name: "the proof from the aggregate root on", proof: whole, rule: "sub-split" },
    { ...own, name: "under the aggregate root", root: many.root, rule: "root" },
    { ...own, name: "the last byte missing in the allocation", proof: proof.slice(0, -1), rule: "truncated" },
    { ...own, name: "no such position in the allocation", position: leaves, rule: "position" },
  ];
}

function inclusionCases(): SingleCase[] {
  const { root, leaves } = many;
  const kind = "inclusion";
  const all = many.allocations.map(({ item }, place): SingleCase => {
    const name = `the state of allocation ${item.allocation}`;
    return { name, kind, root, leaves, position: 0, item, proof: many.inclusion(place), rule: "" };
  });
  const own = { ...all[2]!, rule: "root" } as const;
  const { item, proof } = own;
  const first = proof[0]!;
  const rest = proof.slice(1);
  return [
    ...all,
    { ...own, name: "another allocation there", item: { ...item, allocation: item.allocation + 1 } },
    { ...own, name: "another seq there", item: { ...item, seq: item.seq + 1 } },
    { ...own, name: "another sub root there", item: { ...item, subRoot: hash(1) } },
    { ...own, name: "other leaves there", item: { ...item, leaves: item.leaves + 1 }, rule: "place" },
    { ...own, name: "its second leaf in place of its first", proof: join(packed(first + 1, leaves), rest), rule: "place" },
    { ...own, name: "a position in another allocation", proof: join(packed(0, leaves), rest), rule: "aggregate-split" },
    { ...own, name: "a position that is not there", proof: join(packed(leaves, leaves), rest), rule: "position" },
    { ...own, name: "the place of another allocation", proof: many.inclusion(1), rule: "place" },
    { ...own, name: "a sibling changed", proof: flip(proof, proof.length - 2) },
    { ...own, name: "an aggregate root of before", root: hash(root) },
    { ...own, name: "nothing said", proof: new Uint8Array(0), rule: "truncated" },
    { ...own, name: "the end missing", proof: proof.slice(0, -1), rule: "truncated" },
    { ...own, name: "a byte after the end", proof: join(proof, new Uint8Array(1)), rule: "trailing" },
    { ...own, name: "inclusion where nothing is", leaves: 0, proof: new Uint8Array(0), rule: "leaves" },
  ];
}
