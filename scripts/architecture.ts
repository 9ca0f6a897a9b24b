// The rules that the source tree keeps, as a function from files to violations. test/architecture.test.ts holds the tree to
// them and shows that each can fail; ARCHITECTURE.md says why they are there.

import { dirname, join, normalize } from "node:path/posix";

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly rule: Rule;
  readonly path: string;
  readonly detail: string;
}

export type Rule =
  | "order"
  | "entrance"
  | "own-index"
  | "package"
  | "undeclared"
  | "portable"
  | "folder-name"
  | "length"
  | "foreign-word";

/** What may import what: a folder, and the folders below it. `test` and `scripts` read all. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  erasure: [],
  proofs: [],
  protocol: ["erasure", "proofs"],
  contracts: ["erasure", "proofs", "protocol"],
  node: ["erasure", "proofs", "protocol", "contracts"],
};

/** Packages that one folder alone may import, so that each can be replaced in one place. */
const KEPT_PACKAGES: readonly { readonly packages: RegExp; readonly folder: string }[] = [
  {
    packages: /^(libp2p|@libp2p\/|@chainsafe\/libp2p|@multiformats\/multiaddr|datastore-|interface-datastore)/,
    folder: "node/network",
  },
  { packages: /^viem(\/|$)/, folder: "contracts" },
  { packages: /^(level|classic-level|abstract-level)(\/|$)/, folder: "node/provider" },
  { packages: /^commander$/, folder: "node/cli" },
  { packages: /^(hono|@hono\/node-server|prom-client)(\/|$)/, folder: "node/monitor" },
  { packages: /^(preact|uplot)(\/|$)/, folder: "node/monitor/page" },
];

/** Folders that also run in a browser. */
const PORTABLE = ["erasure", "proofs", "protocol", "node/client", "node/monitor/page"];
/** Folders without an index.ts, because every file of them is generated, and who may reach into them. */
const GENERATED = [{ folder: "contracts/abi", reader: "contracts" }];
const NAMELESS = /(^|\/)(utils?|common|shared|helpers?|types|misc|lib|core|managers?)(\/|$)/;
export const MAX_LINES = 400;
export const LONG_LINES = 300;

/** Words that belong to a place where the code was written and not to the code. Put together here so that this file passes. */
const FOREIGN: readonly RegExp[] = [
  /(^|[\s"'`(])\/(root|work)\/[a-z]/m, // a path of somebody's machine
  new RegExp(["/tmp", "plan"].join("/")),
  new RegExp(["\\bregis", "try\\.[a-z-]+\\."].join("")), // a package mirror
  new RegExp(["cla" + "ude", "anth" + "ropic", "open" + "ai\\b", "co" + "pilot", "chat" + "gpt"].join("|"), "i"),
];

/** Everything in the files that breaks a rule. `declared` are the packages of package.json. */
export function violations(files: readonly SourceFile[], declared: ReadonlySet<string>): Violation[] {
  return files.flatMap((file) => [
    ...(isSource(file.path) ? importsOf(file.text).flatMap((name) => importViolations(file.path, name, declared)) : []),
    ...nameViolations(file),
    ...(isCode(file.path) && !isGenerated(file) ? lengthViolations(file) : []),
    ...wordViolations(file),
  ]);
}

/** The modules that a text imports, statically or not. */
export function importsOf(text: string): string[] {
  const statement = /(?:^|\n)\s*(?:import|export)\s(?:[^"'`;]*?\sfrom\s+)?["']([^"'\n]+)["']/g;
  const call = /\bimport\(\s*["']([^"'\n]+)["']/g;
  return [...text.matchAll(statement), ...text.matchAll(call)].map((match) => match[1] ?? "");
}

function importViolations(path: string, name: string, declared: ReadonlySet<string>): Violation[] {
  return name.startsWith(".")
    ? ownViolations(path, normalize(join(dirname(path), name)))
    : packageViolations(path, name, declared);
}

function ownViolations(path: string, target: string): Violation[] {
  const [from, to] = [topOf(path), topOf(target)] as const;
  const found: Violation[] = [];
  const isData = target.endsWith(".json") || to === "package.json";
  if (from !== to && !isData && !(LAYERS[from] ?? []).includes(to))
    found.push({ rule: "order", path, detail: `imports ${target}` });
  const folder = dirname(target);
  const isOpen = GENERATED.some((one) => one.folder === folder && one.reader === from);
  if (!isOpen && !isInside(path, folder) && !target.endsWith("/index.ts") && !isData) {
    found.push({ rule: "entrance", path, detail: `imports ${target} and not ${folder}/index.ts` });
  }
  if (isInside(path, folder) && target.endsWith("/index.ts") && folder !== ".") {
    found.push({ rule: "own-index", path, detail: `imports the index.ts of its own folder ${folder}` });
  }
  return found;
}

function packageViolations(path: string, name: string, declared: ReadonlySet<string>): Violation[] {
  const found: Violation[] = [];
  if (name.startsWith("node:")) {
    const isPortable = PORTABLE.some((folder) => isInside(path, folder));
    return isPortable ? [{ rule: "portable", path, detail: `imports ${name}, which a browser does not have` }] : [];
  }
  for (const { packages, folder } of KEPT_PACKAGES) {
    if (packages.test(name) && !isInside(path, folder))
      found.push({ rule: "package", path, detail: `imports ${name}; only ${folder} may` });
  }
  if (!declared.has(packageOf(name)))
    found.push({ rule: "undeclared", path, detail: `imports ${name}, which package.json does not name` });
  return found;
}

function nameViolations({ path }: SourceFile): Violation[] {
  const folder = dirname(path);
  return isCode(path) && NAMELESS.test(folder)
    ? [{ rule: "folder-name", path, detail: `${folder} says nothing about what is in it` }]
    : [];
}

function lengthViolations({ path, text }: SourceFile): Violation[] {
  const lines = linesOf(text);
  return lines > MAX_LINES ? [{ rule: "length", path, detail: `${lines} lines; split it by noun` }] : [];
}

function wordViolations({ path, text }: SourceFile): Violation[] {
  return FOREIGN.flatMap((word) => {
    const match = word.exec(text);
    return match === null ? [] : [{ rule: "foreign-word" as const, path, detail: `says "${match[0].trim()}"` }];
  });
}

/** A generated file says so in its first lines. */
export function isGenerated({ text }: SourceFile): boolean {
  return /generated/i.test(text.slice(0, 400));
}

export function linesOf(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/** Source whose imports are held to the layers; tests and scripts may reach everywhere. */
function isSource(path: string): boolean {
  return /\.(tsx?|mjs)$/.test(path) && Object.hasOwn(LAYERS, topOf(path));
}

function isCode(path: string): boolean {
  return /\.(tsx?|mjs|sol)$/.test(path);
}

function isInside(path: string, folder: string): boolean {
  return folder === "." || path.startsWith(`${folder}/`);
}

function topOf(path: string): string {
  return path.split("/")[0] ?? "";
}

function packageOf(name: string): string {
  const [first = "", second = ""] = name.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}
