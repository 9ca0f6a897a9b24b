/** The same provider in a process of its own, so that a test can kill it for real. Run with the settings as JSON. */

import { connectLedger } from "../../../contracts/index.ts";
import { keySigner } from "../../../protocol/index.ts";
import { startDaemon } from "./provider-daemon.ts";
import type { Deployment } from "../../../contracts/index.ts";
import type { Address } from "../../../protocol/index.ts";

export interface ProcessSettings {
  readonly deployment: Deployment;
  readonly owner: Address;
  /** Hex. */
  readonly nodeKey: string;
  readonly peerKey: string;
  readonly folder: string;
}

const { deployment, owner, nodeKey, peerKey, folder } = JSON.parse(process.argv[2] ?? "{}") as ProcessSettings;
const privateKey = new Uint8Array(Buffer.from(nodeKey, "hex"));
const ledger = await connectLedger({ deployment, privateKey, pollMs: 25 });
const node = { signer: keySigner(privateKey), ledger, privateKey };
const daemon = await startDaemon(
  { deployment },
  { owner, node, peerKey: new Uint8Array(Buffer.from(peerKey, "hex")) },
  folder,
);
// Ends with the test that started it, however that ends.
process.stdin.resume().on("end", () => process.exit());
process.stdout.write(`${JSON.stringify({ addresses: daemon.network.addresses })}\n`);
