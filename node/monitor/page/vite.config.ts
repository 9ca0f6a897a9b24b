// How the page is built; `npm run page` puts what comes of it into one file. `npx vite node/monitor/page` serves it while it is
// being worked on, with the answers of the daemon at CAIRN_DAEMON.

import { defineConfig } from "vite";

const daemon = process.env["CAIRN_DAEMON"] ?? "http://127.0.0.1:4180";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  cacheDir: `${import.meta.dirname}/../../../node_modules/.vite/status-page`,
  envDir: false,
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  server: {
    host: "127.0.0.1",
    fs: { allow: ["../../.."] },
    proxy: { "/api": daemon },
  },
  build: {
    target: "es2022",
    cssTarget: "es2022",
    modulePreload: false,
    sourcemap: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: false, comments: false } },
  },
});
