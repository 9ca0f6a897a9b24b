// The chain: the Ledger that everything else speaks to, its EVM implementation, and what sets a network up.
export {
  type AllocationRecord,
  type ClientSignedState,
  type Clock,
  type CloseConsent,
  type DisputeKind,
  type DisputeRecord,
  type Extension,
  type Fine,
  type Growth,
  type Ledger,
  MAX_ALLOCATION_ROUNDS,
  MAX_CATCH_UP_ROUNDS,
  MAX_OFFERS,
  MAX_PROVED_ROUNDS,
  MAX_RECORDS,
  MAX_SETTLED,
  MAX_TERM_ROUNDS,
  type MarketSettings,
  type NodeIdentity,
  OFFER_NONCES,
  type Order,
  type Page,
  type Penalty,
  type ProvedRound,
  type ProviderRecord,
  type ProviderRegistration,
  type ProviderSignedState,
  type ProviderStage,
  type Receipt,
  type RoundProof,
  type Settlement,
  type Statement,
  UNIT_PRICES,
  type Wait,
} from "./ledger.ts";
export { type LedgerOptions, connectLedger, connectLedgerLater } from "./evm-ledger.ts";
export type { RemovedTransaction } from "./evm-connection.ts";
export { DEVNET_PARAMETERS, type DeployOptions, TOKEN, deploy, plannedMarket } from "./deploy.ts";
export type { MarketParameters } from "./deploy-plan.ts";
export {
  type Deployment,
  MAX_ROUND_BLOCKS,
  type NetworkFile,
  parseNetwork,
  readNetwork,
  writeNetwork,
} from "./deployment.ts";
export { type Chain, type ChainOptions, DEVNET_CHAIN_ID, type DevAccount, startChain } from "./chain.ts";
