/** The status page in a real browser, under the policy of the daemon: what it shows, and to whom. */

import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAGE, PAGE_HASHES } from "../../../../node/monitor/page.html.ts";
import { STATUS_PAGE } from "../../../../node/limits/index.ts";
import { busy, fresh, hostile, huge, troubled, young } from "./overviews.ts";
import { pageFaults, pageOverflow } from "./page-faults.ts";
import { headline, launch, text, visit } from "./visit.ts";
import type { Browser, Page } from "playwright-core";
import type { Overview } from "../../../../node/monitor/overview.ts";

const WIDTHS = [320, 390, 768, 1024, 1440];

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => await browser?.close());

describe("the file", () => {
  it("holds all of the page, small, with the licences of what is in it", () => {
    expect(Buffer.byteLength(PAGE)).toBeLessThan(150_000);
    expect(PAGE).toContain("Copyright (c) 2015-present Jason Miller");
    expect(PAGE).toContain("Copyright (c) 2022 Leon Sorokin");
    const addresses = PAGE.match(/https?:\/\/[\w./-]+/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith("http://www.w3.org/"))).toEqual([]);
    expect(PAGE).not.toMatch(/\son[a-z]+=["']|\ssrc=["']|javascript:/);
  });

  it("names the hashes of its one script and its one style sheet", () => {
    const hashes = (name: string): string[] =>
      [...PAGE.matchAll(new RegExp(`<${name}[^>]*>(.*?)</${name}>`, "gs"))].map(
        ([, content = ""]) => `sha256-${createHash("sha256").update(content).digest("base64")}`,
      );
    expect(hashes("script")).toEqual([PAGE_HASHES.script]);
    expect(hashes("style")).toEqual([PAGE_HASHES.style]);
  });
});

describe("every state", () => {
  it.each<readonly [string, (now: number) => Overview]>([
    ["busy", busy],
    ["fresh", fresh],
    ["young", young],
    ["troubled", troubled],
    ["huge", huge],
    ["hostile", hostile],
  ])("%s: fits a phone and a desk, light and dark, and is told to those who do not see it", async (_, make) => {
    await using visited = await visit(browser, make(Date.now()));
    const { page, faults, asked } = visited;
    await page.waitForSelector(".overview");
    for (const summary of await page.locator("summary").all()) await summary.click();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(pageOverflow), `${width} wide`).toEqual([]);
    }
    for (const [colorScheme, width] of [
      ["light", 360],
      ["dark", 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(pageFaults), colorScheme).toEqual([]);
    }
    expect(faults).toEqual([]);
    expect(asked.filter((path) => path !== "" && !path.startsWith("api/overview"))).toEqual([]);
  });
});

describe("a busy provider", () => {
  it("is told in one sentence, in the tab, and in every part", async () => {
    const now = Date.now();
    await using visited = await visit(browser, busy(now));
    const { page } = visited;
    await page.waitForSelector(".overview");
    expect(await headline(page)).toBe("All is well: earning 0.42 tokens a day, no round missed in 7 days.");
    expect(await page.title()).toBe("All is well · Cairn");
    expect((await text(page, ".meta")).replaceAll("\u00a0", " ")).toMatch(/^41 connections.*running for 27 days$/);
    expect(await text(page, ".glance")).toMatch(
      /Earned\s+0\.\d+\s+tokens in 24 h, 2\.\d+ in 7 days\s+Rounds proved\s+336 of 336\s+none missed in 7 days\s+Rented\s+76.%\s+of 2 TiB\s+Next round\s+2\d min\s+round 1,307 is proved/,
    );
    expect(await text(page, ".rounds .side")).toMatch(
      /1,276 passed and none missed in 26 days\. Round 1,307 is proved\. The next one begins in/,
    );
    expect(await page.locator(".strip i").count()).toBe(STATUS_PAGE.strip);
    expect(await text(page, ".space")).toMatch(/76.% of 2 TiB is rented.*1\.21 TiB.*317 GiB.*21\.5 GiB.*492 GiB/s);
    expect(await text(page, ".network")).toContain("Others reach this provider directly.");
    expect(await text(page, ".disk")).toMatch(/62 %.*last pass ended 2 days ago/s);
    expect(await text(page, ".identity")).toMatch(/150\.9 tokens for a TiB and month/);
    await page.getByRole("button", { name: "Copy the node key’s address" }).waitFor();
    expect(await page.locator(".warnings").count()).toBe(0);
  });

  it("has its money to the last unit for who points at it", async () => {
    await using visited = await visit(browser, busy(Date.now()));
    const { page } = visited;
    const withdrawable = page.locator(".money .facts data").first();
    expect(await withdrawable.innerText()).toBe("7.318 tokens");
    expect(await withdrawable.getAttribute("title")).toBe("7.318200000000000001 tokens");
    expect(await withdrawable.getAttribute("value")).toBe("7318200000000000001");
  });

  it("has charts that are drawn, in the colours of either scheme", async () => {
    await using visited = await visit(browser, busy(Date.now()));
    const { page } = visited;
    await page.emulateMedia({ colorScheme: "light" });
    await page.waitForSelector(".traffic canvas");
    const [bright, brightPlaces] = await colours(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForFunction(
      (before) => document.querySelector<HTMLCanvasElement>(".money canvas")?.toDataURL() !== before,
      bright,
    );
    const [dark] = await colours(page);
    expect(brightPlaces).toBeGreaterThan(1000);
    expect(dark).not.toBe(bright);
  });

  it("says what is pointed at in a chart", async () => {
    await using visited = await visit(browser, busy(Date.now()));
    const { page } = visited;
    const sum = await text(page, ".money .reading");
    await page.locator(".money .chart").hover({ position: { x: 200, y: 80 } });
    await page.waitForFunction(
      (before) => document.querySelector<HTMLElement>(".money .reading")?.innerText !== before,
      sum,
    );
    expect(await text(page, ".money .reading")).toMatch(/^0\.3\d+ tokens, \d+ \w+$/);
    await page.locator(".traffic .chart").hover({ position: { x: 700, y: 80 } });
    await page.waitForFunction(() =>
      /\/s, /.test(document.querySelector<HTMLElement>(".traffic .reading")?.innerText ?? ""),
    );
    expect(await text(page, ".money .reading")).toBe(sum);
  });

  it("goes through its ranges by keyboard, and says the numbers", async () => {
    await using visited = await visit(browser, busy(Date.now()));
    const { page } = visited;
    const chosen = page.locator(".money input:checked");
    expect(await chosen.inputValue()).toBe("week");
    const ofWeek = await text(page, ".money .reading");
    await chosen.focus();
    await page.keyboard.press("ArrowRight");
    expect(await chosen.inputValue()).toBe("month");
    const ofMonth = await text(page, ".money .reading");
    expect(ofMonth).toMatch(/tokens earned since \d+ \w+, by day/);
    expect(ofMonth).not.toBe(ofWeek);
    await page.locator(".money summary").focus();
    await page.keyboard.press("Enter");
    await page.locator(".money tbody").waitFor();
    expect(await page.locator(".money tbody tr").count()).toBe(28);
  });

  it("gives its names to be taken along", async () => {
    await using visited = await visit(browser, busy(Date.now()));
    const { page } = visited;
    const button = page.getByRole("button", { name: "Copy the peer’s id" });
    await button.click();
    await page.waitForFunction(() => document.querySelector(".names")?.textContent?.match(/Copied|Selected/));
    const taken = await page.evaluate(async () => String(getSelection()) || (await navigator.clipboard.readText()));
    expect(taken).toBe(busy(0).peer);
  });
});

describe("colours", () => {
  it("are never alone: rounds and warnings also differ in shape", async () => {
    await using visited = await visit(browser, troubled(Date.now()));
    const { page } = visited;
    await page.waitForSelector(".strip .missed");
    const shapes = await page.evaluate(() =>
      [".strip .passed", ".strip .missed", ".keys .idle"].map((selector) => {
        const { borderRadius, transform, backgroundImage } = getComputedStyle(document.querySelector(selector)!);
        return `${borderRadius} ${transform} ${backgroundImage}`;
      }),
    );
    expect(new Set(shapes).size).toBe(3);
    const icons = await page.evaluate(() =>
      [...document.querySelectorAll(".warnings path")].map((path) => path.getAttribute("d")),
    );
    expect(new Set(icons).size).toBe(3);
    expect(await page.locator(".warnings li").allTextContents()).toEqual([
      expect.stringMatching(/^Problem: /),
      expect.stringMatching(/^Look at this: /),
      expect.stringMatching(/^Good to know: /),
    ]);
    expect(await text(page, ".rounds")).toMatch(/Missed: .*1,306.*1,307/);
  });
});

describe("the colours of shapes", () => {
  it.each(["light", "dark"] as const)(
    "stand out from the ground, %s (WCAG 2.2, 1.4.11), and nothing moves for who wants it still",
    async (colorScheme) => {
      await using visited = await visit(browser, busy(Date.now()));
      await visited.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await visited.page.waitForSelector(".stone");
      expect(
        await visited.page.evaluate(() => getComputedStyle(document.querySelector(".stone")!).transitionDuration),
      ).toBe("0s");
      const names = ["--ground", "--live", "--trouble", "--care", "--well", "--in", "--out", "--quiet"];
      const [ground = "", ...shapes] = await visited.page.evaluate((names) => {
        const style = getComputedStyle(document.documentElement);
        return names.map((name) => style.getPropertyValue(name).trim());
      }, names);
      for (const [index, shape] of shapes.entries())
        expect(contrast(ground, shape), `${names[index + 1]}`).toBeGreaterThanOrEqual(3);
    },
  );
});

/** A chart's picture, and how many of its points are not empty. */
async function colours(page: Page): Promise<readonly [picture: string, points: number]> {
  return await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".money canvas")!;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    return [canvas.toDataURL(), data.filter((value, index) => index % 4 === 3 && value > 0).length] as const;
  });
}

/** Of two colours such as `#f8f5ef`, by WCAG. */
function contrast(one: string, other: string): number {
  const luminances = [one, other].map((colour) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\da-f]{2}/g) ?? []).map((value) => {
      const part = Number.parseInt(value, 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
}
