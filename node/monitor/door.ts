// What a browser gets that has not shown the token: a page with a field for it, and nothing of the provider. Programs get a sentence.

import { createHash } from "node:crypto";

const STYLE = `
:root { color-scheme: light dark; --ground: #f8f5ef; --ink: #25221d; --quiet: #635b4f; --mark: #2b6387; }
@media (prefers-color-scheme: dark) { :root { --ground: #191815; --ink: #ece7dc; --quiet: #aca394; --mark: #82b7dc; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 100%/1.55 system-ui, sans-serif; }
main { max-width: 32rem; margin: 0 auto; padding: clamp(2rem, 12vh, 8rem) 1.25rem 2rem; }
h1 { margin: 0 0 0.5rem; font: 400 2rem/1.2 Georgia, serif; }
p { margin: 0 0 1.5rem; color: var(--quiet); overflow-wrap: anywhere; }
p[role] { color: var(--ink); font-weight: 600; }
label { display: block; margin-bottom: 0.25rem; }
form div { display: flex; flex-wrap: wrap; gap: 0.75rem; }
input, button { font: inherit; padding: 0.5rem 0.875rem; border: 1px solid var(--quiet); border-radius: 2rem; }
input { flex: 1 1 12rem; min-width: 0; background: none; color: inherit; }
button { background: var(--ink); color: var(--ground); cursor: pointer; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
`;

/** It runs no script, and its one form asks nobody but the daemon. */
export const DOOR_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** For a browser. `isWrong`: it has just sent something that is not the token. */
export function doorPage(isWrong: boolean): string {
  const wrong = isWrong ? '\n<p role="alert">That is not the token.</p>' : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Locked · Cairn</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>This page is locked.</h1>
<p>It opens to those who have the token of this provider: <code>monitorToken</code> in its config.toml, or CAIRN_MONITOR_TOKEN.</p>${wrong}
<form method="get" action="./">
<label for="token">Token</label>
<div><input id="token" name="token" type="password" autocomplete="current-password" required autofocus><button>Open</button></div>
</form>
</main>
</body>
</html>
`;
}
