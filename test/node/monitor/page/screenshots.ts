// Pictures of the page in many states, to be looked at: node test/node/monitor/page/screenshots.ts FOLDER [STATE,…]
//
// Each in both colour schemes, on a phone and on a desk; `npm run page` first.

import { mkdir } from "node:fs/promises";
import chromium from "@sparticuz/chromium";
import { chromium as driver } from "playwright-core";
import * as overviews from "./overviews.ts";
import { servePage } from "./page-server.ts";
import type { Page } from "playwright-core";
import type { Overview } from "../../../../node/monitor/overview.ts";
import type { PageServer } from "./page-server.ts";

const PHONE = { width: 360, height: 780, scale: 2 };
const DESK = { width: 1280, height: 900, scale: 1 };

const makers: Readonly<Record<string, (now: number) => Overview>> = overviews;
const [folder = ".", states = "busy,troubled,young,fresh,gone"] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await driver.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
try {
  for (const state of states.split(","))
    for (const colorScheme of ["light", "dark"] as const)
      for (const screen of [PHONE, DESK]) await take(state, colorScheme, screen);
} finally {
  await browser.close();
}

async function take(state: string, colorScheme: "light" | "dark", screen: typeof PHONE): Promise<void> {
  const make = state === "gone" ? overviews.busy : makers[state];
  if (make === undefined) throw new Error(`no state ${state}; there are gone, ${Object.keys(makers).join(", ")}`);
  await using server = await servePage(make(Date.now()));
  const { width, height, scale } = screen;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, deviceScaleFactor: scale });
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
