// The provider role: a daemon that stores, serves and proves.

export { openLogStore, openProviderFolder, timedDisk } from "./store/index.ts";
export type {
  FolderOwner,
  FragmentStore,
  LogStore,
  LogStoreOptions,
  ProviderFolder,
  PutOptions,
  StoredFragment,
  Usage,
} from "./store/index.ts";
export { spreadOf } from "./prove-slot.ts";
export { tellRecovery } from "./recovery-report.ts";
export { startProvider } from "./provider.ts";
export type { Provider } from "./provider.ts";
export type { ProviderComponents, ProviderOptions } from "./provider-parts.ts";
export type { ProviderLog } from "./provider-log.ts";
export type { ProviderStatus } from "./provider-status.ts";
export type { DisputeFailure } from "./dispute-report.ts";
export type { RoundFailure } from "./round-report.ts";
