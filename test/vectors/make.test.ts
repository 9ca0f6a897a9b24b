import { expect, test } from "vitest";
import { staleFiles } from "./make.ts";

test("the vector files are what make.ts makes", () => {
  expect(staleFiles()).toEqual([]);
});
