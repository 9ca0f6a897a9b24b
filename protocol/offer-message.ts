// The verb offer: a client asks a provider for its price and terms, and gets them signed.
import * as z from "zod";
import { type Frozen, address, amount, counter, integer, signature } from "./fields.ts";
import { messageCodec } from "./message.ts";
import { refusal } from "./refusal.ts";
import { VERBS } from "./verbs.ts";

/** What `client` would open: so many units of 1 MiB for so many rounds. */
const opening = z.strictObject({ client: address, units: integer(1), rounds: integer(1) });
/** What `client` would extend: all units of an allocation of its own, by so many rounds. */
const extension = z.strictObject({ client: address, allocation: integer(1), rounds: integer(1) });
const request = z.union([opening, extension]);

const offer = z.strictObject({
  provider: address,
  client: address,
  maxUnits: counter,
  pricePerUnitRound: amount(128),
  minRounds: counter,
  validUntil: counter,
  nonce: amount(256),
});
const answer = z.discriminatedUnion("ok", [z.strictObject({ ok: z.literal(true), offer, signature }), refusal]);

export type OpeningRequest = Frozen<z.infer<typeof opening>>;
export type ExtensionRequest = Frozen<z.infer<typeof extension>>;
export type OfferRequest = OpeningRequest | ExtensionRequest;
export type OfferAnswer = Frozen<z.infer<typeof answer>>;

const requests = messageCodec("offer request", request, VERBS.offer.maxRequest);
const answers = messageCodec("offer answer", answer, VERBS.offer.maxAnswer);

export const encodeOfferRequest: (message: OfferRequest) => Uint8Array = requests.encode;
export const decodeOfferRequest: (bytes: Uint8Array) => OfferRequest = requests.decode;
export const encodeOfferAnswer: (message: OfferAnswer) => Uint8Array = answers.encode;
export const decodeOfferAnswer: (bytes: Uint8Array) => OfferAnswer = answers.decode;
