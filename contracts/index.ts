// The chain: the Ledger that everything else speaks to, its EVM implementation, and what sets a network up.
export {
  type AllocationRecord,
  type Clock,
  type Ledger,
  MAX_ALLOCATION_ROUNDS,
  MAX_CATCH_UP_ROUNDS,
  MAX_OFFERS,
  MAX_PROVED_ROUNDS,
  MAX_RECORDS,
  type Order,
  type Page,
  type Penalty,
  type ProviderRecord,
  type ProviderRegistration,
  type ProviderStage,
  type Receipt,
  type RoundProof,
  type Settlement,
  type Wait,
} from "./ledger.ts";
export { type LedgerOptions, connectLedger } from "./evm-ledger.ts";
export { DEVNET_PARAMETERS, type DeployOptions, type MarketParameters, TOKEN, deploy } from "./deploy.ts";
export {
  type Deployment,
  MAX_ROUND_BLOCKS,
  type NetworkFile,
  parseNetwork,
  readNetwork,
  writeNetwork,
} from "./deployment.ts";
export { type Chain, type ChainOptions, DEVNET_CHAIN_ID, type DevAccount, startChain } from "./chain.ts";
