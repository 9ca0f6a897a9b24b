// Who may change what in a market: the roles of its AccessManager (OpenZeppelin), set in one transaction.
//
//     admin role       the admin, at once: pause, unpause, and the authority itself
//     parameters role  the admin, after the delay: setParameters
//
// The delay would be worth nothing if the admin could take it away: so giving the role to somebody else, and giving the function to
// another role, take as long. The AccessManager lets these two bounds come into force five days later.

import { type Hex, encodeFunctionData, toFunctionSelector } from "viem";
import { type Address, cairnError, sameAddress } from "../protocol/index.ts";
import { accessManagerAbi, extensionAbi } from "./abi-set.ts";
import type { DeploymentInputs, DeploymentPlan } from "./deploy-plan.ts";
import type { Connection } from "./evm-connection.ts";
import type { Wait } from "./ledger.ts";
import type { Sender } from "./transaction.ts";

const ADMIN_ROLE = 0n;
const PARAMETERS_ROLE = 1n;
const PARAMETERS_LABEL = "parameters";

const SET_PARAMETERS = selectorOf("setParameters");
const PAUSE = selectorOf("pause");

function selectorOf(name: "setParameters" | "pause"): Hex {
  const found = extensionAbi.find((item) => item.type === "function" && item.name === name);
  if (found?.type !== "function") throw cairnError("ERR_INTERNAL", `The extension has no function ${name}.`);
  return toFunctionSelector(found);
}

/** Sets the roles and hands the authority over, unless that was done. True if it was done now. */
export async function setRoles(
  connection: Connection,
  sender: Sender,
  inputs: DeploymentInputs,
  plan: DeploymentPlan,
  wait?: Wait,
): Promise<boolean> {
  const contract = { address: plan.accessManager, abi: accessManagerAbi } as const;
  const isDone = async (): Promise<boolean> => {
    const args = [plan.market, SET_PARAMETERS] as const;
    return (
      (await connection.client.readContract({ ...contract, functionName: "getTargetFunctionRole", args })) ===
      PARAMETERS_ROLE
    );
  };
  if (await connection.run("reading who may change the market", wait, isDone)) return false;
  const data = (): Hex =>
    encodeFunctionData({ ...contract, functionName: "multicall", args: [roleCalls(inputs, plan)] });
  await sender.send({ to: plan.accessManager, data, doing: "setting who may change the market", isDone }, wait);
  return true;
}

function roleCalls({ admin, deployer, delaySeconds }: DeploymentInputs, { market }: DeploymentPlan): Hex[] {
  const abi = accessManagerAbi;
  const delays =
    delaySeconds === 0
      ? []
      : [
          encodeFunctionData({ abi, functionName: "setGrantDelay", args: [PARAMETERS_ROLE, delaySeconds] }),
          encodeFunctionData({ abi, functionName: "setTargetAdminDelay", args: [market, delaySeconds] }),
        ];
  const handover = sameAddress(admin, deployer)
    ? []
    : [
        encodeFunctionData({ abi, functionName: "grantRole", args: [ADMIN_ROLE, admin, 0] }),
        encodeFunctionData({ abi, functionName: "renounceRole", args: [ADMIN_ROLE, deployer] }),
      ];
  return [
    encodeFunctionData({ abi, functionName: "labelRole", args: [PARAMETERS_ROLE, PARAMETERS_LABEL] }),
    encodeFunctionData({
      abi,
      functionName: "setTargetFunctionRole",
      args: [market, [SET_PARAMETERS], PARAMETERS_ROLE],
    }),
    encodeFunctionData({ abi, functionName: "grantRole", args: [PARAMETERS_ROLE, admin, delaySeconds] }),
    ...delays,
    ...handover,
  ];
}

/** What is not as the inputs say, in words; nothing if all is. */
export async function wrongRoles(
  { client }: Connection,
  { admin, deployer, delaySeconds }: DeploymentInputs,
  { accessManager, market }: DeploymentPlan,
): Promise<string[]> {
  const contract = { address: accessManager, abi: accessManagerAbi } as const;
  const mayCall = (account: Address, selector: Hex): Promise<readonly [boolean, number]> =>
    client.readContract({ ...contract, functionName: "canCall", args: [account, market, selector] });
  const isAdmin = async (account: Address): Promise<boolean> =>
    (await client.readContract({ ...contract, functionName: "hasRole", args: [ADMIN_ROLE, account] }))[0];
  const [set, pause, adminIs, deployerIs] = await Promise.all([
    mayCall(admin, SET_PARAMETERS),
    mayCall(admin, PAUSE),
    isAdmin(admin),
    isAdmin(deployer),
  ]);
  const isHandedOver = sameAddress(admin, deployer) || !deployerIs;
  return [
    set[0] === (delaySeconds === 0) && set[1] === delaySeconds ? "" : "the delay of setParameters",
    pause[0] && pause[1] === 0 ? "" : "who may pause",
    adminIs && isHandedOver ? "" : "the admin",
  ].filter((name) => name !== "");
}
