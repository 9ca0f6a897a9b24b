/** A provider for tests: registered on chain, a real libp2p peer, and false in whatever way it is told to be. */

import { connectLedger } from "../../../contracts/index.ts";
import { NO_PEAKS } from "../../../proofs/index.ts";
import { createNetwork, newPeerKey, peerIdBytes } from "../../../node/network/index.ts";
import {
  VERBS,
  decodeOfferRequest,
  decodeRetrieveRequest,
  decodeStoreRequest,
  decodeSyncRequest,
  encodeOfferAnswer,
  encodeProveAnswer,
  encodeRetrieveAnswer,
  encodeStoreAnswer,
  encodeSyncAnswer,
  keySigner,
  newPrivateKey,
  signOffer,
  signState,
} from "../../../protocol/index.ts";
import { randomBytes } from "./bytes.ts";
import type { Devnet } from "../../../node/devnet/index.ts";
import type { Channel, Network } from "../../../node/network/index.ts";
import type { Address, SyncRequest } from "../../../protocol/index.ts";

export interface Liar {
  readonly owner: Address;
  readonly network: Network;
  readonly asked: { retrieve: number; store: number; offer: number; object: number };
  retrieve: "wrong" | "short" | "long" | "more" | "nothing" | "stall" | "garbage" | "oversized" | "reset";
  store: "accept" | "refuse" | "stall" | "garbage" | "reset" | "full" | "often full";
  append: "sign" | "foreign-key" | "other-state" | "stall" | "conflict";
  object: "claims" | "repeats" | "stall";
  state: "empty" | "forged" | "loose peaks";
  offer: "true" | "forged" | "expired" | "rising";
  manifest: "missing" | "another";
  prove: "refuse" | "busy" | "garbage" | "more";
  /** Takes another node key, on chain, and signs with that from now on. */
  rotate(): Promise<void>;
  reset(): void;
  stop(): Promise<void>;
}

const FRAGMENT_BYTES = 1_048_576;

export async function startLiar(net: Devnet): Promise<Liar> {
  let nodeSigner = keySigner(newPrivateKey());
  const ownerKey = await net.funded();
  const network = await createNetwork({
    privateKey: await newPeerKey(),
    listen: ["/ip4/127.0.0.1/tcp/0"],
    bootstrap: net.network.bootstrap,
    local: true,
    dhtServer: true,
    limits: { requestMs: 15_000 },
  });
  const ledger = await connectLedger({ deployment: net.network, privateKey: ownerKey, pollMs: 50 });
  await ledger.registerProvider({
    nodeKey: nodeSigner.address,
    peerId: peerIdBytes(network.peer),
    stake: 100n * 10n ** 18n,
  });
  const owner = keySigner(ownerKey).address;
  const liar: Liar = {
    owner,
    network,
    asked: { retrieve: 0, store: 0, offer: 0, object: 0 },
    retrieve: "wrong",
    store: "accept",
    append: "conflict",
    object: "claims",
    state: "empty",
    offer: "true",
    manifest: "missing",
    prove: "refuse",
    async rotate() {
      nodeSigner = keySigner(newPrivateKey());
      await ledger.updateNode({ nodeKey: nodeSigner.address, peerId: peerIdBytes(network.peer) });
    },
    reset() {
      Object.assign(liar, {
        retrieve: "wrong",
        store: "accept",
        append: "conflict",
        object: "claims",
        state: "empty",
        offer: "true",
        manifest: "missing",
      });
      Object.assign(liar.asked, { retrieve: 0, store: 0, offer: 0, object: 0 });
    },
    async stop() {
      ledger.close();
      await network.stop();
    },
  };
  const forged = new Uint8Array(65).fill(1);

  await network.serve("retrieve", async (channel) => {
    const request = decodeRetrieveRequest(await channel.readMessage(VERBS.retrieve.maxRequest));
    liar.asked.retrieve++;
    await falseRetrieval(channel, liar.retrieve, request.to === 0);
  });
  await network.serve("offer", async (channel) => {
    const request = decodeOfferRequest(await channel.readMessage(VERBS.offer.maxRequest));
    liar.asked.offer++;
    const validUntil = liar.offer === "expired" ? 1 : Math.floor(Date.now() / 1000) + 3600;
    const offer = {
      provider: owner,
      client: request.client,
      maxUnits: "units" in request ? request.units : 1,
      pricePerUnitRound: liar.offer === "rising" && liar.asked.offer > 1 ? 10n ** 20n : 1n,
      minRounds: 1,
      validUntil,
      nonce: BigInt(Date.now()),
    };
    const signed = signOffer(net.treasury.domain, offer, nodeSigner);
    const signature = liar.offer === "forged" ? forged : signed.signature;
    await channel.writeMessage(encodeOfferAnswer({ ok: true, offer, signature }));
  });
  await network.serve("store", async (channel, { signal }) => {
    const { bytes } = decodeStoreRequest(await channel.readMessage(VERBS.store.maxRequest));
    liar.asked.store++;
    if (liar.store === "stall") return forever(signal);
    if (liar.store === "reset") return channel.abort(new Error("no"));
    if (liar.store === "garbage") return channel.writeMessage(randomBytes(40));
    if (liar.store === "full" || (liar.store === "often full" && liar.asked.store % 2 === 0))
      return channel.writeMessage(encodeStoreAnswer({ ok: false, code: "ERR_ALLOCATION_FULL" }));
    if (liar.store === "refuse") return channel.writeMessage(encodeStoreAnswer({ ok: false, code: "ERR_DISK_FULL" }));
    for await (const _ of channel.readBody(bytes));
    await channel.writeMessage(encodeStoreAnswer({ ok: true }));
  });
  await network.serve("prove", async (channel) => {
    await channel.readMessage(VERBS.prove.maxRequest);
    if (liar.prove === "garbage") return channel.writeMessage(randomBytes(40));
    if (liar.prove === "more") {
      await channel.writeMessage(encodeProveAnswer({ ok: true, leaves: 1, bytes: 100 }));
      return channel.write(randomBytes(200));
    }
    const code = liar.prove === "busy" ? "ERR_PEER_BUSY" : "ERR_MESSAGE_INVALID";
    await channel.writeMessage(encodeProveAnswer({ ok: false, code }));
  });
  await network.serve("sync", async (channel, { signal }) => {
    const request = decodeSyncRequest(await channel.readMessage(VERBS.sync.maxRequest));
    await falseSync(channel, request, signal);
  });

  async function falseSync(channel: Channel, request: SyncRequest, signal: AbortSignal): Promise<void> {
    if (request.op === "object") {
      liar.asked.object++;
      if (liar.object === "stall") return forever(signal);
      const root = liar.manifest === "missing" ? new Uint8Array(32) : randomBytes(32);
      const claims = liar.object === "repeats" ? 4000 : 4;
      const holdings: [number, number, number][] = Array.from({ length: claims }, (_, i) => [i % 4, 0, 1000]);
      return channel.writeMessage(encodeSyncAnswer("object", { ok: true, manifest: { root, bytes: 200 }, holdings }));
    }
    if (request.op === "state") {
      const state = { allocation: request.allocation, seq: 3, subRoot: randomBytes(32), leaves: 5, fromRound: 1 };
      const signed =
        liar.state !== "forged"
          ? null
          : { state, clientSignature: forged, providerSignature: signState(net.treasury.domain, state, nodeSigner) };
      const { items } = NO_PEAKS;
      const peaks = liar.state === "loose peaks" ? [{ hash: randomBytes(32), leaves: 1 }] : NO_PEAKS.peaks;
      return channel.writeMessage(encodeSyncAnswer("state", { ok: true, items, peaks: [...peaks], signed }));
    }
    if (request.op === "items")
      return channel.writeMessage(encodeSyncAnswer("items", { ok: true, items: [], next: request.from + 1 }));
    if (request.op !== "append") return channel.abort(new Error("no"));
    if (liar.append === "stall") return forever(signal);
    if (liar.append === "conflict")
      return channel.writeMessage(encodeSyncAnswer("append", { ok: false, code: "ERR_STATE_CONFLICT" }));
    const key = liar.append === "foreign-key" ? keySigner(newPrivateKey()) : nodeSigner;
    const state = liar.append === "other-state" ? { ...request.state, seq: request.state.seq + 1 } : request.state;
    await channel.writeMessage(
      encodeSyncAnswer("append", { ok: true, providerSignature: signState(net.treasury.domain, state, key) }),
    );
  }

  return liar;
}

async function falseRetrieval(channel: Channel, lie: Liar["retrieve"], isWhole: boolean): Promise<void> {
  const answer = (bytes: number): Uint8Array => encodeRetrieveAnswer({ ok: true, bytes, siblings: new Uint8Array(0) });
  if (lie === "reset") return channel.abort(new Error("no"));
  if (lie === "nothing") return;
  if (lie === "garbage") return channel.writeMessage(randomBytes(50));
  if (lie === "oversized") return channel.writeMessage(randomBytes(100_000));
  if (lie === "long") return channel.writeMessage(answer(FRAGMENT_BYTES - 1));
  await channel.writeMessage(answer(FRAGMENT_BYTES));
  const body = randomBytes(isWhole ? FRAGMENT_BYTES : 5120);
  if (lie === "wrong") return channel.write(body);
  if (lie === "more") return channel.write(randomBytes(FRAGMENT_BYTES + 1000));
  await channel.write(body.subarray(0, 1000));
  if (lie === "stall") await new Promise((resolve) => setTimeout(resolve, 5000));
}

function forever(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
