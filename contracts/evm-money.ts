// The ledger's calls about money: balances, withdrawals, transfers, and tokens made on devnets.

import { type Hex, encodeFunctionData, parseEventLogs } from "viem";
import { type Address, sameAddress } from "../protocol/index.ts";
import { marketAbi, tokenAbi, vaultAbi } from "./abi-set.ts";
import type { Ledger, Wait } from "./ledger.ts";
import { type Market, ownAddress, sendCall, withoutEvent } from "./market.ts";
import { checkTokens } from "./payment.ts";
import { receiptOf } from "./transaction.ts";

type MoneyCalls = Pick<Ledger, "balance" | "gasPrice" | "earnings" | "withdraw" | "transfer" | "mint">;

export function moneyCalls(market: Market): MoneyCalls {
  const { run, client } = market.connection;
  const token = { address: market.deployment.token, abi: tokenAbi } as const;
  const vault = { address: market.deployment.vault, abi: vaultAbi } as const;
  return {
    balance: (account, wait) =>
      run("reading a balance", wait, async () => {
        const address = account ?? ownAddress(market, "reading its own balance");
        const [wallet, inVault, gas] = await Promise.all([
          client.readContract({ ...token, functionName: "balanceOf", args: [address] }),
          client.readContract({ ...vault, functionName: "balanceOf", args: [address] }),
          client.getBalance({ address }),
        ]);
        return { wallet, vault: inVault, gas };
      }),
    gasPrice: (wait) => run("reading the price of gas", wait, () => client.getGasPrice()),
    earnings: (provider, wait) =>
      run("reading the earnings of a provider", wait, async () => {
        const record = { address: market.address, abi: marketAbi, functionName: "provider", args: [provider] } as const;
        const { escrow, earned, payout } = await client.readContract(record);
        const paid = await client.readContract({ ...vault, functionName: "balanceOf", args: [payout] });
        return { escrow, earned: earned + paid };
      }),
    withdraw: async (destination, wait) => {
      const doing = "withdrawing from the vault";
      const account = ownAddress(market, doing);
      await collectOwn(market, account, doing, wait);
      const to = destination?.to ?? account;
      const data = (): Hex => encodeFunctionData({ abi: vaultAbi, functionName: "withdraw", args: [to] });
      const receipt = await market.sender.send({ to: market.deployment.vault, data, doing }, wait);
      const logs = receipt.logs.filter(({ address }) => sameAddress(address, market.deployment.vault));
      const [withdrawn] = parseEventLogs({ abi: vaultAbi, eventName: "Withdrawn", logs });
      if (withdrawn === undefined) throw withoutEvent(receipt, "Withdrawn");
      return { ...receiptOf(receipt), amount: withdrawn.args.amount };
    },
    transfer: async (to, amount, wait) => {
      const doing = "sending tokens";
      await run(doing, wait, () => checkTokens(market.purse, ownAddress(market, doing), amount, doing));
      const data = (): Hex => encodeFunctionData({ abi: tokenAbi, functionName: "transfer", args: [to, amount] });
      return receiptOf(await market.sender.send({ to: market.deployment.token, data, doing }, wait));
    },
    mint: async (to, amount, wait) => {
      const data = (): Hex => encodeFunctionData({ abi: tokenAbi, functionName: "mint", args: [to, amount] });
      return receiptOf(await market.sender.send({ to: market.deployment.token, data, doing: "making tokens" }, wait));
    },
  };
}

/** What the account has earned as a provider goes to its own balance first, unless somebody else is to be paid. */
async function collectOwn(market: Market, account: Address, doing: string, wait?: Wait): Promise<void> {
  const record = { address: market.address, abi: marketAbi, functionName: "provider", args: [account] } as const;
  const { earned, payout } = await market.connection.run(doing, wait, () =>
    market.connection.client.readContract(record),
  );
  if (earned === 0n || !sameAddress(payout, account)) return;
  const data = (): Hex => encodeFunctionData({ abi: marketAbi, functionName: "collect", args: [account] });
  await sendCall(market, { data, doing: "collecting what was earned" }, wait);
}
