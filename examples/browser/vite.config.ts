// Serves the page: `npx vite examples/browser`. The two headers isolate it, without which a browser shares no memory with workers.

import { resolve } from "node:path";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: resolve(import.meta.dirname, "../../node_modules/.vite/browser-example"),
  server: {
    host: "127.0.0.1",
    headers: { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" },
    fs: { allow: ["../.."] },
    hmr: false,
    watch: null,
  },
  // Known from the start, or a page is loaded again in the middle when they are found.
  optimizeDeps: {
    include: ["@noble/hashes/sha2.js", "hash-wasm", "@subspace/reed-solomon-erasure.wasm"],
  },
  worker: { format: "es" },
});
