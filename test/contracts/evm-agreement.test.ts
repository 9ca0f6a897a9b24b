// Where TypeScript, the contracts and the chain must say the same: digests, seeds, challenges, and how tokens are allowed to be taken.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  bytesToHex,
  createPublicClient,
  createWalletClient,
  encodeDeployData,
  hashTypedData,
  http,
  type Hex,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storageMarketAbi } from "../../contracts/abi/StorageMarket.ts";
import { storageTokenAbi } from "../../contracts/abi/StorageToken.ts";
import { type Ledger, TOKEN, connectLedger, deploy } from "../../contracts/index.ts";
import { challengeSeed, nobleHasher } from "../../proofs/index.ts";
import {
  ALLOCATION_STATE_TYPES,
  type Address,
  CLOSE_TYPES,
  addressBytes,
  addressOf,
  closeDigest,
  DOMAIN_NAME,
  DOMAIN_VERSION,
  keySigner,
  OFFER_TYPES,
  type Offer,
  offerDigest,
  type SignedOffer,
  signOffer,
  stateDigest,
  TICKET_TYPES,
  ticketDigest,
  ZERO_ADDRESS,
} from "../../protocol/index.ts";
import { type AnvilWorld, anvilWorld, TEST_PARAMETERS } from "./anvil-world.ts";

let world: AnvilWorld;
let ledger: Ledger;
let next = 0;
beforeAll(async () => {
  world = await anvilWorld(8);
  ledger = await world.connect();
});
afterAll(() => world?.stop());

const key = (): Uint8Array => world.keys[next++]!;
const reader = () => createPublicClient({ transport: http(world.chain.rpcUrl), cacheTime: 0 });

const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => addressOf(bytes));
const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });
const count = fc.maxSafeNat();
const domain = fc.record({ chainId: fc.integer({ min: 1, max: 2 ** 40 }), market: address });
const offers = fc.record<Offer>({
  provider: address,
  client: address,
  maxUnits: count,
  pricePerUnitRound: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
  minRounds: count,
  validUntil: count,
  nonce: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
});

describe("EIP-712 digests are those of viem, for any", () => {
  const domainOf = ({ chainId, market }: { chainId: number; market: Address }) => ({
    name: DOMAIN_NAME,
    version: DOMAIN_VERSION,
    chainId,
    verifyingContract: market,
  });

  test("offer", () => {
    fc.assert(
      fc.property(domain, offers, (domain, offer) => {
        const message = {
          ...offer,
          maxUnits: BigInt(offer.maxUnits),
          minRounds: BigInt(offer.minRounds),
          validUntil: BigInt(offer.validUntil),
        };
        const theirs = hashTypedData({ domain: domainOf(domain), types: OFFER_TYPES, primaryType: "Offer", message });
        expect(bytesToHex(offerDigest(domain, offer))).toBe(theirs);
      }),
    );
  });

  test("allocation state", () => {
    const states = fc.record({ allocation: count, seq: count, subRoot: digest, leaves: count, fromRound: count });
    fc.assert(
      fc.property(domain, states, (domain, state) => {
        const message = {
          allocation: BigInt(state.allocation),
          seq: BigInt(state.seq),
          subRoot: bytesToHex(state.subRoot),
          leaves: BigInt(state.leaves),
          fromRound: BigInt(state.fromRound),
        };
        const types = ALLOCATION_STATE_TYPES;
        const theirs = hashTypedData({ domain: domainOf(domain), types, primaryType: "AllocationState", message });
        expect(bytesToHex(stateDigest(domain, state))).toBe(theirs);
      }),
    );
  });

  test("consent to close", () => {
    const closes = fc.record({ allocation: count, validUntil: count });
    fc.assert(
      fc.property(domain, closes, (domain, close) => {
        const message = { allocation: BigInt(close.allocation), validUntil: BigInt(close.validUntil) };
        const theirs = hashTypedData({ domain: domainOf(domain), types: CLOSE_TYPES, primaryType: "Close", message });
        expect(bytesToHex(closeDigest(domain, close))).toBe(theirs);
      }),
    );
  });

  test("ticket", () => {
    const tickets = fc.record({ client: address, provider: address, peer: digest, expires: count });
    fc.assert(
      fc.property(domain, tickets, (domain, ticket) => {
        const message = { ...ticket, peer: bytesToHex(ticket.peer), expires: BigInt(ticket.expires) };
        const theirs = hashTypedData({ domain: domainOf(domain), types: TICKET_TYPES, primaryType: "Ticket", message });
        expect(bytesToHex(ticketDigest(domain, ticket))).toBe(theirs);
      }),
    );
  });
});

describe("the market agrees", () => {
  const market = () => ({ address: world.deployment.market, abi: storageMarketAbi }) as const;

  test("on the digest of an offer", async () => {
    for (const offer of fc.sample(offers, 10)) {
      const struct = {
        ...offer,
        maxUnits: BigInt(offer.maxUnits),
        minRounds: BigInt(offer.minRounds),
        validUntil: BigInt(offer.validUntil),
      };
      const theirs = await reader().readContract({ ...market(), functionName: "offerHash", args: [struct] });
      expect(bytesToHex(offerDigest(ledger.domain, offer))).toBe(theirs);
    }
  });

  test("on the seed of a round, which is the hash of its first block, recent or long past", async () => {
    const { genesisBlock, roundBlocks } = world.deployment;
    await world.mine(600);
    const { round } = await ledger.clock();
    for (const each of [round - 1, round - 20, round - 60]) {
      const block = await reader().getBlock({ blockNumber: BigInt(genesisBlock + each * roundBlocks) });
      expect(bytesToHex(await ledger.seed(each))).toBe(block.hash);
    }
  });

  test("on the challenge of a provider", async () => {
    const round = (await ledger.clock()).round - 1;
    const provider = fc.sample(address, 1)[0]!;
    const theirs = await reader().readContract({ ...market(), functionName: "challengeSeed", args: [provider, round] });
    const { chainId, market: at } = world.deployment;
    const facts = { chainId, market: addressBytes(at), provider: addressBytes(provider), round };
    expect(bytesToHex(challengeSeed(nobleHasher, { ...facts, beaconSeed: await ledger.seed(round) }))).toBe(theirs);
  });
});

describe("taking tokens", () => {
  /** Orders one unit for a round and says how many transactions it took. */
  async function transactionsOfAnOrder(client: Ledger, offer: SignedOffer): Promise<number> {
    const sent = (): Promise<number> => reader().getTransactionCount({ address: client.account! });
    const before = await sent();
    const { ids } = await client.openAllocations({ offers: [offer], units: 1, rounds: 1 });
    expect(await client.allocation(ids[0]!)).toMatchObject({ client: client.account, units: 1 });
    return (await sent()) - before;
  }

  async function anOffer(provider: Ledger, privateKey: Uint8Array): Promise<SignedOffer> {
    const nodeKey = keySigner(privateKey);
    const registration = { nodeKey: nodeKey.address, peerId: Uint8Array.of(1), stake: TEST_PARAMETERS.minStake };
    await provider.registerProvider(registration);
    const terms = { maxUnits: 9, pricePerUnitRound: 1n, minRounds: 1, validUntil: 4_000_000_000, nonce: 1n };
    return signOffer(provider.domain, { provider: nodeKey.address, client: ZERO_ADDRESS, ...terms }, nodeKey);
  }

  test("takes one transaction with a token that knows permits, each time, and leaves nothing allowed", async () => {
    const owner = key();
    const offer = await anOffer(await world.connect(owner), owner);
    const client = await world.connect(key());
    expect(await transactionsOfAnOrder(client, offer)).toBe(1);
    expect(await transactionsOfAnOrder(client, offer)).toBe(1);
    const { token, vault } = world.deployment;
    const args = [client.account!, vault] as const;
    expect(await reader().readContract({ address: token, abi: storageTokenAbi, functionName: "allowance", args })).toBe(
      0n,
    );
  });

  test("takes an approval first with a token that does not", async () => {
    const admin = world.chain.accounts[0]!.privateKey;
    const { rpcUrl } = world.chain;
    const [owner, client] = [key(), key()];
    const token = await plainToken(
      admin,
      [owner, client].map((each) => keySigner(each).address),
    );
    const deployment = await deploy({ rpcUrl, privateKey: admin, token, parameters: TEST_PARAMETERS });
    expect(deployment.token).toBe(token);
    const offer = await anOffer(await connectLedger({ deployment, privateKey: owner }), owner);
    expect(await transactionsOfAnOrder(await connectLedger({ deployment, privateKey: client }), offer)).toBe(2);
  });
});

/** An ERC-20 without EIP-2612, compiled here; each holder has 1,000 tokens. */
async function plainToken(privateKey: Uint8Array, holders: readonly Address[]): Promise<Address> {
  const content = `// SPDX-License-Identifier: MIT
    pragma solidity 0.8.37;
    import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
    contract Plain is ERC20 {
      constructor(address[] memory holders) ERC20("Plain", "PLAIN") {
        for (uint256 i; i < holders.length; ++i) _mint(holders[i], ${1_000n * TOKEN});
      }
    }`;
  const require = createRequire(import.meta.url);
  const solc = require("solc") as { compile(input: string, callbacks: object): string };
  const settings = { evmVersion: "prague", outputSelection: { "*": { "*": ["evm.bytecode.object"] } } };
  const input = JSON.stringify({ language: "Solidity", sources: { "Plain.sol": { content } }, settings });
  const output = JSON.parse(
    solc.compile(input, { import: (path: string) => ({ contents: readFileSync(require.resolve(path), "utf8") }) }),
  ) as { contracts: { "Plain.sol": { Plain: { evm: { bytecode: { object: string } } } } } };
  const bytecode = `0x${output.contracts["Plain.sol"].Plain.evm.bytecode.object}` as const;
  const abi = [
    { type: "constructor", inputs: [{ name: "holders", type: "address[]" }], stateMutability: "nonpayable" },
  ] as const;
  const account = privateKeyToAccount(bytesToHex(privateKey));
  const wallet = createWalletClient({ account, transport: http(world.chain.rpcUrl) });
  const data: Hex = encodeDeployData({ abi, bytecode, args: [holders] });
  const hash = await wallet.sendTransaction({ chain: null, data });
  const { contractAddress } = await reader().waitForTransactionReceipt({ hash, pollingInterval: 20 });
  return addressOf(addressBytes(contractAddress!));
}
