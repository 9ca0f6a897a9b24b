// Two whole providers and a client in network namespaces, with a real chain: one provider has a public address and is a relay, the other
// one is behind a router and has forwarded nothing. An object is put at both of them and fetched again. Takes about a minute:
//
//   CAIRN_NAT_PROVIDER=1 vitest run test/node/network/nat-provider.test.ts     (as root)

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { TOKEN } from "../../../contracts/index.ts";
import { readOrCreateProviderKeys } from "../../../node/provider-keys.ts";
import { STAKE, startMarket } from "../provider/market-world.ts";
import { openPipe } from "./chain-pipe.ts";
import { Internet, means } from "./namespaces.ts";
import type { MarketWorld } from "../provider/market-world.ts";
import type { Place } from "./namespaces.ts";
import type { MemberSettings } from "./netns-member.ts";

const PROGRAM = new URL("netns-member.ts", import.meta.url).pathname;
const OBJECT_BYTES = 3 * 2 ** 20;
const { router, missing } = means();
const isWanted = process.env["CAIRN_NAT_PROVIDER"] === "1";
if (isWanted && missing !== undefined) console.log(`nat-provider.test.ts is skipped: ${missing}`);

it.skipIf(!isWanted || router === undefined)(
  "a provider behind a router takes and gives back objects over a direct connection, arranged by a relay",
  { timeout: 180_000 },
  async () => {
    await using world = new AsyncDisposableStack();
    const folder = await mkdtemp(join(tmpdir(), "cairn-nat-"));
    world.defer(() => rm(folder, { recursive: true, force: true }));
    const market = await startMarket({ roundBlocks: 256 });
    world.defer(() => market.stop());
    const pipe = join(folder, "chain.sock");
    const server = await openPipe(pipe, market.chain.rpcUrl);
    world.defer(() => void server.close());
    const internet = new Internet(router ?? "tc");
    world.defer(() => internet.stop());
    const network = { ...market.deployment, bootstrap: [] as string[], local: false };

    const relay = member(internet, "relay", await providerSettings(market, join(folder, "a"), { network, pipe }));
    const { peer } = await relay({});
    network.bootstrap.push(`/ip4/5.0.1.2/tcp/4101/p2p/${peer}`);
    const hidden = member(internet, "provider", await providerSettings(market, join(folder, "b"), { network, pipe }));
    await hidden({});
    await until(async () => (await relay({})).state === "public");
    await until(async () => (await hidden({})).state === "relayed");

    const account = await market.account(1000n * TOKEN);
    const wallet = Buffer.from(account.privateKey).toString("hex");
    const client = member(internet, "client", { network, pipe, wallet });
    await client({});
    const { link, message } = await client({ bytes: OBJECT_BYTES });
    expect(link, message).toBeDefined();
    expect((await hidden({})).fragments).toBeGreaterThanOrEqual(3);
    expect((await hidden({})).state).toBe("relayed");
    expect(await client({ bytes: OBJECT_BYTES, link: link ?? "" })).toEqual({ same: true });
  },
);

interface Answer {
  readonly peer?: string;
  readonly state?: string;
  readonly fragments?: number;
  readonly link?: string;
  readonly message?: string;
  readonly same?: boolean;
}

/** Starts a member; the first call gives its first line, every other one answers a command. */
function member(internet: Internet, place: Place, settings: MemberSettings): (command: object) => Promise<Answer> {
  const child = internet.run(place, PROGRAM, [JSON.stringify(settings)]);
  if (child.stdout === null) throw new Error("no output");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let isStarted = false;
  return async (command) => {
    if (isStarted) child.stdin?.write(`${JSON.stringify(command)}\n`);
    isStarted = true;
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`the ${place} has ended`);
    return JSON.parse(value) as Answer;
  };
}

async function providerSettings(
  market: MarketWorld,
  folder: string,
  common: Pick<MemberSettings, "network" | "pipe">,
): Promise<MemberSettings> {
  const { owner, node } = await readOrCreateProviderKeys(folder);
  await Promise.all([market.chain.fund(owner.signer.address), market.chain.fund(node.signer.address)]);
  await market.reader.mint(owner.signer.address, STAKE);
  return { ...common, folder, stake: STAKE.toString() };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 500) {
    if (waited > 60_000) throw new Error(`never: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
