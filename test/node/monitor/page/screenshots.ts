// Pictures of the page in many states, to be looked at: node test/node/monitor/page/screenshots.ts FOLDER [STATE,… [WIDTH,…]]
//
// Each in both colour schemes; `npm run page` first.

import { mkdir } from "node:fs/promises";
import chromium from "@sparticuz/chromium";
import { chromium as driver } from "playwright-core";
import * as overviews from "./overviews.ts";
import { servePage } from "./page-server.ts";
import type { Page } from "playwright-core";
import type { Overview } from "../../../../node/monitor/overview.ts";
import type { PageServer } from "./page-server.ts";

const makers: Readonly<Record<string, (now: number) => Overview>> = overviews;
const [folder = ".", states = "busy,troubled,young,fresh,gone", widths = "320,390,768,1024,1440"] =
  process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await driver.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
try {
  for (const state of states.split(","))
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of widths.split(",")) await take(state, colorScheme, Number(width));
} finally {
  await browser.close();
}

async function take(state: string, colorScheme: "light" | "dark", width: number): Promise<void> {
  const make = state === "gone" ? overviews.busy : makers[state];
  if (make === undefined) throw new Error(`no state ${state}; there are gone, ${Object.keys(makers).join(", ")}`);
  await using server = await servePage(make(Date.now()));
  const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme });
  page.on("console", (message) => console.error(`${state}: ${message.text()}`));
  page.on("pageerror", (error) => console.error(`${state}: ${error.stack}`));
  if (state === "gone") await page.clock.install();
  await page.goto(server.url);
  await page.waitForSelector(".overview");
  if (state === "gone") await lose(page, server);
  // Until the stones lie.
  await page.waitForTimeout(800);
  const path = `${folder}/${state}-${colorScheme}-${width}.png`;
  await page.screenshot({ path, fullPage: true });
  console.log(path);
  await page.close();
}

/** The daemon goes away, and two minutes go by. */
async function lose(page: Page, server: PageServer): Promise<void> {
  server.answer = "gone";
  for (let count = 0; count < 12; count++) {
    await page.clock.runFor(11_000);
    await page.waitForTimeout(20);
  }
}
