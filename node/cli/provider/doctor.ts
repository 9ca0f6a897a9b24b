// `cairn provider doctor`: looks at everything that a provider depends on and says of each what it means and what to do.

import { readdir } from "node:fs/promises";
import { readProviderKeys, type ProviderKeys } from "../../provider-keys.ts";
import { isThere } from "../../is-there.ts";
import { readNetworkOf } from "../chain.ts";
import type { CommandContext, CommandSpec } from "../command.ts";
import { counted } from "../counted.ts";
import { shellWord } from "../shell-word.ts";
import { type ChainView, chainChecks } from "./chain-checks.ts";
import { type Check, fault, ok } from "./check.ts";
import { daemonChecks } from "./daemon-checks.ts";
import { clockCheck, keysCheck, nodeCheck, roomCheck, speedCheck } from "./machine-checks.ts";
import { reachCheck } from "./reach-answer.ts";
import { monitorCheck, portChecks } from "./reach-checks.ts";
import { lostStore } from "./lost-store.ts";
import { isEmptyOf } from "./own-keys.ts";
import { findRunning, type Running } from "./running.ts";

export const doctorCommand: CommandSpec = {
  name: "provider doctor",
  summary:
    "examine the provider of the data folder, running or not: machine, chain, money, reachability; exit 1 if it finds a fault",
  scopes: ["provider"],
  options: [{ flags: "--offline", about: "look at this machine only; ask neither chain nor peers" }],
  examples: [
    "cairn provider doctor --folder /srv/cairn",
    "cairn provider doctor --folder /srv/cairn --json | jq '.checks[] | select(.level != \"ok\")'",
  ],
  run: doctor,
};

const UNIT_FOLDERS = ["/etc/systemd/system", "/lib/systemd/system"];

async function doctor(context: CommandContext): Promise<number> {
  const { config, output, options, signal } = context;
  const { folder, capacity, listen } = config;
  if (await isEmptyOf(folder)) return await finish(context, undefined, [await nothingIn(folder)]);
  const running = await findRunning(folder, signal);
  const checks: Check[] = [nodeCheck(process.versions.node), await keysCheck(folder)];
  output.status("looking at the disk …");
  checks.push(
    ...(await storeChecks(folder)),
    await roomCheck(folder, capacity),
    await speedCheck(folder),
    ...(await portChecks(listen, running.state !== "absent")),
  );
  const keys = await readProviderKeys(folder).catch(() => undefined);
  const isOffline = options["offline"] === true;
  if (isOffline) checks.push(await clockCheck(folder, undefined, false));
  const outside = isOffline || keys === undefined ? undefined : await outsideChecks(context, keys, running);
  checks.push(
    ...(outside?.checks ?? []),
    ...daemonChecks(running, outside?.record, folder),
    await monitorCheck(context, running),
    ...(await serviceChecks(running)),
  );
  return finish(context, running, checks);
}

async function storeChecks(folder: string): Promise<Check[]> {
  const lost = await lostStore(folder);
  return lost === undefined ? [] : [fault("store", lost.text, lost.whatToDo)];
}

/** What takes others to answer. */
async function outsideChecks(
  context: CommandContext,
  keys: ProviderKeys,
  running: Running,
): Promise<Pick<ChainView, "checks" | "record">> {
  const { config, output, signal } = context;
  try {
    const network = await readNetworkOf(config);
    output.status("asking the chain …");
    const { checks, pace, record } = await chainChecks(context, network, keys);
    const clock = await clockCheck(config.folder, pace?.head.timestamp, network.local);
    return { checks: [clock, ...checks, await reachCheck(context, network, keys, running)], record };
  } catch (error) {
    signal.throwIfAborted();
    const check = fault("network", (error as Error).message, "Take the network file anew, or name it with --network.");
    return { checks: [check], record: undefined };
  }
}

/** A hint and no more: many ways lead to a program that starts with its machine. */
async function serviceChecks(running: Running): Promise<Check[]> {
  if (process.platform !== "linux" || !(await isThere("/run/systemd/system"))) return [];
  const lists = await Promise.all(UNIT_FOLDERS.map((folder) => readdir(folder).catch(() => [])));
  const unit = lists.flat().find((name) => /^cairn.*\.service$/.test(name));
  if (unit !== undefined)
    return [ok("service", `systemd has ${unit}: systemctl is-enabled says whether it starts with the machine.`)];
  const now = running.state === "absent" ? "" : "The daemon runs, but ";
  return [
    {
      ...ok("service", `${now}systemd has no unit of it.`),
      whatToDo: "examples/provider/cairn.service is one, so that it starts with the machine and again after a crash.",
    },
  ];
}

async function finish(
  { output }: CommandContext,
  running: Running | undefined,
  checks: readonly Check[],
): Promise<number> {
  const [faults, warnings] = ["fault", "warning"].map(
    (level) => checks.filter((each) => each.level === level).length,
  ) as [number, number];
  const daemon = running?.state ?? "absent";
  await output.result({ ok: faults === 0, faults, warnings, running: daemon !== "absent", checks }, [
    ...checks.flatMap(({ level, name, text, whatToDo }) => [
      `${level.padEnd(8)} ${name.padEnd(13)} ${text}`,
      ...(whatToDo === undefined ? [] : [`${" ".repeat(23)}→ ${whatToDo}`]),
    ]),
    "",
    faults + warnings === 0 ? "All is well." : `${counted(faults, "fault")}, ${counted(warnings, "warning")}.`,
  ]);
  return faults === 0 ? 0 : 1;
}

async function nothingIn(folder: string): Promise<Check> {
  const text = (await isThere(folder)) ? `There is no provider in ${folder}.` : `There is no folder ${folder}.`;
  const whatToDo = `Name it with --folder, or make one: cairn provider init --folder ${shellWord(folder)}. If it has a disk of its own, see that this is mounted.`;
  return fault("keys", text, whatToDo);
}
