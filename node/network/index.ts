// The network seam: channels between peers, and the directory of who holds what. No other folder imports libp2p.

export { ask } from "./ask.ts";
export type { Question } from "./ask.ts";
export type { Channel } from "./channel.ts";
export { createNetwork } from "./libp2p-network.ts";
export type {
  Network,
  NetworkLimits,
  NetworkLog,
  NetworkOptions,
  NetworkStatus,
  OpenOptions,
  PeerAddress,
  Reachability,
} from "./network.ts";
export { peerIdBytes, peerIdText } from "./peer-id.ts";
export { newPeerKey } from "./peer-key.ts";
export { REQUEST_OUTCOMES } from "./request-meter.ts";
export type { RequestFacts, RequestOutcome } from "./request-meter.ts";
export type { Handler } from "./serve.ts";
