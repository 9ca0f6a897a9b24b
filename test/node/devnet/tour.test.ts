import { expect, test } from "vitest";
import { devnet, tour } from "../../../node/devnet/index.ts";

test("the tour holds at a small size: stored, proved, paid, broken, got back, judged", async () => {
  await using net = await devnet({ providers: 11 });
  const lines: string[] = [];
  await tour(net, { bytes: 3 * 2 ** 20, print: (line) => lines.push(line) });
  const told = lines.join("\n");
  expect(told).toContain("3 of 3");
  expect(told).toContain("byte for byte the same");
  expect(told.match(/ offline /g)).toHaveLength(4);
  expect(told.match(/ missing /g)).toHaveLength(1);
  expect(told).toMatch(/cairn put .*\n.*cairn get .*\n.*cairn audit .*\n.*cairn status/);
});

test("the tour fails, and says why, when the network is too small for it", async () => {
  await using net = await devnet({ providers: 3 });
  await expect(tour(net, { bytes: 10_000, print: () => {} })).rejects.toMatchObject({ code: "ERR_TOO_FEW_PROVIDERS" });
});
