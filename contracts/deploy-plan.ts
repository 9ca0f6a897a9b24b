// Which contracts a deployment is of, and where each will be: a pure function of what was asked for.

import {
  type Hex,
  encodeAbiParameters,
  encodeDeployData,
  getContractAddress,
  keccak256,
  stringToHex,
  zeroHash,
} from "viem";
import type { Address } from "../protocol/index.ts";
import {
  accessManagerAbi,
  accessManagerBytecode,
  beaconAbi,
  beaconBytecode,
  extensionAbi,
  extensionBytecode,
  marketAbi,
  marketBytecode,
  tokenAbi,
  tokenBytecode,
  viewsAbi,
  viewsBytecode,
} from "./abi-set.ts";
import { type Creation, addressOfCreation } from "./create2.ts";
import type { MarketSettings } from "./ledger.ts";

/** The market's settings but the beacon, which has an address of its own. */
export type MarketParameters = Omit<MarketSettings, "beacon">;

/** All that addresses follow from; the same on every chain. */
export interface DeploymentInputs {
  /** Pays for gas; owns the token if one is made, and the authority until it is handed over. */
  readonly deployer: Address;
  /** Who may pause, and set parameters after the delay. */
  readonly admin: Address;
  /** From the announcement of other parameters until they can be set. */
  readonly delaySeconds: number;
  readonly parameters: MarketParameters;
  /** An ERC-20 that is there already; without it a development token is made. */
  readonly token?: Address;
  /** A beacon that is there already; without it BlockhashBeacon is made. */
  readonly beacon?: Address;
  /** Blocks that must lie on a seed block before BlockhashBeacon gives its hash. */
  readonly finalityBlocks: number;
  /** Another text makes another set of the same contracts. */
  readonly salt?: string;
}

export interface DeploymentPlan {
  /** What there is to make, in an order in which each finds what it needs; those in one list need none of each other. */
  readonly stages: readonly (readonly Creation[])[];
  readonly token: Address;
  readonly beacon: Address;
  readonly views: Address;
  readonly extension: Address;
  readonly accessManager: Address;
  readonly market: Address;
  /** Made by the market. */
  readonly vault: Address;
}

export function planDeployment(inputs: DeploymentInputs): DeploymentPlan {
  const { deployer, parameters } = inputs;
  const salt = inputs.salt === undefined ? zeroHash : keccak256(stringToHex(inputs.salt));
  const creation = (name: string, initCode: Hex, own: Hex = salt): Creation => ({ name, salt: own, initCode });

  const token = creation("token", encodeDeployData({ abi: tokenAbi, bytecode: tokenBytecode, args: [deployer] }));
  const beacon = creation(
    "beacon",
    encodeDeployData({ abi: beaconAbi, bytecode: beaconBytecode, args: [BigInt(inputs.finalityBlocks)] }),
  );
  const views = creation("views", encodeDeployData({ abi: viewsAbi, bytecode: viewsBytecode }));
  const extension = creation(
    "extension",
    encodeDeployData({ abi: extensionAbi, bytecode: extensionBytecode, args: [addressOfCreation(views)] }),
  );
  const tokenAddress = inputs.token ?? addressOfCreation(token);
  const settings = { ...parameters, beacon: inputs.beacon ?? addressOfCreation(beacon) };
  const accessManager = creation(
    "authority",
    encodeDeployData({ abi: accessManagerAbi, bytecode: accessManagerBytecode, args: [deployer] }),
    authoritySalt(inputs, salt, tokenAddress, settings),
  );
  const market = creation(
    "market",
    encodeDeployData({
      abi: marketAbi,
      bytecode: marketBytecode,
      args: [tokenAddress, addressOfCreation(accessManager), addressOfCreation(extension), settings],
    }),
  );
  const first = [views, accessManager, ...(inputs.token ? [] : [token]), ...(inputs.beacon ? [] : [beacon])];
  return {
    stages: [first, [extension], [market]],
    token: tokenAddress,
    beacon: settings.beacon,
    views: addressOfCreation(views),
    extension: addressOfCreation(extension),
    accessManager: addressOfCreation(accessManager),
    market: addressOfCreation(market),
    // A contract's first creation has nonce 1 (EIP-161).
    vault: getContractAddress({ from: addressOfCreation(market), nonce: 1n }),
  };
}

/** The deployer gives the authority away, and could then not use it for a second market: so each market has its own. */
function authoritySalt(
  { admin, delaySeconds }: DeploymentInputs,
  salt: Hex,
  token: Address,
  settings: MarketSettings,
): Hex {
  const figures = Object.keys(settings)
    .toSorted()
    .map((name) => `${name}=${settings[name as keyof MarketSettings]}`)
    .join(",");
  const types = [
    { type: "bytes32" },
    { type: "address" },
    { type: "address" },
    { type: "uint256" },
    { type: "string" },
  ] as const;
  return keccak256(encodeAbiParameters(types, [salt, token, admin, BigInt(delaySeconds), figures]));
}
