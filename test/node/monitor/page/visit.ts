// One visit to the status page with a real browser: the page, its server, and all that went wrong on it.

import chromium from "@sparticuz/chromium";
import { chromium as driver } from "playwright-core";
import { servePage } from "./page-server.ts";
import type { Browser, Page } from "playwright-core";
import type { Answer, PageServer } from "./page-server.ts";

/** The browser that comes from npm. */
export async function launch(): Promise<Browser> {
  return await driver.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
}

export interface Visit extends AsyncDisposable {
  readonly page: Page;
  readonly server: PageServer;
  /** Errors of the page, what the policy forbade, and requests that went elsewhere. */
  readonly faults: readonly string[];
  readonly asked: readonly string[];
}

/** Opens the page; `isTimed`: its clock stands until the test moves it. */
export async function visit(browser: Browser, answer: Answer, isTimed = false): Promise<Visit> {
  const server = await servePage(answer);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const faults: string[] = [];
  const asked: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (!/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (url.startsWith(server.url)) asked.push(url.slice(server.url.length));
    else if (!url.startsWith("data:")) faults.push(`asked for ${url}`);
  });
  if (isTimed) await page.clock.install();
  await page.goto(server.url);
  const dispose = async (): Promise<void> => {
    await page.close();
    await server[Symbol.asyncDispose]();
  };
  return { page, server, faults, asked, [Symbol.asyncDispose]: dispose };
}

export async function headline(page: Page): Promise<string> {
  return ((await page.textContent("h1")) ?? "").replaceAll("\u00a0", " ").trim();
}

export async function text(page: Page, selector: string): Promise<string> {
  await page.locator(selector).first().waitFor();
  return (await page.locator(selector).allInnerTexts()).join("\n");
}

/** Lets so many seconds go by for the page, with time for its requests in between. */
export async function pass(page: Page, seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 5) {
    await page.clock.runFor(Math.min(5, left) * 1000);
    await page.waitForTimeout(10);
  }
}
