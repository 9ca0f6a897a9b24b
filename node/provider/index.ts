// The provider role: a daemon that stores, serves and proves.

export { openProviderFolder } from "./data-folder.ts";
export type { FolderOwner, ProviderFolder } from "./data-folder.ts";
export type { FragmentStore, PutOptions, StoredFragment, Usage } from "./fragment-store.ts";
export { openLogStore } from "./log-store.ts";
export type { LogStore, LogStoreOptions } from "./log-store.ts";
export { startProvider } from "./provider.ts";
export type { Provider, ProviderComponents, ProviderOptions } from "./provider.ts";
export type { ProviderLog } from "./provider-log.ts";
export type { ProviderStatus } from "./provider-status.ts";
export type { RoundFailure } from "./round-report.ts";
