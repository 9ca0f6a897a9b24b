// How far back a chart looks.

import { RANGES } from "./spans.ts";
import type { JSX } from "preact";
import type { Range } from "./spans.ts";

interface RangeChoiceProps {
  readonly of: string;
  readonly chosen: Range;
  readonly onChoose: (range: Range) => void;
}

export function RangeChoice({ of, chosen, onChoose }: RangeChoiceProps): JSX.Element {
  return (
    <fieldset class="ranges">
      <legend class="unseen">{of} of</legend>
      {RANGES.map((range) => (
        <label key={range.name}>
          <input
            type="radio"
            name={`range-${of}`}
            value={range.name}
            checked={range.name === chosen.name}
            onChange={() => onChoose(range)}
          />
          <span>{range.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
