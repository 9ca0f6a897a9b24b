// A whole local network for people and tests: a real chain, real contracts, real providers, on this machine only.

export { devnet } from "./devnet.ts";
export type { Devnet, DevnetOptions, DevnetProvider } from "./devnet.ts";
export { tour } from "./tour.ts";
export type { TourOptions } from "./tour.ts";
