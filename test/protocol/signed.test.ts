// States, offers and tickets: who may sign them, where, and until when.
import { describe, expect, test } from "vitest";
import { nobleHasher } from "../../proofs/index.ts";
import {
  type Address,
  type AllocationState,
  type Domain,
  type Offer,
  type SignedState,
  TICKET_MAX_SECONDS,
  ZERO_ADDRESS,
  keySigner,
  peerDigest,
  signOffer,
  signState,
  signTicket,
  verifyOffer,
  verifySignedState,
  verifyStateSignature,
  verifyTicket,
} from "../../protocol/index.ts";
import { codeOf, messageOf } from "./thrown.ts";

const [client, node, owner, stranger] = [1, 2, 3, 4].map((n) => keySigner(new Uint8Array(32).fill(n))) as [
  ReturnType<typeof keySigner>,
  ReturnType<typeof keySigner>,
  ReturnType<typeof keySigner>,
  ReturnType<typeof keySigner>,
];
const DOMAIN: Domain = { chainId: 31_337, market: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" };
const OTHER_DOMAINS: readonly Domain[] = [
  { ...DOMAIN, chainId: 1 },
  { ...DOMAIN, market: owner.address },
];
const NOISE = new Uint8Array(65).fill(255);

describe("a co-signed state", () => {
  const state: AllocationState = {
    allocation: 7,
    seq: 3,
    subRoot: new Uint8Array(32).fill(8),
    leaves: 99,
    fromRound: 12,
  };
  const signed: SignedState = {
    state,
    clientSignature: signState(DOMAIN, state, client),
    providerSignature: signState(DOMAIN, state, node),
  };
  const verify = (changes: Partial<SignedState> = {}, domain = DOMAIN) =>
    codeOf(() => verifySignedState(domain, { ...signed, ...changes }, client.address, node.address));

  test("verifies with both signatures, without chain or peer", () => {
    expect(verify()).toBe("nothing");
    expect(codeOf(() => verifySignedState(DOMAIN, signed, client.address.toLowerCase() as Address, node.address))).toBe(
      "nothing",
    );
  });

  test.each<[string, Partial<AllocationState>]>([
    ["allocation", { allocation: 8 }],
    ["number", { seq: 2 }],
    ["root", { subRoot: new Uint8Array(32).fill(9) }],
    ["leaf count", { leaves: 98 }],
    ["round", { fromRound: 13 }],
  ])("is forged with another %s", (_, changes) => {
    expect(verify({ state: { ...state, ...changes } })).toBe("ERR_STATE_FORGED");
  });

  test("is forged if one side signed for the other, or not at all", () => {
    expect(verify({ clientSignature: signed.providerSignature })).toBe("ERR_STATE_FORGED");
    expect(verify({ providerSignature: signed.clientSignature })).toBe("ERR_STATE_FORGED");
    expect(verify({ providerSignature: NOISE })).toBe("ERR_STATE_FORGED");
    expect(verify({ clientSignature: new Uint8Array(0) })).toBe("ERR_STATE_FORGED");
    expect(verify({ providerSignature: signState(DOMAIN, state, owner) })).toBe("ERR_STATE_FORGED");
  });

  test("of another chain or market is forged here", () => {
    for (const domain of OTHER_DOMAINS) expect(verify({}, domain)).toBe("ERR_STATE_FORGED");
  });

  test("is checked one side at a time where the other has not signed yet", () => {
    const half = (signature: Uint8Array) =>
      codeOf(() => verifyStateSignature(DOMAIN, state, signature, client.address));
    expect(half(signed.clientSignature)).toBe("nothing");
    expect(half(signed.providerSignature)).toBe("ERR_STATE_FORGED");
    expect(messageOf(() => verifyStateSignature(DOMAIN, state, NOISE, client.address))).toContain("allocation 7");
  });
});

describe("an offer", () => {
  const offer: Offer = {
    provider: owner.address,
    client: ZERO_ADDRESS,
    maxUnits: 10,
    pricePerUnitRound: 10n ** 15n,
    minRounds: 1,
    validUntil: 1000,
    nonce: 5n,
  };
  const signed = signOffer(DOMAIN, offer, node);

  test("is the node key's", () => {
    expect(codeOf(() => verifyOffer(DOMAIN, signed, node.address))).toBe("nothing");
    expect(codeOf(() => verifyOffer(DOMAIN, signed, owner.address))).toBe("ERR_OFFER_INVALID");
    expect(codeOf(() => verifyOffer(DOMAIN, { ...signed, signature: NOISE }, node.address))).toBe("ERR_OFFER_INVALID");
  });

  test("at another price, or on another chain or market, is invalid", () => {
    const cheaper = { ...signed, offer: { ...offer, pricePerUnitRound: 1n } };
    expect(codeOf(() => verifyOffer(DOMAIN, cheaper, node.address))).toBe("ERR_OFFER_INVALID");
    for (const domain of OTHER_DOMAINS)
      expect(codeOf(() => verifyOffer(domain, signed, node.address))).toBe("ERR_OFFER_INVALID");
  });

  test("is valid up to and in its last second", () => {
    expect(codeOf(() => verifyOffer(DOMAIN, signed, node.address, 1000))).toBe("nothing");
    expect(codeOf(() => verifyOffer(DOMAIN, signed, node.address, 1001))).toBe("ERR_OFFER_EXPIRED");
  });
});

describe("a ticket", () => {
  const peer = peerDigest(nobleHasher, new TextEncoder().encode("a peer id"));
  const now = 1_000_000;
  const make = (expires: number, domain = DOMAIN) =>
    signTicket(domain, { provider: owner.address, peer, expires }, client);
  const verify = (ticket = make(now + 60), context: Partial<Parameters<typeof verifyTicket>[2]> = {}) =>
    codeOf(() => verifyTicket(DOMAIN, ticket, { provider: owner.address, peer, now, ...context }));

  test("opens the connection it was made for", () => {
    expect(verify()).toBe("nothing");
  });

  test("lasts until its second, and no longer than a day", () => {
    expect(verify(make(now + 1))).toBe("nothing");
    expect(verify(make(now))).toBe("ERR_TICKET_EXPIRED");
    expect(verify(make(now - 1))).toBe("ERR_TICKET_EXPIRED");
    expect(verify(make(now + TICKET_MAX_SECONDS))).toBe("nothing");
    expect(verify(make(now + TICKET_MAX_SECONDS + 1))).toBe("ERR_TICKET_EXPIRED");
  });

  test("is worth nothing at another provider, on another connection, chain or market", () => {
    expect(verify(undefined, { provider: stranger.address })).toBe("ERR_TICKET_INVALID");
    expect(verify(undefined, { peer: peerDigest(nobleHasher, new Uint8Array(3)) })).toBe("ERR_TICKET_INVALID");
    for (const domain of OTHER_DOMAINS) expect(verify(make(now + 60, domain))).toBe("ERR_TICKET_INVALID");
  });

  test("of a stranger, prolonged or with a broken signature is invalid", () => {
    const ticket = make(now + 60);
    expect(verify({ ...ticket, client: stranger.address })).toBe("ERR_TICKET_INVALID");
    expect(verify({ ...ticket, expires: now + 61 })).toBe("ERR_TICKET_INVALID");
    expect(verify({ ...ticket, signature: NOISE })).toBe("ERR_TICKET_INVALID");
    expect(verify({ ...ticket, signature: ticket.signature.subarray(1) })).toBe("ERR_TICKET_INVALID");
  });
});
