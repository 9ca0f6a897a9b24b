// secp256k1 signatures over 32-byte digests as the chain reads them: r ‖ s ‖ v, 65 bytes, low s, v 27 or 28.
// A signature that verifies here must verify in the contracts and the other way round, so the second, high-s form of each is refused.
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { type Address, addressOf } from "./address.ts";
import { CairnError, cairnError } from "./errors.ts";

export const SIGNATURE_BYTES = 65;
export const PRIVATE_KEY_BYTES = 32;
const DIGEST_BYTES = 32;
/** v of Ethereum is the recovery bit plus this. */
const RECOVERY_OFFSET = 27;
/** The digest is final: the library must not hash it once more. */
const DIGEST_AS_IS = { prehash: false } as const;

/** Whatever can sign for one address: a key in memory here, a hardware wallet elsewhere. */
export interface Signer {
  readonly address: Address;
  /** 32-byte digest → 65-byte signature. */
  sign(digest: Uint8Array): Uint8Array;
}

/** A signer over a private key of 32 bytes, copied. Throws ERR_WALLET_INVALID if it is not one of the curve's. */
export function keySigner(privateKey: Uint8Array): Signer {
  if (!secp256k1.utils.isValidSecretKey(privateKey)) {
    throw cairnError("ERR_WALLET_INVALID", "The private key is not 32 bytes of a secp256k1 key.");
  }
  const key = Uint8Array.from(privateKey);
  return { address: addressOfPublicKey(secp256k1.getPublicKey(key, false)), sign: (digest) => signDigest(key, digest) };
}

export function newPrivateKey(): Uint8Array {
  return secp256k1.utils.randomSecretKey();
}

/** The checksummed address that signed `digest`. Total on hostile bytes: throws ERR_SIGNATURE_INVALID and nothing else. */
export function recover(digest: Uint8Array, signature: Uint8Array): Address {
  if (digest.length !== DIGEST_BYTES)
    throw new CairnError("ERR_INTERNAL", `A digest has 32 bytes, not ${digest.length}.`);
  const recovery = (signature[SIGNATURE_BYTES - 1] ?? 0) - RECOVERY_OFFSET;
  if (signature.length !== SIGNATURE_BYTES || (recovery !== 0 && recovery !== 1))
    throw cairnError("ERR_SIGNATURE_INVALID");
  return addressOfPublicKey(recoverPublicKey(digest, signature.subarray(0, SIGNATURE_BYTES - 1), recovery));
}

function recoverPublicKey(digest: Uint8Array, rs: Uint8Array, recovery: number): Uint8Array {
  try {
    const parsed = secp256k1.Signature.fromBytes(rs, "compact").addRecoveryBit(recovery);
    if (parsed.hasHighS()) throw new Error("high s");
    return parsed.recoverPublicKey(digest).toBytes(false);
  } catch (cause) {
    throw cairnError("ERR_SIGNATURE_INVALID", undefined, { cause });
  }
}

function signDigest(key: Uint8Array, digest: Uint8Array): Uint8Array {
  if (digest.length !== DIGEST_BYTES)
    throw new CairnError("ERR_INTERNAL", `A digest has 32 bytes, not ${digest.length}.`);
  const recovered = secp256k1.sign(digest, key, { ...DIGEST_AS_IS, format: "recovered" }); // recovery ‖ r ‖ s
  const signature = new Uint8Array(SIGNATURE_BYTES);
  signature.set(recovered.subarray(1), 0);
  signature[SIGNATURE_BYTES - 1] = (recovered[0] ?? 0) + RECOVERY_OFFSET;
  return signature;
}

/** Uncompressed key 04 ‖ x ‖ y → the last 20 bytes of keccak256(x ‖ y). */
function addressOfPublicKey(uncompressed: Uint8Array): Address {
  return addressOf(keccak_256(uncompressed.subarray(1)).subarray(12));
}
