#!/usr/bin/env node
/**
 * The first thing that runs, on whatever Node the machine has (20 or newer): installs what the lockfile names and is
 * missing, then hands over to node/cli.ts, or to the script named first (`launch.mjs scripts/test.ts`), on Node 24.
 *
 * Plain JavaScript on built-in modules only, because nothing else is there yet. Script hooks are off (.npmrc), so
 * installing has to happen here and not in a `prestart`.
 */

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED_MAJOR = 24;
const OLDEST_MAJOR = 20;
/** A small young generation gives dead network buffers back sooner: a put of 256 MiB peaks at 295 MiB in place of 390. */
const NODE_FLAGS = ["--max-semi-space-size=8"];
const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Where npm has installed this package, Node does not strip types by itself. */
if (root.split(sep).includes("node_modules")) {
  NODE_FLAGS.push(
    "--disable-warning=ExperimentalWarning",
    `--import=${new URL("strip-types.mjs", import.meta.url).href}`,
  );
}
const major = Number(process.versions.node.split(".")[0]);
/**
 * A heap of twice what lives in it at most: a daemon with work to do keeps whatever its heap has once had
 * (docs/decisions/0031-memory-of-a-busy-daemon.md). It is V8's flag and not Node's: a later Node that has no such flag would not start.
 */
if (major <= NEEDED_MAJOR) NODE_FLAGS.push("--heap-growing-percent=100");

if (major < OLDEST_MAJOR) fail(`cairn needs Node ${OLDEST_MAJOR} or newer to start; this is ${process.version}.`);
if (!isInstalled()) await install();
const target = chooseTarget(process.argv.slice(2));
await handOver(major >= NEEDED_MAJOR ? process.execPath : installedNode(), target);

/** The program to run and its arguments: a path ending in .ts or .mjs is a script of this project, all else a command. */
function chooseTarget(words) {
  const isScript = /^[\w-]+\/.*\.(ts|mjs)$/.test(words[0] ?? "");
  return isScript
    ? { file: resolve(root, words[0]), words: words.slice(1) }
    : { file: join(root, "node", "cli.ts"), words };
}

/**
 * True when node_modules holds exactly the versions of the lockfile. npm writes node_modules/.package-lock.json last,
 * so an interrupted installation does not count. Optional packages for another machine are allowed to be absent.
 */
function isInstalled() {
  const wanted = readPackages(join(root, "package-lock.json"));
  if (wanted === undefined) return true; // not a working copy: whoever installed this package installed the rest
  const present = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, peer }]) => {
    const found = present[path];
    if (path === "" || (found === undefined && (optional || peer))) return true;
    return found?.version === version && found?.integrity === integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Runs `npm ci`, with its progress on stderr: stdout belongs to the command. */
async function install() {
  const started = Date.now();
  say("installing packages (npm ci), about a minute the first time …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const words = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const ticker = setInterval(() => say(`… ${Math.round((Date.now() - started) / 1000)} s`), 10_000);
  const end = await run(npm, words, { cwd: root, stdio: ["ignore", 2, 2] }).catch((error) => ({ error }));
  clearInterval(ticker);
  if (end.error !== undefined) fail(`could not start npm (${end.error.message}): install npm and try again.`);
  if (end.signal !== null) dieOf(end.signal);
  if (end.code !== 0) fail(`npm ci failed with exit code ${end.code}; its reason is above. Mend it and try again.`);
  say(`installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** The Node 24 that comes as a package of the lockfile, for machines whose own is older. */
function installedNode() {
  const node = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(node)) return node;
  return fail(
    `cairn runs on Node ${NEEDED_MAJOR}; this is ${process.version}, and no Node package exists for ` +
      `${process.platform}-${process.arch}. Install Node ${NEEDED_MAJOR} or newer and try again.`,
  );
}

async function handOver(node, { file, words }) {
  const end = await run(node, [...NODE_FLAGS, file, ...words], { stdio: "inherit" }).catch((error) => ({ error }));
  if (end.error !== undefined) fail(`could not start ${node}: ${end.error.message}`);
  if (end.signal !== null) dieOf(end.signal);
  process.exitCode = end.code;
}

/** Runs a child to its end and passes signals on to it. A terminal's Ctrl-C reaches both: the command sorts that out. */
function run(command, words, options) {
  return new Promise((done, failed) => {
    const child = spawn(command, words, options);
    const passOn = (signal) => child.kill(signal);
    for (const signal of PASSED_ON) process.on(signal, passOn);
    const forget = () => {
      for (const signal of PASSED_ON) process.off(signal, passOn);
    };
    child.once("error", (error) => (forget(), failed(error)));
    child.once("exit", (code, signal) => (forget(), done({ code, signal })));
  });
}

/** Ends this process the way its child ended, so that a shell sees the same status. */
function dieOf(signal) {
  process.kill(process.pid, signal);
  process.exit(128 + (constants.signals[signal] ?? 0));
}

function say(line) {
  process.stderr.write(`cairn: ${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
