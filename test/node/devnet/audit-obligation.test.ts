import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { connectLedger } from "../../../contracts/index.ts";
import { auditRound } from "../../../node/auditor/index.ts";
import { openAuditorNode } from "../../../node/auditor-node.ts";
import { devnet } from "../../../node/devnet/index.ts";
import { signOffer, keySigner, newPrivateKey } from "../../../protocol/index.ts";
import type { AuditorNode } from "../../../node/auditor-node.ts";
import type { Devnet } from "../../../node/devnet/index.ts";

let net: Devnet;
let auditor: AuditorNode;

beforeAll(async () => {
  net = await devnet({ providers: 1 });
  auditor = await openAuditorNode(net.network, { pollMs: 50 });
});

afterAll(async () => {
  await auditor?.close();
  await net?.stop();
});

test("a provider cannot hide an allocation behind a page of newer ones that start later", async () => {
  const privateKey = await net.funded();
  const ledger = await connectLedger({ deployment: net.network, privateKey, pollMs: 50 });
  onTestFinished(() => ledger.close());
  const node = keySigner(newPrivateKey());
  const provider = keySigner(privateKey).address;
  await ledger.registerProvider({
    nodeKey: node.address,
    peerId: new Uint8Array([0, 1, 1]),
    stake: 100n * 10n ** 18n,
  });
  const { timestamp } = await ledger.clock();
  const terms = { maxUnits: 1000, pricePerUnitRound: 1n, minRounds: 1, validUntil: timestamp + 86_400, nonce: 1n };
  const offer = signOffer(ledger.domain, { provider, client: provider, ...terms }, node);
  await ledger.openAllocations({ offers: [offer], units: 1, rounds: 100 });
  await net.rounds(2);
  const { round } = await ledger.clock();
  for (let i = 0; i < 5; i++)
    await ledger.openAllocations({ offers: Array.from({ length: 60 }, () => offer), units: 1, rounds: 10 });
  const { verdicts } = await auditRound(auditor, round);
  expect(verdicts).toMatchObject([{ provider, round, verdict: "missing" }]);
});

test("more samples than a proof may have are the caller's mistake, not the provider's", async () => {
  for (const samples of [0, 257, 1.5, Number.NaN])
    await expect(auditRound(auditor, 0, { samples })).rejects.toMatchObject({ code: "ERR_CONFIG_INVALID" });
});
