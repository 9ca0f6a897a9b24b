// One finding of `cairn provider doctor`: how bad it is, what it means, what to do.

export type Level = "ok" | "warning" | "fault";

export interface Check {
  /** A word that stays as it is, for scripts. */
  readonly name: string;
  readonly level: Level;
  /** A sentence about what was found. */
  readonly text: string;
  /** A sentence; absent where nothing is to be done. */
  readonly whatToDo?: string;
}

export function ok(name: string, text: string): Check {
  return { name, level: "ok", text };
}

export function warning(name: string, text: string, whatToDo: string): Check {
  return { name, level: "warning", text, whatToDo };
}

export function fault(name: string, text: string, whatToDo: string): Check {
  return { name, level: "fault", text, whatToDo };
}
