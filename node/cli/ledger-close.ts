// `cairn ledger close`: a client ends what it has bought, by the provider's consent at once, or by notice.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import type { AllocationRecord, CloseConsent } from "../../contracts/index.ts";
import { CairnError } from "../../protocol/index.ts";
import { formatTokens } from "../quantity.ts";
import { loadWallet } from "../wallet.ts";
import { openLedger } from "./chain.ts";
import type { CommandContext, CommandSpec } from "./command.ts";

/** A file of 10,000 consents is below. */
const MAX_FILE_CHARACTERS = 4 * 2 ** 20;
const MAX_CONSENTS = 65_536;
const MAX_ALLOCATION = 2 ** 48 - 1;

export const ledgerCloseCommand: CommandSpec = {
  name: "ledger close",
  arguments: [["<allocation>", "its number, as in `cairn ledger client`"]],
  summary:
    "end an allocation of the wallet before its time: what was not charged comes back, and its provider deletes the data",
  options: [
    { flags: "--consents <file>", about: "the provider's consents, to end with this round and not after the notice" },
    { flags: "--yes", about: "needed, because the data in it are lost" },
  ],
  examples: ["cairn ledger close 17 --yes", "cairn ledger close 17 --consents consents.json --yes"],
  run: close,
};

const consentFile = z.object({
  version: z.literal(1),
  chainId: z.number(),
  market: z.string(),
  consents: z
    .array(
      z.object({
        allocation: z.number().int(),
        validUntil: z.number().int().nonnegative(),
        signature: z.string().regex(/^0x[0-9a-f]{130}$/i),
      }),
    )
    .max(MAX_CONSENTS),
});

async function close(context: CommandContext): Promise<void> {
  const { options, output, config, io, signal } = context;
  const id = numberOf(context.arguments[0] ?? "");
  const { privateKey, signer } = await loadWallet(config.wallet, io.env);
  const ledger = await openLedger(context, privateKey);
  try {
    const file = options["consents"];
    const consent = typeof file === "string" ? await consentOf(resolve(io.cwd, file), id, ledger.domain) : undefined;
    const record = await ledger.allocation(id, { signal });
    if (record?.client !== signer.address) throw notOwn(id, signer.address);
    if (options["yes"] !== true) throw unsure(record);
    const ended =
      consent === undefined
        ? await ledger.giveNotice(id, { signal })
        : { ...(await ledger.closeAllocation(id, consent, { signal })), endRound: undefined };
    const { hash, block, refund, endRound } = ended;
    const when = endRound === undefined ? "with this round" : `with round ${endRound}`;
    await output.result({ allocation: id, refund, endRound: endRound ?? null, hash, block }, [
      `allocation ${id} ends ${when}: ${formatTokens(refund)} tokens come back at once, the rest when it is settled`,
    ]);
  } finally {
    ledger.close();
  }
}

async function consentOf(file: string, id: number, domain: { chainId: number; market: string }): Promise<CloseConsent> {
  const refuse = (why: string, cause?: unknown): never => {
    throw new CairnError("ERR_CONFIG_INVALID", `The consents in ${file}: ${why}.`, {
      facts: { file, allocation: id },
      cause,
    });
  };
  const text = await readFile(file, "utf8").catch((cause: Error) => refuse(cause.message, cause));
  if (text.length > MAX_FILE_CHARACTERS) refuse("the file is too long for what it should be");
  const parsed = consentFile.safeParse(jsonOf(text));
  if (!parsed.success) return refuse("it is no file of `cairn provider exit --consents`", parsed.error);
  const { chainId, market, consents } = parsed.data;
  if (chainId !== domain.chainId || market !== domain.market) refuse("they are of another market");
  const found = consents.find(({ allocation }) => allocation === id);
  if (found === undefined) return refuse(`there is none for allocation ${id}`);
  const { validUntil, signature } = found;
  return { validUntil, signature: new Uint8Array(Buffer.from(signature.slice(2), "hex")) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function numberOf(text: string): number {
  const id = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (id >= 1 && id <= MAX_ALLOCATION) return id;
  throw new CairnError(
    "ERR_CONFIG_INVALID",
    `${text} is no number of an allocation: \`cairn ledger client\` lists them.`,
  );
}

function notOwn(id: number, account: string): CairnError {
  const message = `Allocation ${id} is not one of ${account}: only its client can end it.`;
  return new CairnError("ERR_CONFIG_INVALID", message, { facts: { allocation: id, account } });
}

function unsure({ id, provider, units }: AllocationRecord): CairnError {
  const message = `Ending allocation ${id} deletes what lies in its ${units} MiB at ${provider}. Add --yes to do it.`;
  return new CairnError("ERR_CONFIG_INVALID", message, { facts: { allocation: id } });
}
