/** The status page in a real browser while time goes by: what it withstands, and how it goes on. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STATUS_PAGE } from "../../../../node/limits/index.ts";
import { busy, fresh, hostile, huge } from "./overviews.ts";
import { pageFaults } from "./page-faults.ts";
import { servePage } from "./page-server.ts";
import { headline, launch, pass, text, visit } from "./visit.ts";
import type { Browser, Page } from "playwright-core";
import type { Overview } from "../../../../node/monitor/overview.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => await browser?.close());

describe("texts from the daemon", () => {
  it("are shown and do nothing", async () => {
    await using visited = await visit(browser, hostile(Date.now()));
    const { page, faults } = visited;
    await page.waitForSelector(".overview");
    expect(await headline(page)).toContain('<img src=x onerror="window.broken=1">');
    expect(await page.locator(".warnings li").count()).toBe(3);
    expect(await page.locator(".strip .idle").count()).toBe(STATUS_PAGE.strip);
    expect(await page.locator("#page img, #page script").count()).toBe(0);
    for (const item of await page.locator(".warnings li, h1, .names dd").all()) await item.hover();
    expect(await page.evaluate(() => "broken" in window)).toBe(false);
    expect(faults).toEqual([]);
  });

  it("may be too many, and are shown in part", async () => {
    await using visited = await visit(browser, huge(Date.now()));
    const { page } = visited;
    await page.waitForSelector(".warnings li");
    expect(await page.locator(".warnings li").count()).toBe(STATUS_PAGE.warnings);
    await page.getByRole("button", { name: "Show 495 more" }).click();
    expect(await page.locator(".warnings li").count()).toBe(STATUS_PAGE.warningsMore);
    expect(await text(page, ".warnings")).toContain("449 more are in the daemon’s log.");
    expect(await page.locator(".names li").count()).toBe(STATUS_PAGE.addresses);
    expect(await page.locator(".money canvas").count()).toBe(1);
  });
});

describe("a daemon that goes away", () => {
  it("is missed after a while, asked ever more seldom, and greeted when it is back", async () => {
    await using visited = await visit(browser, busy(Date.now()), true);
    const { page, server, faults, asked } = visited;
    await page.waitForSelector(".overview");
    server.answer = "gone";
    await pass(page, 6);
    expect(await headline(page)).toMatch(/^All is well/);
    await pass(page, 60);
    expect(await headline(page)).toMatch(/^The daemon has stopped answering\. Last heard 1 min ago\.$/);
    expect(await page.title()).toBe("No answer · Cairn");
    expect(await text(page, ".heard")).toBe("Last heard 1 min ago");
    expect(await page.locator(".overview").count()).toBe(1);
    expect(await page.evaluate(pageFaults)).toEqual([]);
    const before = asked.length;
    await pass(page, 240);
    expect(asked.length - before).toBeGreaterThanOrEqual(3);
    expect(asked.length - before).toBeLessThanOrEqual(5);
    server.answer = { ...busy(Date.now()), money: { ...busy(0).money, liveRate: "17508000000000000" } };
    await page.getByRole("button", { name: "Ask again now" }).click();
    await page.waitForFunction(() =>
      document.querySelector("h1")?.textContent?.includes("0.84\u00a0tokens a\u00a0day"),
    );
    expect(faults).toEqual([]);
  });

  it("and was never there is said so, and so is what is not a daemon", async () => {
    await using visited = await visit(browser, { status: 503, body: "starting" }, true);
    const { page, server } = visited;
    await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("The daemon is starting."));
    server.answer = { status: 200, body: "" };
    await page.clock.runFor(STATUS_PAGE.refreshMs);
    await page.getByRole("button", { name: "Ask again now" }).waitFor();
    for (const body of [
      "<html>",
      "[]",
      "null",
      "{}",
      JSON.stringify({ ...busy(0), history: { rounds: [null], samples: [] } }),
    ]) {
      server.answer = { status: 200, body };
      const answered = page.waitForResponse(/overview/);
      await page.getByRole("button", { name: "Ask again now" }).click();
      await answered;
      expect(await headline(page)).toContain("The answer makes no sense.");
    }
    server.answer = { status: 401, body: "" };
    await page.getByRole("button", { name: "Ask again now" }).click();
    await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("This page is locked"));
    expect(await page.evaluate(pageFaults)).toEqual([]);
    server.answer = fresh(Date.now());
    await page.getByRole("button", { name: "Ask again now" }).click();
    await page.waitForSelector(".overview");
  });

  it("or says what cannot be drawn, leaves no old picture that looks like the present", async () => {
    await using visited = await visit(browser, { ...busy(Date.now()), warnings: [{}] } as unknown as Overview);
    await visited.page.getByRole("alert").waitFor();
    expect(await headline(visited.page)).toBe("What the daemon says cannot be shown here.");
    expect(visited.faults).toEqual([]);
  });
});

describe("with a token", () => {
  it("opens to who gives it once, and says so when the door is shut again", async () => {
    const token = "a-token-that-nobody-guesses";
    await using server = await servePage(busy(Date.now()), token);
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => void (/40[13]/.test(message.text()) || faults.push(message.text())));
    expect((await page.goto(server.url))?.status()).toBe(401);
    expect(await page.evaluate(pageFaults)).toEqual([]);
    await page.getByLabel("Token").fill(`${token}x`);
    await page.keyboard.press("Enter");
    await page.getByText("That is not the token.").waitFor();
    await page.getByLabel("Token").fill(token);
    await page.getByRole("button", { name: "Open" }).click();
    await page.waitForSelector(".overview");
    expect(faults).toEqual([]);
    expect(page.url()).toBe(server.url);
    await context.clearCookies();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("This page is locked."));
    await context.close();
  });
});

describe("while it refreshes", () => {
  it("nothing moves, nothing closes, and what is read stays where it is", async () => {
    const now = Date.now();
    await using visited = await visit(browser, busy(now), true);
    const { page, server, asked } = visited;
    await page.setViewportSize({ width: 360, height: 700 });
    await page.locator(".money summary").click();
    await page.locator(".traffic input[value=week]").check({ force: true });
    await page.locator("#traffic-title").scrollIntoViewIfNeeded();
    const before = await places(page);
    for (let count = 0; count < 3; count++) {
      const looks = asked.length;
      const next = busy(now + count * 5000);
      server.answer = { ...next, peers: { connections: 42 + count, servers: 19, serving: 0 } };
      await pass(page, STATUS_PAGE.refreshMs / 1000);
      await page.waitForFunction(
        (count) => document.querySelector(".network .value")?.textContent === `${42 + count}`,
        count,
      );
      expect(asked.length).toBe(looks + 1);
    }
    expect(await places(page)).toEqual(before);
    expect(await page.locator(".money details").getAttribute("open")).not.toBe(null);
    expect(await page.locator(".traffic input:checked").inputValue()).toBe("week");
  });
});

async function places(page: Page): Promise<readonly number[]> {
  return await page.evaluate(() => [
    scrollY,
    ...[...document.querySelectorAll("h2")].map((one) => one.getBoundingClientRect().top),
  ]);
}
