/**
 * The package as `npm pack` makes it, in a folder node_modules as npm would put it there, does what the service and the container in
 * examples/provider/ ask of it. Their own commands are run where this machine can.
 *
 * With CAIRN_INSTALL_PACKAGE=1 npm itself installs it with its dependencies, which takes a minute and the network:
 *
 *     CAIRN_INSTALL_PACKAGE=1 npm test -- test/node/monitor/published-package.test.ts
 */

import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../../scripts/project-files.ts";
import { readProviderKeys } from "../../../node/provider-keys.ts";
import { startMarket, STAKE } from "../provider/market-world.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startCommand } from "./provider-command.ts";
import { networkOf } from "./provider-folder.ts";
import type { MarketWorld } from "../provider/market-world.ts";

const run = promisify(execFile);
const EXAMPLES = join(ROOT, "examples/provider");
const npmInstalls = process.env["CAIRN_INSTALL_PACKAGE"] !== undefined;

/** The Node of these tests, whatever else the machine has. */
const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env["PATH"]}` };

interface Installed {
  readonly folder: string;
  /** The command `cairn`. */
  readonly program: string;
}

async function installed(): Promise<Installed> {
  const folder = await temporaryFolder();
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: ROOT });
  const [{ filename = "" } = {}] = JSON.parse(stdout) as { filename?: string }[];
  return npmInstalls ? byNpm(folder, filename) : unpacked(folder, filename);
}

/** By the very command of the Dockerfile, into a folder in place of the whole machine. */
async function byNpm(folder: string, tarball: string): Promise<Installed> {
  const dockerfile = readFileSync(join(EXAMPLES, "Dockerfile"), "utf8");
  const [, words = ""] = /^RUN npm (install .*) "\$\{CAIRN_PACKAGE\}"/m.exec(dockerfile) ?? [];
  expect(words).toContain("--global");
  await run("npm", [...words.split(" "), "--prefix", folder, `./${tarball}`], { cwd: folder, env, timeout: 300_000 });
  return { folder, program: join(folder, "bin", "cairn") };
}

async function unpacked(folder: string, tarball: string): Promise<Installed> {
  const packages = join(folder, "node_modules");
  await mkdir(join(packages, "cairn"), { recursive: true });
  await run("tar", ["-xzf", join(folder, tarball), "-C", join(packages, "cairn"), "--strip-components=1"]);
  for (const name of await readdir(join(ROOT, "node_modules"))) {
    if (!name.startsWith(".")) await symlink(join(ROOT, "node_modules", name), join(packages, name));
  }
  const program = join(folder, "cairn");
  await symlink("node_modules/cairn/node/launch.mjs", program);
  await chmod(join(packages, "cairn/node/launch.mjs"), 0o755);
  return { folder, program };
}

describe("the package", () => {
  let world: MarketWorld;

  beforeAll(async () => {
    world = await startMarket();
  });

  afterAll(() => world.stop());

  test(
    "tells its version, makes a provider, runs it, is healthy, and ends by SIGTERM",
    { timeout: 400_000 },
    async () => {
      const { folder: place, program } = await installed();
      const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
      expect(await run(program, ["--version"], { env })).toEqual({ stdout: `${version}\n`, stderr: "" });

      const folder = join(place, "data");
      const network = join(place, "network.json");
      await writeFile(network, JSON.stringify(networkOf(world)));
      const settings = {
        ...env,
        CAIRN_FOLDER: folder,
        CAIRN_LISTEN: "/ip4/127.0.0.1/tcp/0",
        CAIRN_MONITOR_LISTEN: "127.0.0.1:0",
      };
      const words = ["provider", "init", "--network", network, "--capacity", "200 MiB", "--stake", "100"];
      await run(program, words, { env: settings });
      const { owner, node } = await readProviderKeys(folder);
      for (const { signer } of [owner, node]) await world.chain.fund(signer.address);
      await world.reader.mint(owner.signer.address, STAKE);

      const provider = await startCommand({}, { program: [program], env: settings });
      const { url } = JSON.parse(readFileSync(join(folder, "monitor.json"), "utf8")) as { url: string };
      const page = await (await fetch(url)).text();
      expect(page).toMatch(/^<!doctype html>/i);
      expect(await health(url)).toBe(0);
      expect(await provider.stop("SIGTERM")).toMatchObject({ code: 0, signal: null });
      expect(await health(url)).toBe(1);
    },
  );

  test("holds what runs and its documents, and neither tests nor what it is made from", async () => {
    const { stdout } = await run("npm", ["pack", "--dry-run", "--json"], { cwd: ROOT, maxBuffer: 2 ** 24 });
    const [{ files = [] } = {}] = JSON.parse(stdout) as { files?: { path: string }[] }[];
    const paths = files.map(({ path }) => path);
    for (const path of [
      "node/launch.mjs",
      "node/cli.ts",
      "node/strip-types.mjs",
      "docs/monitoring.md",
      "examples/provider/cairn.service",
      "LICENSE-MIT",
    ])
      expect(paths).toContain(path);
    expect(
      paths.filter((path) => /^(test|scripts|data)\/|\.sol$|\/assembly\/|^node\/monitor\/page\//.test(path)),
    ).toEqual([]);
  });
});

/** The exit code of the container's own health check. */
async function health(url: string): Promise<number> {
  const [, json = "[]"] =
    /^HEALTHCHECK[^\n]*\\\n\s*CMD (\[.*\])$/m.exec(readFileSync(join(EXAMPLES, "Dockerfile"), "utf8")) ?? [];
  const [file = "", ...words] = JSON.parse(json) as string[];
  expect([file, words[0]]).toEqual(["node", "-e"]);
  const script = (words[1] ?? "").replace("http://127.0.0.1:4180/", url);
  expect(script).not.toBe(words[1]);
  return run(process.execPath, ["-e", script]).then(
    () => 0,
    (error: { code: number }) => error.code,
  );
}

describe("Dockerfile", () => {
  const text = readFileSync(join(EXAMPLES, "Dockerfile"), "utf8");
  const steps = text
    .replace(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => /^([A-Z]+) +(.*)$/.exec(line)?.slice(1) ?? [line]);
  const argumentsOf = (word: string): string[] =>
    steps.filter(([first]) => first === word).map(([, rest = ""]) => rest.replace(/ +/g, " "));

  test("has only instructions that there are, and begins from an image of the Node that the package needs", () => {
    const known = [
      "FROM",
      "ARG",
      "WORKDIR",
      "COPY",
      "RUN",
      "ENV",
      "USER",
      "VOLUME",
      "EXPOSE",
      "HEALTHCHECK",
      "STOPSIGNAL",
      "ENTRYPOINT",
      "CMD",
    ];
    expect(steps.filter(([word = ""]) => !known.includes(word))).toEqual([]);
    const { engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { engines: { node: string } };
    expect(argumentsOf("FROM")).toEqual([`node:${engines.node.replace(">=", "")}-bookworm-slim`]);
  });

  test("installs this version, and runs as somebody who is not root, from a volume of theirs", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(argumentsOf("ARG")).toContain(`CAIRN_VERSION=${version}`);
    expect(argumentsOf("RUN").join("\n")).toContain(
      'npm install --global --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund "${CAIRN_PACKAGE}"',
    );
    expect(argumentsOf("USER")).toEqual(["cairn"]);
    expect(steps.findIndex(([word]) => word === "USER")).toBeGreaterThan(
      steps.findLastIndex(([word]) => word === "RUN"),
    );
    expect(argumentsOf("VOLUME")).toEqual(['["/data"]']);
    expect(argumentsOf("STOPSIGNAL")).toEqual(["SIGTERM"]);
    expect([...argumentsOf("ENTRYPOINT"), ...argumentsOf("CMD")]).toEqual(['["cairn"]', '["provider", "start"]']);
  });
});

describe("cairn.service", () => {
  const text = readFileSync(join(EXAMPLES, "cairn.service"), "utf8");

  test("keeps the program to its folder and comes back after a failure", () => {
    for (const line of [
      "User=cairn",
      "NoNewPrivileges=yes",
      "ProtectSystem=strict",
      "StateDirectory=cairn",
      "Restart=on-failure",
      "LimitNOFILE=65536",
      "TimeoutStopSec=20",
      "KillSignal=SIGTERM",
    ])
      expect(text.split("\n")).toContain(line);
    expect(text).toMatch(/^ExecStart=.*cairn provider start$/m);
  });

  test.skipIf(!existsSync("/usr/bin/systemd-analyze"))("is one that systemd understands", async () => {
    const { stderr } = await run("/usr/bin/systemd-analyze", ["verify", join(EXAMPLES, "cairn.service")]);
    expect(stderr.split("\n").filter((line) => line.includes("cairn.service"))).toEqual([]);
  });
});

test("compose.yaml mounts files that are beside it or that its head says to make", () => {
  const text = readFileSync(join(EXAMPLES, "compose.yaml"), "utf8");
  const mounted = [...text.matchAll(/- \.\/([\w.-]+):/g)].map((match) => match[1] ?? "");
  expect(mounted.length).toBeGreaterThan(3);
  const head = text.slice(0, text.indexOf("services:"));
  for (const file of mounted) expect(existsSync(join(EXAMPLES, file)) || head.includes(file), file).toBe(true);
  expect(dirname(EXAMPLES)).toBe(join(ROOT, "examples"));
});
