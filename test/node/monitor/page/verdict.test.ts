/** The first sentence of the status page: what is worst comes first, and only silence or trouble takes "all is well" away. */

import { describe, expect, it } from "vitest";
import { STATUS_PAGE } from "../../../../node/limits/index.ts";
import { inOrder, inTwo, judge, judgeOverview } from "../../../../node/monitor/page/verdict.ts";
import {
  keepTogether,
  sayAgo,
  sayCount,
  sayEnds,
  sayList,
  sayNumber,
  saySpan,
  shorten,
} from "../../../../node/monitor/page/words.ts";
import { busy, fresh, troubled, young } from "./overviews.ts";
import type { Overview, Warning } from "../../../../node/monitor/overview.ts";

const NOW = 1_795_262_400_000;

function sentence(overview: Overview): string {
  const { lead, rest } = judgeOverview(overview);
  return `${lead} ${rest}`;
}

function warning(level: Warning["level"], text: string, since = NOW): Warning {
  return { level, code: "X", text, whatToDo: "Do it.", since };
}

describe("a provider", () => {
  it("that works says what it has done and what it earns", () => {
    const { history } = busy(NOW);
    expect(sentence(busy(NOW))).toBe("All is well: earning 0.42 tokens a day, no round missed in 7 days.");
    const rounds = history.rounds.map((point, i) => (i % 100 === 0 ? { ...point, outcome: "missed" as const } : point));
    const some = { ...busy(NOW), history: { ...history, rounds } };
    expect(sentence(some)).toBe("All is well: earning 0.42 tokens a day, 3 of 336 rounds missed in 7 days.");
    const bad = history.rounds.map((point, i) => (i % 8 === 0 ? { ...point, outcome: "missed" as const } : point));
    const mended = { ...busy(NOW), history: { ...history, rounds: bad } };
    expect(sentence(mended)).toBe("Proving again: earning 0.42 tokens a day, 42 of 336 rounds missed in 7 days.");
    expect(judgeOverview(mended)).toMatchObject({ tone: "well", short: "proving again" });
    const unpaid = { ...busy(NOW), money: { ...busy(NOW).money, liveRate: "0" } };
    expect(sentence(unpaid)).toContain("nobody rents space at the moment");
  });

  it("that was started again has not forgotten what it did before", () => {
    const again = { ...busy(NOW), startedAt: NOW - 5000, rounds: { ...busy(NOW).rounds, passed: 0 } };
    expect(sentence(again)).toBe(sentence(busy(NOW)));
  });

  it("that has just been rented says what is to come", () => {
    const money = { ...young(NOW).money, liveRate: busy(NOW).money.liveRate };
    const rented = { ...young(NOW), money, space: busy(NOW).space };
    expect(sentence(rented)).toBe("All is well: clients pay 0.42 tokens a day, and the first proof is still to come.");
  });

  it("that is new says what it waits for", () => {
    expect(judgeOverview(fresh(NOW))).toMatchObject({ tone: "waiting", lead: "Just started." });
    expect(sentence(young(NOW))).toBe("Ready, and waiting for the first client to rent space here.");
  });

  it("with warnings leads with the worst and oldest, and with what to do", () => {
    const verdict = judgeOverview(troubled(NOW));
    expect(verdict).toMatchObject({
      tone: "trouble",
      short: "2 problems",
      lead: "2 problems.",
      rest: "The chain does not answer.",
    });
    expect(verdict.about?.code).toBe("CHAIN_DOWN");
    expect(verdict.whatToDo).toContain("rpcUrl");
    expect(verdict.detail).toMatch(/^Fragments are still served/);
    expect(inOrder(troubled(NOW).warnings).map(({ level }) => level)).toEqual(["error", "error", "warn", "info"]);
  });

  it("is well with nothing but news", () => {
    const overview = { ...busy(NOW), warnings: [warning("info", "Version 2 is installed.")] };
    expect(judgeOverview(overview).tone).toBe("well");
  });

  it.each<readonly [string, (overview: Overview) => Overview, tone: string, RegExp]>([
    ["without a chain", (one) => ({ ...one, chain: { ...one.chain, isDown: true } }), "care", /chain does not answer/],
    ["ejected", (one) => ({ ...one, chain: { ...one.chain, stage: "ejected" } }), "trouble", /off the market/],
    ["leaving", (one) => ({ ...one, chain: { ...one.chain, stage: "exiting" } }), "waiting", /still proved/],
    ["gone", (one) => ({ ...one, chain: { ...one.chain, stage: "left" } }), "waiting", /Nothing more is owed/],
    [
      "with misses",
      (one) => ({ ...one, rounds: { ...one.rounds, misses: 2 } }),
      "trouble",
      /last 2 rounds were missed/,
    ],
    ["with a dispute", (one) => ({ ...one, rounds: { ...one.rounds, openDisputes: 1 } }), "care", /One dispute open/],
  ])("%s is told so even if the daemon does not warn", (_, change, tone, words) => {
    const overview = change(busy(NOW));
    expect(judgeOverview(overview).tone).toBe(tone);
    expect(sentence(overview)).toMatch(words);
  });
});

describe("a daemon that does not answer", () => {
  const overview = busy(NOW);

  it("is forgiven one lost answer, and then named with when it was last heard", () => {
    const contact = { overview, heardAt: NOW, fault: "silent" } as const;
    expect(judge(contact, NOW + STATUS_PAGE.silentMs - 1).tone).toBe("well");
    expect(judge(contact, NOW + 125_000)).toMatchObject({
      tone: "silent",
      lead: "The daemon has stopped answering.",
      rest: "Last heard 2 min ago.",
    });
  });

  it("is not called silent because this browser slept", () => {
    expect(judge({ overview, heardAt: NOW, fault: undefined }, NOW + 3_600_000).tone).toBe("well");
  });

  it("and never did, answers strangely, or is locked, says which", () => {
    const never = { overview: undefined, heardAt: undefined };
    const leads = (["silent", "starting", "strange", "locked", undefined] as const).map(
      (fault) => judge({ ...never, fault }, NOW).lead,
    );
    expect(leads).toEqual([
      "The daemon does not answer.",
      "The daemon is starting.",
      "The answer makes no sense.",
      "This page is locked.",
      "Asking the daemon",
    ]);
  });
});

it("takes a warning apart after its first sentence", () => {
  expect(inTwo("The chain does not answer. Nothing is lost: it waits.")).toEqual([
    "The chain does not answer.",
    "Nothing is lost: it waits.",
  ]);
  expect(inTwo("2 rounds in a row were missed: each earned nothing.")).toEqual([
    "2 rounds in a row were missed.",
    "Each earned nothing.",
  ]);
  expect(inTwo("Short.")).toEqual(["Short.", undefined]);
  const long = "x".repeat(1000);
  expect(inTwo(long)).toEqual([shorten(long, STATUS_PAGE.sentenceCharacters), long]);
});

it("says counts, spans and names as people do", () => {
  expect(keepTogether("earning 0.42 tokens a day, 3 of 9")).toBe("earning 0.42\u00a0tokens a\u00a0day, 3\u00a0of 9");
  expect([1, 2, 0].map((count) => sayCount(count, "round"))).toEqual(["1 round", "2 rounds", "0 rounds"]);
  expect([1234567, 9.007e15].map(sayNumber)).toEqual(["1,234,567", "9.01\u00a0×\u00a010¹⁵"]);
  const spans = [0, 59_999, 60_000, 3_600_000, 12_000_000, 36_000_000, 41 * 86_400_000, 3e12, Number.NaN, -5];
  expect(spans.map(saySpan)).toEqual([
    "0 s",
    "59 s",
    "1 min",
    "1 h",
    "3 h 20 min",
    "10 h",
    "41 days",
    "95 years",
    "a long time",
    "0 s",
  ]);
  expect([0, 180_000].map(sayAgo)).toEqual(["just now", "3 min ago"]);
  expect(sayEnds("0x71C7656EC7ab88b098defB751B7401B5f6d8976F")).toBe("0x71C7…976F");
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(sayList)).toEqual(["", "a", "a and b", "a, b and c"]);
});
