// Many runs of the simulation, and how far their mean may be off.

import { seededRandom } from "./random.ts";
import { simulate } from "./simulation.ts";
import type { Outcome, Scenario } from "./simulation.ts";

/** A mean of independent runs and its standard error. */
export interface Mean {
  readonly mean: number;
  readonly error: number;
}

export type Measured = Pick<Outcome, "profit" | "paid" | "stakeLost" | "proved" | "steps" | "disputes" | "fines">;

export function runs(scenario: Scenario, count: number): Outcome[] {
  const random = seededRandom(JSON.stringify(scenario));
  return Array.from({ length: count }, () => simulate(scenario, random));
}

export function meanOf(values: readonly number[]): Mean {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** Each figure of the outcomes by itself. */
export function measured(outcomes: readonly Outcome[]): Record<keyof Measured, Mean> {
  const of = (key: keyof Measured): Mean => meanOf(outcomes.map((outcome) => outcome[key]));
  return {
    profit: of("profit"),
    paid: of("paid"),
    stakeLost: of("stakeLost"),
    proved: of("proved"),
    steps: of("steps"),
    disputes: of("disputes"),
    fines: of("fines"),
  };
}
