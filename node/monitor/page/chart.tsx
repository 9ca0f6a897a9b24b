// A chart on a canvas: drawn anew when its data, its width or the colours of the page change, and never otherwise.

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import type { JSX } from "preact";

export interface Theme {
  readonly ink: string;
  readonly line: string;
  readonly good: string;
  readonly first: string;
  readonly second: string;
  readonly font: string;
}

export type Plan = (theme: Theme) => Pick<uPlot.Options, "series" | "axes" | "scales">;

interface ChartProps {
  /** What the chart says, for those who do not see it. */
  readonly label: string;
  readonly data: uPlot.AlignedData;
  /** Must be the same function as long as the chart is of the same kind. */
  readonly plan: Plan;
  /** The place in `data` that is pointed at. */
  readonly onPoint: (index: number | undefined) => void;
}

const HEIGHT = 200;
const MS = 1;

export function Chart({ label, data, plan, onPoint }: ChartProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const latest = useRef(data);
  latest.current = data;

  useLayoutEffect(() => {
    const element = place.current!;
    const draw = (): void => {
      plot.current?.destroy();
      plot.current = new uPlot(optionsOf(plan, element.clientWidth, onPoint), latest.current, element);
    };
    draw();
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const observer = new ResizeObserver(() => plot.current?.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    dark.addEventListener("change", draw);
    return () => {
      observer.disconnect();
      dark.removeEventListener("change", draw);
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, [plan, onPoint]);

  useEffect(() => plot.current?.setData(data), [data]);

  return <div class="chart" role="img" aria-label={label} ref={place} />;
}

function optionsOf(plan: Plan, width: number, onPoint: ChartProps["onPoint"]): uPlot.Options {
  return {
    width,
    height: HEIGHT,
    ms: MS,
    padding: [8, 18, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false, setScale: false }, points: { show: false } },
    hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? undefined)] },
    ...plan(themeOf()),
  };
}

/** The colours of the style sheet, as they are now. */
function themeOf(): Theme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: colour("--quiet"),
    line: colour("--hair"),
    good: colour("--live"),
    first: colour("--in"),
    second: colour("--out"),
    font: `12px ${style.fontFamily}`,
  };
}

/** What both axes have in common. Their width follows the longest label, so that none is cut off. */
export function axis(theme: Theme, isVertical: boolean): uPlot.Axis {
  return {
    stroke: theme.ink,
    font: theme.font,
    ticks: { show: false },
    grid: isVertical ? { stroke: theme.line, width: 1 } : { show: false },
    gap: 6,
    size: isVertical
      ? (_plot, values) => 14 + 7 * Math.max(3, ...(values ?? []).map((value) => value?.length ?? 0))
      : 26,
  };
}
