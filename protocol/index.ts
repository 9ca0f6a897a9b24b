// What peers say and sign: names, formats, messages. No sockets, no disk, no chain.
export { ERRORS, type ErrorCode, type ErrorEntry, type Fault } from "./error-list.ts";
export { CairnError, type ErrorDetails, cairnError, isCairnError, isErrorCode } from "./errors.ts";
export {
  ADDRESS_BYTES,
  type Address,
  ZERO_ADDRESS,
  addressBytes,
  addressOf,
  isAddress,
  sameAddress,
} from "./address.ts";
export { PRIVATE_KEY_BYTES, SIGNATURE_BYTES, type Signer, keySigner, newPrivateKey, recover } from "./signature.ts";
export {
  DOMAIN_NAME,
  DOMAIN_VERSION,
  type Domain,
  type Field,
  type FieldType,
  type StructTypes,
  domainSeparator,
  typeText,
  typedDigest,
} from "./eip712.ts";
export {
  DIGEST_BYTES,
  type FragmentId,
  ID_CHARACTERS,
  type ObjectId,
  fragmentId,
  fragmentRootOf,
  objectDigest,
  objectId,
  objectIdOf,
  parseFragmentId,
  parseObjectId,
} from "./ids.ts";
export { CLOSE_TYPES, type Close, closeDigest, signClose } from "./close.ts";
export { type Link, READ_KEY_BYTES, formatLink, parseLink } from "./link.ts";
export {
  RECORD_BYTES,
  RECORD_PLAIN_BYTES,
  TAG_BYTES,
  ciphertextBytes,
  fragmentBytes,
  fragmentRootAt,
  segmentBytes,
  segmentCount,
  storedBytes,
} from "./layout.ts";
export { MAX_INLINE_BYTES, MAX_INNER_MANIFEST_BYTES, MAX_MANIFEST_BYTES } from "./manifest-rules.ts";
export {
  type Cipher,
  type Manifest,
  type ManifestBody,
  decodeInnerManifest,
  decodeManifest,
  encodeManifest,
  verifyManifest,
} from "./manifest.ts";
export {
  ALLOCATION_STATE_TYPES,
  type AllocationState,
  type SignedState,
  signState,
  stateDigest,
  verifySignedState,
  stateSigner,
  verifyStateSignature,
} from "./allocation.ts";
export {
  OFFER_TYPES,
  type Offer,
  type SignedOffer,
  boundNonce,
  boundTo,
  offerDigest,
  signOffer,
  verifyOffer,
} from "./offer.ts";
export {
  type SignedTicket,
  TICKET_MAX_SECONDS,
  TICKET_TYPES,
  type Ticket,
  type TicketContext,
  peerDigest,
  signTicket,
  ticketDigest,
  verifyTicket,
} from "./ticket.ts";
export { decode, encode, sameBytes } from "./encoding.ts";
export { printable } from "./printable.ts";
export { MAX_ANNOUNCED, MAX_DETAIL_BYTES, MAX_HOLDINGS, MAX_LIST, MAX_SAMPLES, UNIT_LEAVES } from "./bounds.ts";
export { VERBS, type Verb, type VerbLimits } from "./verbs.ts";
export { REFUSALS, type Refusal, refusalError, refusalOf } from "./refusal.ts";
export type { FragmentRef, Frozen } from "./fields.ts";
export { decodeSignedState, encodeSignedState } from "./signed-state.ts";
export * from "./store.ts";
export * from "./retrieve.ts";
export * from "./prove.ts";
export * from "./sync.ts";
export * from "./offer-message.ts";
