import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { domainSeparator as viemDomainSeparator, hashTypedData } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import {
  ALLOCATION_STATE_TYPES,
  type AllocationState,
  CLOSE_TYPES,
  type Close,
  DOMAIN_NAME,
  DOMAIN_VERSION,
  type Domain,
  OFFER_TYPES,
  type Offer,
  TICKET_TYPES,
  type Ticket,
  closeDigest,
  domainSeparator,
  keySigner,
  newPrivateKey,
  offerDigest,
  signClose,
  signOffer,
  signState,
  signTicket,
  stateDigest,
  ticketDigest,
  typeText,
  typedDigest,
} from "../../protocol/index.ts";
import * as arbitrary from "./arbitraries.ts";
import { codeOf } from "./thrown.ts";

const hex = (bytes: Uint8Array): `0x${string}` => `0x${Buffer.from(bytes).toString("hex")}`;
const domains: fc.Arbitrary<Domain> = fc.record({ chainId: fc.maxSafeNat(), market: arbitrary.address });
const KEY = newPrivateKey();
const ACCOUNT = privateKeyToAccount(hex(KEY));
const DOMAIN: Domain = { chainId: 31_337, market: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" };

/** The domain as a typed-data library takes it. */
function viemDomain({ chainId, market }: Domain) {
  return { name: DOMAIN_NAME, version: DOMAIN_VERSION, chainId, verifyingContract: market };
}

const offers: fc.Arbitrary<Offer> = arbitrary.offer;
const closes: fc.Arbitrary<Close> = fc.record({ allocation: arbitrary.counter, validUntil: arbitrary.counter });
const tickets: fc.Arbitrary<Ticket> = fc.record({
  client: arbitrary.address,
  provider: arbitrary.address,
  peer: arbitrary.digest,
  expires: arbitrary.counter,
});

function typedState(domain: Domain, state: AllocationState) {
  const message = {
    allocation: BigInt(state.allocation),
    seq: BigInt(state.seq),
    subRoot: hex(state.subRoot),
    leaves: BigInt(state.leaves),
    fromRound: BigInt(state.fromRound),
  };
  return {
    domain: viemDomain(domain),
    types: ALLOCATION_STATE_TYPES,
    primaryType: "AllocationState",
    message,
  } as const;
}

function typedOffer(domain: Domain, offer: Offer) {
  const message = {
    ...offer,
    maxUnits: BigInt(offer.maxUnits),
    minRounds: BigInt(offer.minRounds),
    validUntil: BigInt(offer.validUntil),
  };
  return { domain: viemDomain(domain), types: OFFER_TYPES, primaryType: "Offer", message } as const;
}

function typedClose(domain: Domain, close: Close) {
  const message = { allocation: BigInt(close.allocation), validUntil: BigInt(close.validUntil) };
  return { domain: viemDomain(domain), types: CLOSE_TYPES, primaryType: "Close", message } as const;
}

function typedTicket(domain: Domain, ticket: Ticket) {
  const message = { ...ticket, peer: hex(ticket.peer), expires: BigInt(ticket.expires) };
  return { domain: viemDomain(domain), types: TICKET_TYPES, primaryType: "Ticket", message } as const;
}

describe("the digest that is signed is the one that viem computes,", () => {
  test("of an allocation state", () => {
    fc.assert(
      fc.property(domains, arbitrary.state, (domain, state) => {
        expect(hex(stateDigest(domain, state))).toBe(hashTypedData(typedState(domain, state)));
      }),
    );
  });

  test("of an offer", () => {
    fc.assert(
      fc.property(domains, offers, (domain, offer) => {
        expect(hex(offerDigest(domain, offer))).toBe(hashTypedData(typedOffer(domain, offer)));
      }),
    );
  });

  test("of a consent to close", () => {
    fc.assert(
      fc.property(domains, closes, (domain, close) => {
        expect(hex(closeDigest(domain, close))).toBe(hashTypedData(typedClose(domain, close)));
      }),
    );
  });

  test("of a ticket", () => {
    fc.assert(
      fc.property(domains, tickets, (domain, ticket) => {
        expect(hex(ticketDigest(domain, ticket))).toBe(hashTypedData(typedTicket(domain, ticket)));
      }),
    );
  });
});

describe("a wallet that signs typed data makes the same signature,", () => {
  const signer = keySigner(KEY);

  test("of an allocation state", async () => {
    const [state] = fc.sample(arbitrary.state, 1) as [AllocationState];
    expect(hex(signState(DOMAIN, state, signer))).toBe(await ACCOUNT.signTypedData(typedState(DOMAIN, state)));
  });

  test("of an offer", async () => {
    const [offer] = fc.sample(offers, 1) as [Offer];
    expect(hex(signOffer(DOMAIN, offer, signer).signature)).toBe(
      await ACCOUNT.signTypedData(typedOffer(DOMAIN, offer)),
    );
  });

  test("of a consent to close", async () => {
    const [close] = fc.sample(closes, 1) as [Close];
    expect(hex(signClose(DOMAIN, close, signer))).toBe(await ACCOUNT.signTypedData(typedClose(DOMAIN, close)));
  });

  test("of a ticket, in which the signer is the client", async () => {
    const [ticket] = fc.sample(tickets, 1) as [Ticket];
    const signed = signTicket(DOMAIN, ticket, signer);
    expect(signed).toMatchObject({ client: ACCOUNT.address, expires: ticket.expires });
    const typed = typedTicket(DOMAIN, { ...ticket, client: ACCOUNT.address });
    expect(hex(signed.signature)).toBe(await ACCOUNT.signTypedData(typed));
  });
});

test("the types are those of docs/spec/chain.md", () => {
  const spec = readFileSync(new URL("../../docs/spec/chain.md", import.meta.url), "utf8");
  const stated = spec
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^[A-Z]\w+\(.*\)$/.test(line));
  expect(stated).toEqual([OFFER_TYPES, ALLOCATION_STATE_TYPES, CLOSE_TYPES, TICKET_TYPES].map(typeText));
});

test("the domain separator is the one that viem computes", () => {
  expect(hex(domainSeparator(DOMAIN))).toBe(viemDomainSeparator({ domain: viemDomain(DOMAIN) }));
});

test("the digest changes with every field, the chain and the market", () => {
  const state: AllocationState = { allocation: 1, seq: 2, subRoot: new Uint8Array(32), leaves: 3, fromRound: 4 };
  const others = [
    stateDigest({ ...DOMAIN, chainId: 1 }, state),
    stateDigest({ ...DOMAIN, market: keySigner(KEY).address }, state),
    ...(["allocation", "seq", "leaves", "fromRound"] as const).map((key) =>
      stateDigest(DOMAIN, { ...state, [key]: 9 }),
    ),
    stateDigest(DOMAIN, { ...state, subRoot: new Uint8Array(32).fill(1) }),
  ];
  const digests = new Set([stateDigest(DOMAIN, state), ...others].map(hex));
  expect(digests.size).toBe(8);
});

describe("a value that its type cannot hold is not signed:", () => {
  const sign = (type: "address" | "bytes32" | "uint64" | "uint128" | "uint256", value: unknown) =>
    codeOf(() => typedDigest(DOMAIN, { Thing: [{ name: "x", type }] }, { x: value }));

  test.each<[Parameters<typeof sign>[0], unknown]>([
    ["uint64", 2n ** 64n],
    ["uint128", 2n ** 128n],
    ["uint256", 2n ** 256n],
    ["uint64", -1],
    ["uint64", -1n],
    ["uint64", 0.5],
    ["uint64", 2 ** 53],
    ["uint64", "5"],
    ["uint64", undefined],
    ["bytes32", new Uint8Array(31)],
    ["bytes32", "0x00"],
  ])("%s of %s", (type, value) => {
    expect(sign(type, value)).toBe("ERR_INTERNAL");
  });

  test("while the largest is", () => {
    expect(sign("uint64", 2n ** 64n - 1n)).toBe("nothing");
    expect(sign("uint256", 2n ** 256n - 1n)).toBe("nothing");
    expect(sign("address", "0x1")).toBe("ERR_CONFIG_INVALID");
  });

  test("and a message of two structs is none", () => {
    const types = { A: [{ name: "x", type: "uint64" }], B: [{ name: "x", type: "uint64" }] } as const;
    expect(codeOf(() => typedDigest(DOMAIN, types, { x: 1 }))).toBe("ERR_INTERNAL");
  });
});
