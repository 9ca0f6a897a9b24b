/** Settings from four layers, each value with its source, and bad ones refused by name. */

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatSettingsFile, loadConfig, type ConfigInputs } from "../../node/config.ts";
import { flagName, SETTING_KEYS, settingFacts, settings, variableName } from "../../node/settings.ts";
import { isCairnError } from "../../protocol/index.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function refusal(inputs: ConfigInputs): Promise<{ message: string; facts: Readonly<Record<string, unknown>> }> {
  const error: unknown = await loadConfig(inputs).then(
    () => "accepted",
    (thrown: unknown) => thrown,
  );
  if (!isCairnError(error, "ERR_CONFIG_INVALID")) throw new Error(`expected ERR_CONFIG_INVALID, got ${String(error)}`);
  return error;
}

describe("settings", () => {
  it("have defaults, and paths that lie in the data folder", async () => {
    const cwd = await temporaryFolder();
    const { values, sources, file } = await loadConfig({ cwd });
    expect(file).toBeUndefined();
    expect(values).toMatchObject({ k: 4, n: 10, capacity: 10 * 2 ** 30, folder: join(cwd, "data") });
    expect(values.network).toBe(join(cwd, "data", "network.json"));
    expect(values.wallet).toBe(join(cwd, "data", "wallet.key"));
    expect(new Set(Object.values(sources).map(({ kind }) => kind))).toEqual(new Set(["default"]));
  });

  it("come from the file, the environment and flags, each before the one before it", async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "data"));
    await writeFile(
      join(cwd, "data", "config.toml"),
      'capacity = "1 GiB"\nk = 2\nn = 5\nlisten = ["/ip4/127.0.0.1/tcp/1"]\n',
    );
    const { values, sources, file } = await loadConfig({
      cwd,
      env: { CAIRN_CAPACITY: "2 GiB", CAIRN_K: "3", CAIRN_ANNOUNCE: "/ip4/1.2.3.4/tcp/5, /dns4/a.example/tcp/6" },
      flags: { capacity: "3 GiB" },
    });
    const at = join(cwd, "data", "config.toml");
    expect(file).toBe(at);
    expect(values).toMatchObject({ capacity: 3 * 2 ** 30, k: 3, n: 5, listen: ["/ip4/127.0.0.1/tcp/1"] });
    expect(values.announce).toEqual(["/ip4/1.2.3.4/tcp/5", "/dns4/a.example/tcp/6"]);
    expect(sources).toMatchObject({
      capacity: { kind: "flag", name: "--capacity" },
      k: { kind: "environment", name: "CAIRN_K" },
      n: { kind: "file", name: at },
      price: { kind: "default" },
    });
  });

  it("take relative paths of a file from where the file lies, and those of flags from where the command runs", async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "etc"));
    await writeFile(join(cwd, "etc", "cairn.toml"), 'network = "net.json"\n');
    const { values } = await loadConfig({ cwd, file: "etc/cairn.toml", flags: { wallet: "my.key" } });
    expect(values.network).toBe(join(cwd, "etc", "net.json"));
    expect(values.wallet).toBe(join(cwd, "my.key"));
  });

  it("look for the file in the data folder that a flag or variable names", async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, "config.toml"), "samples = 7\n");
    expect((await loadConfig({ cwd, flags: { folder: "." } })).values.samples).toBe(7);
    expect((await loadConfig({ cwd, env: { CAIRN_FOLDER: cwd } })).values.samples).toBe(7);
    expect((await loadConfig({ cwd, env: { CAIRN_CONFIG: join(cwd, "config.toml") } })).values.samples).toBe(7);
  });

  it("ignore empty variables", async () => {
    expect((await loadConfig({ cwd: await temporaryFolder(), env: { CAIRN_K: "" } })).values.k).toBe(4);
  });

  it("write a file that reads back the same", async () => {
    const cwd = await temporaryFolder();
    const text = formatSettingsFile({
      capacity: "5 GiB",
      price: "0.25",
      listen: ["/ip4/0.0.0.0/tcp/4101"],
      k: 2,
      n: 3,
    });
    await writeFile(join(cwd, "config.toml"), text);
    const { values } = await loadConfig({ cwd, flags: { folder: cwd } });
    expect(values).toMatchObject({
      capacity: 5 * 2 ** 30,
      price: { amount: 25n * 10n ** 16n, per: "unit-round" },
      listen: ["/ip4/0.0.0.0/tcp/4101"],
      k: 2,
      n: 3,
    });
  });
});

describe("a settings file for a provider", () => {
  const offered = SETTING_KEYS.filter((key) => settingFacts(key).scope === "provider");

  it("offers what has no value, switched off, and reads back as the defaults", async () => {
    const cwd = await temporaryFolder();
    const text = formatSettingsFile({ capacity: "5 GiB", upnp: true }, offered);
    await writeFile(join(cwd, "config.toml"), text);
    const { values, sources } = await loadConfig({ cwd, flags: { folder: cwd } });
    expect(values).toMatchObject({ capacity: 5 * 2 ** 30, upnp: true, uploadLimit: 0, relay: "serve" });
    expect(sources.uploadLimit.kind).toBe("default");
    for (const key of offered) expect(text).toMatch(new RegExp(`^(# )?${key} = `, "m"));
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("is right with every offered line that has a default switched on", async () => {
    const cwd = await temporaryFolder();
    const lines = formatSettingsFile({}, offered).split("\n");
    const on = lines.map((line) => (/^# \w+ = /.test(line) && !line.includes('"…"') ? line.slice(2) : line));
    await writeFile(join(cwd, "config.toml"), on.join("\n"));
    const [{ values }, standard] = await Promise.all([
      loadConfig({ cwd, flags: { folder: cwd } }),
      loadConfig({ cwd: await temporaryFolder() }),
    ]);
    for (const key of offered) expect([key, values[key]]).toEqual([key, standard.values[key]]);
  });
});

describe("the status page", () => {
  it("is for this machine unless there is a token", async () => {
    const cwd = await temporaryFolder();
    const { message } = await refusal({ cwd, flags: { monitorListen: "0.0.0.0:4180" } });
    expect(message).toContain("monitorToken");
    const token = "a-token-of-32-letters-or-so";
    const { values } = await loadConfig({ cwd, flags: { monitorListen: "0.0.0.0:4180", monitorToken: token } });
    expect(values.monitorListen).toBe("0.0.0.0:4180");
    for (const listen of ["off", "127.0.0.1:0", "[::1]:4180"])
      expect((await loadConfig({ cwd, flags: { monitorListen: listen } })).values.monitorListen).toBe(listen);
  });
});

describe("a bad setting is refused with its name, its source and what is allowed", () => {
  it.each([
    ["capacity", "lots"],
    ["capacity", "1 KiB"],
    ["price", "1e-6"],
    ["price", "-1"],
    ["k", "0"],
    ["k", "1.5"],
    ["n", "257"],
    ["rpcUrl", "ftp://example.org"],
    ["rpcUrl", "localhost:8545"],
    ["logLevel", "loud"],
    ["pollSeconds", "0"],
    ["listen", "127.0.0.1:4101"],
    ["samples", "257"],
    ["price", "2 per GiB"],
    ["uploadLimit", "-1"],
    ["maxTransfers", "0"],
    ["upnp", "maybe"],
    ["relay", "yes"],
    ["payout", "0x12"],
    ["monitorListen", "localhost:80"],
    ["monitorToken", "short"],
  ] as const)("%s = %s", async (key, text) => {
    const { message, facts } = await refusal({ cwd: await temporaryFolder(), env: { [variableName(key)]: text } });
    expect(facts).toMatchObject({
      key,
      source: `environment ${variableName(key)}`,
      allowed: settingFacts(key).allowed,
    });
    expect(message).toContain(variableName(key));
    expect(message).toContain(settingFacts(key).allowed);
  });

  it("k not below n", async () => {
    expect((await refusal({ cwd: await temporaryFolder(), flags: { k: "10" } })).message).toContain(
      "not less than n = 10",
    );
  });

  it.each([
    ["an unknown key", "capasity = 1\n", "capasity"],
    ["the data folder itself", 'folder = "x"\n', "folder"],
    ["a float for an amount, which would round", "price = 0.1\n", "price"],
    ["a wrong type", "capacity = true\n", "capacity"],
    ["text that is no TOML", "capacity = \n", "line 1"],
  ])("in a file: %s", async (_name, text, named) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, "config.toml"), text);
    const { message } = await refusal({ cwd, flags: { folder: cwd } });
    expect(message).toContain(named);
    expect(message).toContain(join(cwd, "config.toml"));
  });

  it("a key that was misspelt, with the one that was meant", async () => {
    const cwd = await temporaryFolder();
    for (const [key, meant] of [
      ["pricee", "price"],
      ["clientcapacity", "clientCapacity"],
      ["monitor_listen", "monitorListen"],
      ["x", `one of ${SETTING_KEYS.join(", ")}`],
    ]) {
      await writeFile(join(cwd, "config.toml"), `${key} = "1"\n`);
      expect((await refusal({ cwd, flags: { folder: cwd } })).message).toMatch(new RegExp(`: use ${meant}\\.$`));
    }
  });

  it("a token that is none, without showing it", async () => {
    const { message } = await refusal({
      cwd: await temporaryFolder(),
      flags: { monitorToken: "c2VjcmV0/+c2VjcmV0==" },
    });
    expect(message).toContain("monitorToken (flag --monitor-token) is not allowed: use 16 to 128 letters");
    expect(message).not.toContain("c2Vjcm");
  });

  it("a named file that is not there", async () => {
    expect((await refusal({ cwd: await temporaryFolder(), file: "none.toml" })).message).toContain("--config");
  });
});

it("every setting says what it is, and its default is allowed", () => {
  for (const key of SETTING_KEYS) {
    const { about, allowed, unit, standard } = settingFacts(key);
    expect(about).toMatch(/^[A-Z].*\.$/);
    expect(allowed.length * unit.length).toBeGreaterThan(0);
    const result = settings.shape[key].safeParse(undefined);
    expect(result.success).toBe(true);
    expect(result.data === undefined, key).toBe(standard === undefined);
    if (standard !== undefined && standard !== "none") expect(settings.shape[key].parse(standard)).toEqual(result.data);
    expect(flagName(key)).toMatch(/^(-[a-z]|--[a-z]+(-[a-z]+)*)$/);
    expect(variableName(key)).toMatch(/^CAIRN_[A-Z_]+$/);
  }
});
