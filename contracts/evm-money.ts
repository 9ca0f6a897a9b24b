// The ledger's calls about money: balances, withdrawals, transfers, and tokens made on devnets.

import { type Hex, encodeFunctionData, parseEventLogs } from "viem";
import { marketAbi, tokenAbi, vaultAbi } from "./abi-set.ts";
import type { Ledger } from "./ledger.ts";
import { type Market, ownAddress } from "./market.ts";
import { checkTokens } from "./payment.ts";
import { receiptOf } from "./transaction.ts";

type MoneyCalls = Pick<Ledger, "balance" | "earnings" | "withdraw" | "transfer" | "mint">;

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
    earnings: (provider, wait) =>
      run("reading the earnings of a provider", wait, async () => {
        const record = { address: market.address, abi: marketAbi, functionName: "provider", args: [provider] } as const;
        const [{ escrow }, earned] = await Promise.all([
          client.readContract(record),
          client.readContract({ ...vault, functionName: "balanceOf", args: [provider] }),
        ]);
        return { escrow, earned };
      }),
    withdraw: async (destination, wait) => {
      const doing = "withdrawing from the vault";
      const to = destination?.to ?? ownAddress(market, doing);
      const data = (): Hex => encodeFunctionData({ abi: vaultAbi, functionName: "withdraw", args: [to] });
      const receipt = await market.sender.send({ to: market.deployment.vault, data, doing }, wait);
      const [withdrawn] = parseEventLogs({ abi: vaultAbi, eventName: "Withdrawn", logs: receipt.logs });
      return { ...receiptOf(receipt), amount: withdrawn?.args.amount ?? 0n };
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
