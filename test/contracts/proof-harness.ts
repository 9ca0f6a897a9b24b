// The proof library on a real EVM: contracts/test/support/ProofHarness.sol compiled, deployed and called.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type Abi,
  bytesToHex,
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  toFunctionSelector,
  toHex,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { type Chain, startChain } from "../../contracts/index.ts";
import type { AllocationItem, PositionClaim, ProofClaim, ProofRule } from "../../proofs/index.ts";

/** A changed proof: its first `keep` bytes, the one at `place` with `bits` flipped, and then `tail`. */
export interface Edit {
  readonly keep: number;
  readonly place: number;
  readonly bits: number;
  readonly tail: Uint8Array;
}

/** What is called with the proof: a function of the harness, and its other arguments. */
export interface HarnessCall {
  readonly name: "verify" | "verifyPosition" | "verifyPositionInAllocation" | "verifyInclusion";
  readonly words: readonly Hex[];
}

export interface ProofHarness {
  /** For each edit "passed", or the name of the error that refused it. Any other failure of a call throws. */
  verdicts(call: HarnessCall, proof: Uint8Array, edits: readonly Edit[]): Promise<string[]>;
  stop(): Promise<void>;
}

/** The library's error for each rule. */
export const ERRORS: Readonly<Record<ProofRule, string>> = {
  root: "ProofLib_WrongRoot",
  leaves: "ProofLib_BadPosition",
  count: "",
  seed: "",
  position: "ProofLib_BadPosition",
  truncated: "ProofLib_Truncated",
  trailing: "ProofLib_TrailingBytes",
  "aggregate-depth": "ProofLib_TooDeep",
  "aggregate-split": "ProofLib_BadCount",
  "sub-depth": "ProofLib_TooDeep",
  "sub-split": "ProofLib_BadCount",
  "fragment-bytes": "ProofLib_WrongFragment",
  "fragment-leaves": "ProofLib_WrongFragment",
  place: "ProofLib_WrongPlace",
};

export function verifyCall({ root, leaves, seed, count }: ProofClaim): HarnessCall {
  return { name: "verify", words: [bytesToHex(root), word(leaves), bytesToHex(seed), word(count)] };
}

export function positionCall(
  name: "verifyPosition" | "verifyPositionInAllocation",
  { root, leaves, position }: PositionClaim,
): HarnessCall {
  return { name, words: [bytesToHex(root), word(leaves), word(position)] };
}

export function inclusionCall(root: Uint8Array, leaves: number, item: AllocationItem): HarnessCall {
  const state = [word(item.allocation), word(item.seq), bytesToHex(item.subRoot), word(item.leaves)];
  return { name: "verifyInclusion", words: [bytesToHex(root), word(leaves), ...state] };
}

export async function proofHarness(): Promise<ProofHarness> {
  const { abi, bytecode } = compiled();
  const chain = await startChain();
  try {
    const address = await deployed(chain, abi, bytecode);
    const reader = createPublicClient({ transport: http(chain.rpcUrl), cacheTime: 0 });
    const names = errorNames(abi);
    const selectors = functionSelectors(abi);
    return {
      verdicts: async (call, proof, edits) => {
        const found = (await reader.readContract({
          address,
          abi,
          functionName: "verdicts",
          args: [
            selectors.get(call.name),
            bytesToHex(proof),
            call.words,
            edits.map((edit) => ({ ...edit, tail: bytesToHex(edit.tail) })),
          ],
        })) as readonly Hex[];
        return found.map((selector) => names.get(selector) ?? selector);
      },
      stop: () => chain.stop(),
    };
  } catch (error) {
    await chain.stop();
    throw error;
  }
}

async function deployed(chain: Chain, abi: Abi, bytecode: Hex): Promise<Hex> {
  const account = privateKeyToAccount(bytesToHex(chain.accounts[0]!.privateKey));
  const transport = http(chain.rpcUrl);
  const hash = await createWalletClient({ account, transport }).deployContract({ abi, bytecode, chain: null });
  const receipt = await createPublicClient({ transport }).waitForTransactionReceipt({ hash, pollingInterval: 20 });
  return receipt.contractAddress!;
}

/** By the settings of contracts/build.mjs, so that what is tested is what is deployed. */
function compiled(): { abi: Abi; bytecode: Hex } {
  const solc = createRequire(import.meta.url)("solc") as { compile(input: string): string };
  const names = ["src/ProofWalk.sol", "src/ProofLib.sol", "test/support/ProofHarness.sol"];
  const read = (name: string): string => readFileSync(new URL(`../../contracts/${name}`, import.meta.url), "utf8");
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(names.map((name) => [name, { content: read(name) }])),
    settings: {
      optimizer: { enabled: true, runs: 200 },
      viaIR: true,
      evmVersion: "prague",
      outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as CompilerOutput;
  const built = output.contracts?.["test/support/ProofHarness.sol"]?.["ProofHarness"];
  if (built === undefined) throw new Error(output.errors?.map((each) => each.formattedMessage).join("\n"));
  return { abi: built.abi, bytecode: `0x${built.evm.bytecode.object}` };
}

interface CompilerOutput {
  readonly errors?: readonly { readonly formattedMessage: string }[];
  readonly contracts?: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly abi: Abi; readonly evm: { readonly bytecode: { readonly object: string } } }>>
    >
  >;
}

function errorNames(abi: Abi): Map<string, string> {
  const names = new Map([["0x00000000", "passed"]]);
  for (const item of abi) {
    if (item.type !== "error") continue;
    names.set(toFunctionSelector(`${item.name}(${item.inputs.map(({ type }) => type).join()})`), item.name);
  }
  return names;
}

function functionSelectors(abi: Abi): Map<string, Hex> {
  return new Map(abi.flatMap((item) => (item.type === "function" ? [[item.name, toFunctionSelector(item)]] : [])));
}

function word(value: number): Hex {
  return toHex(value, { size: 32 });
}
