// The disk seam: a provider's data folder, and the fragments in it. Knows nothing of allocations, peers or the chain.

export { openProviderFolder } from "./data-folder.ts";
export type { Database, FolderOwner, ProviderFolder, Sublevel } from "./data-folder.ts";
export type { FragmentStore, PutOptions, StoredFragment, Usage } from "./fragment-store.ts";
export { openLogStore } from "./log-store.ts";
export { timedDisk } from "./timed-disk.ts";
export type { LogStore, LogStoreOptions } from "./log-store.ts";
export { Scrub } from "./scrub.ts";
export type { ScrubOptions, ScrubParts, ScrubStatus } from "./scrub.ts";
