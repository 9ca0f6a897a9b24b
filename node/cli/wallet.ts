// `cairn wallet …`: make, show, import and export the key that signs and pays, and move its tokens. Only `export` ever prints a private key.

import { CairnError, isAddress } from "../../protocol/index.ts";
import type { Ledger } from "../../contracts/index.ts";
import { formatTokens, parseTokens } from "../quantity.ts";
import { createKeyFile, formatPrivateKey, loadWallet, parseKey, WALLET_KEY_VARIABLE, writeKeyFile } from "../wallet.ts";
import { openLedger } from "./chain.ts";
import type { CommandContext, CommandSpec } from "./command.ts";
import { readText } from "./input.ts";

/** More than a key file can hold. */
const MAX_IMPORT_BYTES = 256;

const createCommand: CommandSpec = {
  name: "wallet create",
  summary: "make a new key in a new file that only you can read; an existing file is never replaced",
  examples: [
    "cairn wallet create                           # wallet.key in the data folder",
    "cairn wallet create --wallet ~/keys/alice.key # somewhere else",
  ],
  async run({ output, config }) {
    const { signer, source } = await createKeyFile(config.wallet);
    await output.result({ address: signer.address, file: source }, [
      signer.address,
      `The key is in ${source}: keep a copy, it is the only one.`,
    ]);
  },
};

const importCommand: CommandSpec = {
  name: "wallet import",
  summary: "read a private key in hex from stdin into a new key file",
  examples: ["cairn wallet import < key.txt                 # never as an argument: other users see those"],
  async run({ output, config, io, signal }) {
    const text = await readText(io.stdin, MAX_IMPORT_BYTES, signal);
    const { signer, source } = await writeKeyFile(config.wallet, parseKey(text, "standard input").privateKey);
    await output.result({ address: signer.address, file: source }, [signer.address]);
  },
};

const exportCommand: CommandSpec = {
  name: "wallet export",
  summary: "print the private key: whoever sees it can spend everything",
  options: [{ flags: "--yes", about: "needed, so that it does not happen by accident" }],
  examples: ["cairn wallet export --yes > key.txt"],
  async run({ output, config, io, options }) {
    const { signer, privateKey } = await loadWallet(config.wallet, io.env);
    if (options["yes"] !== true)
      throw new CairnError(
        "ERR_WALLET_INVALID",
        `Not printed: this shows the private key of ${signer.address} to whoever sees the screen. Add --yes if that is meant.`,
      );
    const text = formatPrivateKey(privateKey);
    await output.result({ address: signer.address, privateKey: text }, [text]);
  },
};

const showCommand: CommandSpec = {
  name: "wallet show",
  summary: "print the wallet's address and what it holds on the network's chain",
  options: [{ flags: "--offline", about: "only the address; ask no chain" }],
  examples: [
    "cairn wallet show                             # address, tokens in the wallet and in the vault, gas",
    `${WALLET_KEY_VARIABLE}=0x… cairn wallet show --offline`,
  ],
  run: show,
};

async function show(context: CommandContext): Promise<void> {
  const { output, config, io, options } = context;
  const { signer, source } = await loadWallet(config.wallet, io.env);
  if (options["offline"] === true) return output.result({ address: signer.address, source }, [signer.address]);
  const ledger = await openLedger(context);
  try {
    const { wallet, vault, gas } = await ledger.balance(signer.address);
    await output.result({ address: signer.address, source, wallet, vault, gas }, [
      signer.address,
      `  wallet  ${formatTokens(wallet)} tokens`,
      `  vault   ${formatTokens(vault)} tokens (earned or refunded; withdraw moves them to the wallet)`,
      `  gas     ${formatTokens(gas)} of the chain's own currency`,
    ]);
  } finally {
    ledger.close();
  }
}

const sendCommand: CommandSpec = {
  name: "wallet send",
  arguments: [
    ["<address>", "whom to send to: 0x…"],
    ["<tokens>", "how many tokens"],
  ],
  summary: "send tokens of this wallet to another account",
  examples: ["cairn wallet send 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 12.5"],
  async run(context) {
    const [to = "", text = ""] = context.arguments;
    const amount = parseTokens(text);
    if (!isAddress(to) || amount === undefined) {
      throw new CairnError(
        "ERR_CONFIG_INVALID",
        `Nothing sent: give an address (0x and 40 hex digits, with its checksum) and an amount of tokens, not ${to} ${text}.`,
      );
    }
    const { hash, block } = await withOwnLedger(context, (ledger) => ledger.transfer(to, amount));
    await context.output.result({ to, amount, hash, block }, [
      `${formatTokens(amount)} tokens to ${to} in block ${block}, transaction ${hash}`,
    ]);
  },
};

const withdrawCommand: CommandSpec = {
  name: "wallet withdraw",
  summary: "move everything earned or refunded from the vault into the wallet",
  examples: ["cairn wallet withdraw", "cairn wallet withdraw --wallet /srv/cairn/owner.key   # a provider's earnings"],
  async run(context) {
    const { amount, hash, block } = await withOwnLedger(context, (ledger) => ledger.withdraw());
    await context.output.result({ amount, hash, block }, [
      `${formatTokens(amount)} tokens withdrawn in block ${block}, transaction ${hash}`,
    ]);
  },
};

async function withOwnLedger<T>(context: CommandContext, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const { privateKey } = await loadWallet(context.config.wallet, context.io.env);
  const ledger = await openLedger(context, privateKey);
  try {
    return await work(ledger);
  } finally {
    ledger.close();
  }
}

export const walletCommands: readonly CommandSpec[] = [
  createCommand,
  showCommand,
  importCommand,
  exportCommand,
  sendCommand,
  withdrawCommand,
];
