// Contracts at addresses that follow from what they are: through the deterministic deployment proxy, which is at one address on
// most chains, and can be put there on any other that takes its transaction.
//
//     address = last 20 bytes of keccak256(0xff ‖ factory ‖ salt ‖ keccak256(creation code and arguments))
//
// So code at such an address was made by exactly this creation code: nobody can have put something else there.

import { type Hex, concat, getContractAddress } from "viem";
import { type Address, type CairnError, cairnError } from "../protocol/index.ts";
import { chainError, isAlreadyKnown, isTransport, refusalOf } from "./chain-error.ts";
import { type Connection, pause } from "./evm-connection.ts";
import type { Wait } from "./ledger.ts";
import type { Sender } from "./transaction.ts";

/** Takes salt ‖ creation code as call data, makes the contract, and answers with its 20 bytes. Its maker's project: deterministic-deployment-proxy. */
export const FACTORY: Address = "0x4e59b44847b379578588920cA78FbF26c0B4956C";
/** What must be there. */
export const FACTORY_CODE =
  "0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3";
/**
 * The transaction that makes it: published, signed by nobody (r and s are 0x2222…), and without a chain id, so that it is the same on
 * every chain. 100,000 gas at 100 gwei, nonce 0.
 */
export const FACTORY_TRANSACTION =
  "0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf31ba02222222222222222222222222222222222222222222222222222222222222222a02222222222222222222222222222222222222222222222222222222222222222";
/** Whose signature that is by arithmetic. */
export const FACTORY_SIGNER: Address = "0x3fAB184622Dc19b6109349B94811493BF2a45362";
const FACTORY_GAS_PRICE = 100n * 10n ** 9n;
const FACTORY_WEI = 100_000n * FACTORY_GAS_PRICE;

export interface Creation {
  /** For people: "market". */
  readonly name: string;
  readonly salt: Hex;
  /** Creation code with its arguments. */
  readonly initCode: Hex;
}

export function addressOfCreation({ salt, initCode }: Omit<Creation, "name">): Address {
  return getContractAddress({ opcode: "CREATE2", from: FACTORY, salt, bytecode: initCode });
}

/** Whether there is code at the address. */
export async function hasCode({ client }: Connection, address: Address): Promise<boolean> {
  const code = await client.getCode({ address });
  return code !== undefined && code !== "0x";
}

/** Makes the contract unless it is there. True if it was made now. The factory is there. */
export async function create(
  connection: Connection,
  sender: Sender,
  creation: Creation,
  wait?: Wait,
): Promise<boolean> {
  const address = addressOfCreation(creation);
  const doing = `making the ${creation.name}`;
  const isThere = (): Promise<boolean> => hasCode(connection, address);
  if (await connection.run(`looking for the ${creation.name}`, wait, isThere)) return false;
  // The factory says nothing about why a constructor refuses; the same code run without it does.
  await connection.run(doing, wait, () => connection.client.call({ data: creation.initCode }));
  const data = (): Hex => concat([creation.salt, creation.initCode]);
  await sender.send({ to: FACTORY, data, doing, isDone: isThere }, wait);
  return true;
}

/** Sees to it that the factory is on the chain. True if it was put there now. Throws ERR_NO_FACTORY where it cannot be. */
export async function ensureFactory(connection: Connection, sender: Sender, wait?: Wait): Promise<boolean> {
  const doing = "looking for the deployment proxy";
  const state = (): Promise<"there" | "missing"> => connection.run(doing, wait, () => factoryState(connection));
  if ((await state()) === "there") return false;
  await connection.run("making the deployment proxy", wait, () => checkSigner(connection));
  // Without money for it a chain that would take it says only that: one that would not is told from it before anything is paid.
  const refusal = await offerFactory(connection, wait);
  if (refusal === "unfunded") {
    const funding = {
      to: FACTORY_SIGNER,
      value: FACTORY_WEI,
      data: (): Hex => "0x",
      doing: "paying for the deployment proxy",
    };
    await sender.send(funding, wait);
    if ((await offerFactory(connection, wait)) === "unfunded") throw noFactory("it does not see the money for it");
  }
  await connection.run("waiting for the deployment proxy", wait, (signal) => untilThere(connection, signal));
  return true;
}

async function factoryState(connection: Connection): Promise<"there" | "missing"> {
  const code = (await connection.client.getCode({ address: FACTORY })) ?? "0x";
  if (code === FACTORY_CODE) return "there";
  if (code === "0x") return "missing";
  throw noFactory("another contract is at its address");
}

async function checkSigner({ client }: Connection): Promise<void> {
  const [nonce, block] = await Promise.all([
    client.getTransactionCount({ address: FACTORY_SIGNER }),
    client.getBlock({ blockTag: "latest" }),
  ]);
  if (nonce > 0) throw noFactory("its transaction was spent without making it");
  if ((block.baseFeePerGas ?? 0n) > FACTORY_GAS_PRICE) {
    throw noFactory("its transaction pays 100 gwei per gas, and the chain asks for more at present");
  }
}

/** Gives the chain the transaction. */
async function offerFactory(connection: Connection, wait?: Wait): Promise<"taken" | "unfunded"> {
  return connection.run("making the deployment proxy", wait, async () => {
    try {
      await connection.client.sendRawTransaction({ serializedTransaction: FACTORY_TRANSACTION });
    } catch (error) {
      if (isAlreadyKnown(error)) return "taken";
      if (isTransport(error)) throw error;
      if (chainError(error, "", connection.rpcUrl).code === "ERR_NOT_ENOUGH_GAS") return "unfunded";
      throw noFactory(`the endpoint refuses its transaction (${refusalOf(error)})`, error);
    }
    return "taken";
  });
}

async function untilThere(connection: Connection, signal: AbortSignal): Promise<void> {
  const { client, pollMs, timeoutMs } = connection;
  for (const begun = performance.now(); performance.now() - begun < timeoutMs; await pause(pollMs, signal)) {
    const [state, nonce] = await Promise.all([
      factoryState(connection),
      client.getTransactionCount({ address: FACTORY_SIGNER }),
    ]);
    if (state === "there") return;
    if (nonce > 0) throw noFactory("its transaction failed: this chain counts gas in another way");
  }
  throw noFactory("its transaction was put into no block");
}

function noFactory(why: string, cause?: unknown): CairnError {
  return cairnError("ERR_NO_FACTORY", `No deployment proxy on this chain: ${why}.`, {
    facts: { why, factory: FACTORY },
    cause,
  });
}
