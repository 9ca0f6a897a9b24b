/** The hot path as a picture: four panels of bars, drawn by hand, in colours that hold on light and dark pages. */

import { IMPLEMENTATIONS, type Implementation } from "./candidate.ts";
import { type HotPathRow, isLeading } from "./row.ts";
import { sizeOf } from "./table.ts";

const WIDTH = 960;
const PANEL = { width: 440, height: 250, left: 44, top: 44, bottom: 34 };
const GAP = 40;
const HEAD = 64;
/** Width of a letter of the legend, near enough. */
const LETTER = 6.4;
/** Too slow to be seen beside the others; the table has it. */
const NOT_DRAWN: readonly Implementation[] = ["reference"];
/** What carries a number besides the highest bar: our one thread. */
const LABELLED: readonly Implementation[] = ["relaxed"];

/** Light and dark. Our own kernels are warm, those of others cool or grey. */
const COLOURS: Readonly<Record<Implementation, readonly [light: string, dark: string]>> = {
  reference: ["#b5b5b5", "#6e6e6e"],
  subspace: ["#8a8f98", "#8a8f98"],
  noble: ["#a7b4c4", "#5f7186"],
  node: ["#6f8fb3", "#7fa3cc"],
  "hash-wasm": ["#3f6ea3", "#4f86c2"],
  simd128: ["#f2a65a", "#d98b3a"],
  relaxed: ["#d9480f", "#ff7a3d"],
  "relaxed+copies": ["#f7c99b", "#a86b35"],
  workers2: ["#8c2f0b", "#ffb38a"],
  isal: ["#2b8a6b", "#3fb58e"],
};

interface Panel {
  readonly title: string;
  readonly value: "ratio" | "median";
  readonly rows: readonly HotPathRow[];
}

/** An SVG document. `caption` says where the figures were taken. */
export function chart(rows: readonly HotPathRow[], caption: string): string {
  const leading = rows.filter((row) => isLeading(row, rows) && !NOT_DRAWN.includes(row.implementation));
  const panels = panelsOf(leading).filter((panel) => panel.rows.length > 0);
  const shown = IMPLEMENTATIONS.filter((name) => panels.some((panel) => panel.rows.some(is(name))));
  const lines = Math.ceil(panels.length / 2);
  const height = HEAD + lines * (PANEL.height + GAP);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Benchmarks of the hot path">`,
    style(),
    `<text class="title" x="20" y="26">The hot path, one thread unless said</text>`,
    `<text class="small" x="${WIDTH - 20}" y="26" text-anchor="end">${escaped(caption)}</text>`,
    legend(shown),
    ...panels.map((panel, i) =>
      drawn(panel, 20 + (i % 2) * (PANEL.width + GAP), HEAD + Math.floor(i / 2) * (PANEL.height + GAP)),
    ),
    "</svg>",
    "",
  ].join("\n");
}

function panelsOf(leading: readonly HotPathRow[]): Panel[] {
  const small = 65_536;
  const of = (suite: string, shardBytes: number): readonly HotPathRow[] =>
    leading.filter((row) => row.suite === suite && row.shardBytes === shardBytes);
  const size = sizeOf(small);
  return [
    { title: `Encode, shards of ${size}: times as fast as @subspace`, value: "ratio", rows: of("encode", small) },
    {
      title: `Reconstruct all, shards of ${size}: times as fast as @subspace`,
      value: "ratio",
      rows: of("reconstruct-all", small),
    },
    {
      title: "Merkle tree, leaves of 256 bytes, MB/s, by fragments × size",
      value: "median",
      rows: leading.filter(isTreePanel),
    },
    {
      title: `Encrypt, encode, trees, shards of ${size}: times as fast`,
      value: "ratio",
      rows: of("pipeline", small),
    },
  ];
}

function isTreePanel({ suite, k, m, shardBytes }: HotPathRow): boolean {
  return suite === "tree" && ((k === 1 && m === 0) || (k === 10 && m === 20) || (k === 29 && shardBytes < 100_000));
}

function drawn({ title, value, rows }: Panel, x: number, y: number): string {
  const groups = [...Map.groupBy(rows, groupOf)];
  const most = niceCeiling(Math.max(...rows.map((row) => row[value] ?? 0)));
  const base = PANEL.height - PANEL.bottom;
  const scale = (amount: number): number => base - (amount / most) * (base - PANEL.top);
  const step = (PANEL.width - PANEL.left) / groups.length;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => part * most);
  return [
    `<g transform="translate(${x} ${y})">`,
    `<text class="head" x="0" y="20">${escaped(title)}</text>`,
    ...ticks.map((tick) => gridLine(tick, scale(tick), value)),
    ...groups.map(([name, own], i) => drawnGroup(name, own, value, PANEL.left + i * step, step, scale)),
    "</g>",
  ].join("\n");
}

function gridLine(tick: number, y: number, value: Panel["value"]): string {
  const text = tick.toLocaleString("en", { maximumFractionDigits: 2 }) + (value === "ratio" ? "×" : "");
  return (
    `<line class="grid" x1="${PANEL.left}" x2="${PANEL.width}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}"/>` +
    `<text class="small" x="${PANEL.left - 6}" y="${(y + 4).toFixed(1)}" text-anchor="end">${text}</text>`
  );
}

function drawnGroup(
  name: string,
  rows: readonly HotPathRow[],
  value: Panel["value"],
  x: number,
  width: number,
  scale: (amount: number) => number,
): string {
  const bars = IMPLEMENTATIONS.flatMap((implementation) => rows.find(is(implementation)) ?? []);
  const barWidth = (width * 0.84) / Math.max(1, bars.length);
  const best = Math.max(...bars.map((row) => row[value] ?? 0));
  const leftOf = (i: number): number => x + width * 0.08 + i * barWidth;
  return [
    ...bars.map((row, i) => bar(row, leftOf(i), scale(row[value] ?? 0), barWidth - 1, scale(0))),
    ...bars.map((row, i) => {
      const amount = row[value] ?? 0;
      if (amount === best && !crowdsLabel(row, bars))
        return label(leftOf(i) + barWidth / 2, scale(amount) - 4, amount, "middle");
      const isLabelled = LABELLED.includes(row.implementation);
      return isLabelled ? label(leftOf(i) + barWidth - 1, scale(amount) - 4, amount, "end") : "";
    }),
    `<text class="small" x="${(x + width / 2).toFixed(1)}" y="${scale(0) + 16}" text-anchor="middle">${escaped(name)}</text>`,
  ].join("\n");
}

/** The two kernels stand side by side and may be equally high: one number is enough. */
function crowdsLabel({ implementation }: HotPathRow, bars: readonly HotPathRow[]): boolean {
  return implementation === "simd128" && bars.some((row) => LABELLED.includes(row.implementation));
}

function bar(row: HotPathRow, left: number, top: number, width: number, bottom: number): string {
  const place = `x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${width.toFixed(1)}" height="${(bottom - top).toFixed(1)}"`;
  return `<rect class="${classOf(row.implementation)}" ${place}><title>${escaped(tip(row))}</title></rect>`;
}

function label(x: number, y: number, amount: number, anchor: "middle" | "end"): string {
  const text = amount.toLocaleString("en", { maximumSignificantDigits: 3 });
  return `<text class="small" x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${text}</text>`;
}

function legend(shown: readonly Implementation[]): string {
  let x = 20;
  return shown
    .map((name) => {
      const key = `<rect class="${classOf(name)}" x="${x}" y="40" width="11" height="11"/>`;
      const text = `<text class="small" x="${x + 15}" y="50">${name}</text>`;
      x += 36 + Math.ceil(name.length * LETTER);
      return key + text;
    })
    .join("\n");
}

function style(): string {
  const fills = (shade: 0 | 1): string =>
    IMPLEMENTATIONS.map((name) => `.${classOf(name)}{fill:${COLOURS[name][shade]}}`).join("");
  return [
    "<style>",
    "svg{font:12px system-ui,sans-serif;color:#1f2328}text{fill:currentColor}.title{font-size:16px;font-weight:600}",
    ".head{font-weight:600}.small{font-size:11px;opacity:.8}.grid{stroke:currentColor;stroke-opacity:.15}",
    fills(0),
    `@media (prefers-color-scheme:dark){svg{color:#e6edf3}${fills(1)}}`,
    "</style>",
  ].join("\n");
}

function groupOf({ suite, k, m, shardBytes }: HotPathRow): string {
  return suite === "tree" ? `${k + m} × ${sizeOf(shardBytes)}` : `${k}+${m}`;
}

function tip({ implementation, k, m, median, unit, ratio, baseline }: HotPathRow): string {
  const against = ratio === null ? "" : `, ${ratio.toPrecision(3)} times ${baseline}`;
  return `${implementation}, ${k}+${m}: ${median.toLocaleString("en", { maximumSignificantDigits: 4 })} ${unit}${against}`;
}

function classOf(name: Implementation): string {
  return `i-${name.replace("+", "-")}`;
}

function is(name: Implementation): (row: HotPathRow) => boolean {
  return ({ implementation }) => implementation === name;
}

/** The least of 1, 2, 4, 8 … times a power of ten that is no less: four equal steps with round numbers. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value || 1));
  return ([1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
