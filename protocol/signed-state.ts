// A co-signed state as bytes: how either side keeps it, and hands it to whoever has to judge.
import { type SignedState } from "./allocation.ts";
import { signedState } from "./fields.ts";
import { messageCodec } from "./message.ts";

/** The longest has some 320. */
const MAX_BYTES = 512;

const codec = messageCodec("co-signed state", signedState, MAX_BYTES);

export const encodeSignedState: (signed: SignedState) => Uint8Array = codec.encode;
/** Total on damaged bytes: throws ERR_MESSAGE_INVALID or ERR_MESSAGE_TOO_LONG. The signatures are for `verifySignedState`. */
export const decodeSignedState: (bytes: Uint8Array) => SignedState = codec.decode;
