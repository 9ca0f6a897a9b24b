// Puts the contracts of a network on a chain, or finds them there: the same inputs give the same addresses everywhere, so a
// deployment that was interrupted goes on where it stopped, and one that is complete is only checked.

import { type Address, cairnError, sameAddress } from "../protocol/index.ts";
import { beaconAbi, extensionAbi, marketAbi, vaultAbi } from "./abi-set.ts";
import { FACTORY, addressOfCreation, create, ensureFactory, hasCode } from "./create2.ts";
import { setRoles, wrongRoles } from "./deploy-access.ts";
import { type DeploymentInputs, type DeploymentPlan, type MarketParameters, planDeployment } from "./deploy-plan.ts";
import type { Deployment } from "./deployment.ts";
import { type Connection, accountOf, checkChain, openConnection } from "./evm-connection.ts";
import { count, settingsOf } from "./evm-record.ts";
import type { Wait } from "./ledger.ts";
import { createSender } from "./transaction.ts";

/** One whole token in base units. */
export const TOKEN = 10n ** 18n;
/** For other parameters on a chain where money is meant: two days in which everybody can leave first. */
const PARAMETER_DELAY_SECONDS = 2 * 86_400;

/** For development: rounds of 64 blocks, a stake of 100 tokens, 5 % of it per step. docs/spec/economics.md weighs them. */
export const DEVNET_PARAMETERS: MarketParameters = {
  roundBlocks: 64,
  challenges: 5,
  minStake: 100n * TOKEN,
  unitStake: TOKEN / 1_000n,
  slashBasisPoints: 500,
  unbondingRounds: 16,
  noticeRounds: 8,
  answerRounds: 4,
  disputeSlashBasisPoints: 1_000,
  disputeBond: TOKEN,
};

export interface DeployOptions extends Wait {
  readonly rpcUrl: string;
  /** Default: whatever the endpoint serves. */
  readonly chainId?: number;
  /** Pays for gas; owns the token if one is made. 32 bytes. */
  readonly privateKey: Uint8Array;
  /** What differs from DEVNET_PARAMETERS. */
  readonly parameters?: Partial<MarketParameters>;
  /** An ERC-20 that is there already; without it a development token is made, whose owner is the account. */
  readonly token?: Address;
  /** A beacon that is there already; without it the hash of the seed block is the seed. */
  readonly beacon?: Address;
  /** Blocks on a seed block before its hash is given; default 0. */
  readonly finalityBlocks?: number;
  /** Who may pause, and change parameters after the delay; default: the account. */
  readonly admin?: Address;
  /** Default: two days, 0 with a development token. */
  readonly delaySeconds?: number;
  /** Another text makes another set of the same contracts. */
  readonly salt?: string;
  /** Blocks that clients let lie on a transaction before it counts; default 0. */
  readonly confirmations?: number;
  readonly pollMs?: number;
  readonly timeoutMs?: number;
  /** Told of each contract that was made or found, one line each. */
  readonly onStep?: (line: string) => void;
}

/**
 * Sees to it that token (unless given), beacon, views, extension, authority and market are on the chain and as they should be; the market
 * makes its vault.
 * @throws as a Ledger does; ERR_NO_FACTORY, and ERR_NOT_DEPLOYED `{ wrong }` where what is there is not as the options say
 */
export async function deploy(options: DeployOptions): Promise<Deployment> {
  const { rpcUrl, signal, onStep = () => {} } = options;
  const wait: Wait = signal === undefined ? {} : { signal };
  const chainId = options.chainId ?? (await askChainId(rpcUrl, wait));
  // Clients wait for confirmations; a deployment that a reorganisation takes back is simply run again.
  const connection = openConnection({ ...options, chainId, confirmations: 0 });
  await checkChain(connection, wait);
  const inputs = inputsOf(options);
  const plan = planDeployment(inputs);
  const sender = createSender(connection);
  if (await ensureFactory(connection, sender, wait)) onStep(`deployment proxy ${FACTORY} made`);
  for (const stage of plan.stages) {
    await Promise.all(
      stage.map(async (creation) => {
        const isNew = await create(connection, sender, creation, wait);
        onStep(`${creation.name} ${addressOfCreation(creation)} ${isNew ? "made" : "was there"}`);
      }),
    );
  }
  const areNew = await setRoles(connection, sender, inputs, plan, wait);
  onStep(`roles of ${inputs.admin} ${areNew ? "set" : "were set"}`);
  const found = await connection.run("checking the deployment", wait, () => checked(connection, inputs, plan));
  return { ...found, confirmations: options.confirmations ?? 0 };
}

/** Where the market of these options is, or will be, on any chain. */
export function plannedMarket(options: Omit<DeployOptions, "rpcUrl">): Address {
  return planDeployment(inputsOf(options)).market;
}

async function askChainId(rpcUrl: string, wait: Wait): Promise<number> {
  const anyChain = openConnection({ rpcUrl, chainId: 1 });
  return anyChain.run("asking for the chain id", wait, () => anyChain.client.getChainId());
}

function inputsOf(options: Omit<DeployOptions, "rpcUrl">): DeploymentInputs {
  const deployer = accountOf(options.privateKey).address;
  const { token, beacon, salt, finalityBlocks = 0, admin = deployer } = options;
  return {
    deployer,
    admin,
    delaySeconds: options.delaySeconds ?? (token === undefined ? 0 : PARAMETER_DELAY_SECONDS),
    parameters: { ...DEVNET_PARAMETERS, ...options.parameters },
    finalityBlocks,
    ...(token && { token }),
    ...(beacon && { beacon }),
    ...(salt && { salt }),
  };
}

/** The deployment in the market's own words, once nothing about it is other than planned. */
async function checked(
  connection: Connection,
  inputs: DeploymentInputs,
  plan: DeploymentPlan,
): Promise<Omit<Deployment, "confirmations">> {
  const { client, chainId, rpcUrl } = connection;
  const market = { address: plan.market, abi: marketAbi } as const;
  const vault = { address: plan.vault, abi: vaultAbi } as const;
  const extension = { address: plan.extension, abi: extensionAbi } as const;
  const [genesisBlock, parameters, wrongRoleNames, hasBeacon, ...addresses] = await Promise.all([
    client.readContract({ ...market, functionName: "genesisBlock" }),
    client.readContract({ ...market, functionName: "parameters" }),
    wrongRoles(connection, inputs, plan),
    hasCode(connection, plan.beacon),
    client.readContract({ ...market, functionName: "vault" }),
    client.readContract({ ...market, functionName: "extension" }),
    client.readContract({ ...market, functionName: "authority" }),
    client.readContract({ ...extension, functionName: "views" }),
    client.readContract({ ...vault, functionName: "market" }),
    client.readContract({ ...vault, functionName: "token" }),
  ]);
  const names = ["vault", "extension", "authority", "views", "the vault's market", "token"];
  const wanted = [plan.vault, plan.extension, plan.accessManager, plan.views, plan.market, plan.token];
  const settings = settingsOf(parameters);
  const wantedSettings = { ...inputs.parameters, beacon: plan.beacon };
  const wrong = [
    ...names.filter((_, i) => !sameAddress(addresses[i] as Address, wanted[i] as Address)),
    ...(Object.keys(wantedSettings) as (keyof typeof wantedSettings)[]).filter(
      (name) => String(settings[name]).toLowerCase() !== String(wantedSettings[name]).toLowerCase(),
    ),
    ...wrongRoleNames,
    ...(hasBeacon ? [] : ["beacon"]),
    ...(inputs.beacon === undefined ? await wrongFinality(connection, inputs, plan) : []),
  ];
  if (wrong.length > 0) {
    throw cairnError("ERR_NOT_DEPLOYED", `The market ${plan.market} is not as it should be: ${wrong.join(", ")}.`, {
      facts: { market: plan.market, wrong },
    });
  }
  const { token, beacon, views, accessManager } = plan;
  const { roundBlocks, challenges } = settings;
  return {
    chainId,
    rpcUrl,
    market: plan.market,
    vault: plan.vault,
    token,
    beacon,
    extension: plan.extension,
    views,
    accessManager,
    genesisBlock: count(genesisBlock, "block"),
    roundBlocks,
    challenges,
  };
}

async function wrongFinality(
  { client }: Connection,
  { finalityBlocks }: DeploymentInputs,
  { beacon }: DeploymentPlan,
): Promise<string[]> {
  const found = await client.readContract({ address: beacon, abi: beaconAbi, functionName: "finalityBlocks" });
  return found === BigInt(finalityBlocks) ? [] : ["finalityBlocks"];
}
