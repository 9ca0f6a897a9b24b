// The benchmark's page in a real browser: our kernels, threads included, give there what the others give, or it refuses to measure.

import chromium from "@sparticuz/chromium";
import { chromium as driver } from "playwright-core";
import { createServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import type { ViteDevServer } from "vite";

let server: ViteDevServer;
let browser: Browser;

beforeAll(async () => {
  const configFile = `${import.meta.dirname}/../../examples/browser/vite.config.ts`;
  server = await createServer({ configFile, server: { port: 0 }, logLevel: "error" });
  await server.listen();
  browser = await driver.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test("the page runs the benchmark and prints the same table", async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${server.resolvedUrls?.local[0]}?suite=encode&suite=tree&run`);
  await page.waitForFunction(
    () => /^(Done|Failed)/.test(document.querySelector("#state")?.textContent ?? ""),
    undefined,
    {
      timeout: 110_000,
    },
  );
  expect(await page.textContent("#state")).toBe("Done.");
  const text = (await page.textContent("#table")) ?? "";
  expect(text).toMatch(/k\+m {3}shard .*subspace .*simd128 .*relaxed .*workers2/);
  expect(text).toMatch(/\n29\+51 {4}64 KiB /);
  const rows = await page.evaluate(() => window.rows ?? []);
  expect(new Set(rows.map(({ suite }) => suite))).toEqual(new Set(["encode", "tree"]));
  expect(rows.every(({ median, ratio }) => median > 0 && (ratio ?? 1) > 0)).toBe(true);
  expect(faults).toEqual([]);
}, 120_000);
