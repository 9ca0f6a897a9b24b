// Vectors of everything that is signed: read by TypeScript and by Solidity tests.
import {
  ALLOCATION_STATE_TYPES,
  type AllocationState,
  CLOSE_TYPES,
  type Close,
  type Domain,
  OFFER_TYPES,
  type Offer,
  TICKET_TYPES,
  type Ticket,
  ZERO_ADDRESS,
  closeDigest,
  domainSeparator,
  keySigner,
  offerDigest,
  stateDigest,
  ticketDigest,
  typeText,
} from "../../protocol/index.ts";
import { hashOf } from "./name-vectors.ts";
import { hex, unhex } from "./pattern.ts";
import { plain } from "./plain.ts";

/** The order n of secp256k1: s and n − s are two signatures of one digest, of which only the lower is accepted. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

const DOMAINS: readonly Domain[] = [
  { chainId: 31_337, market: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" },
  { chainId: 11_155_111, market: "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB" },
];
const CLIENT_KEY = hashOf("client key");
const NODE_KEY = hashOf("node key");
const client = keySigner(CLIENT_KEY);
const node = keySigner(NODE_KEY);
const owner = keySigner(hashOf("owner key"));

const STATES: readonly AllocationState[] = [
  { allocation: 1, seq: 1, subRoot: hashOf("sub root"), leaves: 4096, fromRound: 9 },
  { allocation: 2 ** 53 - 1, seq: 2 ** 53 - 1, subRoot: hashOf("b"), leaves: 2 ** 53 - 1, fromRound: 2 ** 53 - 1 },
  { allocation: 2, seq: 5, subRoot: new Uint8Array(32), leaves: 0, fromRound: 10 },
];
const OFFERS: readonly Offer[] = [
  {
    provider: owner.address,
    client: ZERO_ADDRESS,
    maxUnits: 1024,
    pricePerUnitRound: 1_000_000_000_000n,
    minRounds: 10,
    validUntil: 1_900_000_000,
    nonce: 1n,
  },
  {
    provider: owner.address,
    client: client.address,
    maxUnits: 1,
    pricePerUnitRound: 2n ** 128n - 1n,
    minRounds: 0,
    validUntil: 2 ** 53 - 1,
    nonce: 2n ** 256n - 1n,
  },
];
const TICKETS: readonly Ticket[] = [
  { client: client.address, provider: owner.address, peer: hashOf("peer"), expires: 1_900_000_000 },
];

const CLOSES: readonly Close[] = [
  { allocation: 1, validUntil: 1_900_000_000 },
  { allocation: 2 ** 48 - 1, validUntil: 2 ** 53 - 1 },
];

export function signedVectors(): unknown {
  return {
    types: [ALLOCATION_STATE_TYPES, OFFER_TYPES, CLOSE_TYPES, TICKET_TYPES].map(typeText),
    clientKey: hex(CLIENT_KEY),
    client: client.address,
    nodeKey: hex(NODE_KEY),
    node: node.address,
    domains: DOMAINS.map(domainVectors),
    rejected: rejectedSignatures(),
  };
}

function domainVectors(domain: Domain): unknown {
  const both = (digest: Uint8Array) => ({
    digest: hex(digest),
    clientSignature: hex(client.sign(digest)),
    nodeSignature: hex(node.sign(digest)),
  });
  return {
    ...domain,
    separator: hex(domainSeparator(domain)),
    states: STATES.map((state) => ({ state: plain(state), ...both(stateDigest(domain, state)) })),
    offers: OFFERS.map((offer) => ({ offer: plain(offer), ...both(offerDigest(domain, offer)) })),
    closes: CLOSES.map((close) => ({ close: plain(close), ...both(closeDigest(domain, close)) })),
    tickets: TICKETS.map((ticket) => ({ ticket: plain(ticket), ...both(ticketDigest(domain, ticket)) })),
  };
}

/** Bytes next to a good signature that neither side may take for one. */
function rejectedSignatures(): unknown {
  const digest = hashOf("digest");
  const good = client.sign(digest);
  const s = BigInt(hex(good.subarray(32, 64)));
  const high = unhex(`0x${(ORDER - s).toString(16).padStart(64, "0")}`);
  const v = good[64] ?? 0;
  const cases = [
    ["high s", [...good.subarray(0, 32), ...high, 55 - v]],
    ["v of 0 or 1", [...good.subarray(0, 64), v - 27]],
    ["v of 29", [...good.subarray(0, 64), 29]],
    ["64 bytes", [...good.subarray(0, 64)]],
    ["66 bytes", [...good, 0]],
    ["r of zero", [...new Uint8Array(32), ...good.subarray(32)]],
    ["s of zero", [...good.subarray(0, 32), ...new Uint8Array(32), v]],
  ] as const;
  return {
    digest: hex(digest),
    good: hex(good),
    bad: cases.map(([name, bytes]) => ({ name, signature: hex(Uint8Array.from(bytes)) })),
  };
}
