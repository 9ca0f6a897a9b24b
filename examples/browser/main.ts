// The benchmark of the hot path as a page. `?suite=encode&suite=tree&run` starts by itself; the rows are then at `window.rows`.

import subspaceUrl from "@subspace/reed-solomon-erasure.wasm/dist/reed_solomon_erasure_bg.wasm?url";
import { HOT_PATH_SUITES, printSuite } from "../../test/bench/hot-path.ts";
import { createHost } from "../../test/bench/hot-path/host.ts";
import type { HotPathRow } from "../../test/bench/hot-path/row.ts";

declare global {
  interface Window {
    /** Undefined until a run has ended. */
    rows?: readonly HotPathRow[];
  }
}

const DEFAULT_SUITES = ["encode", "tree", "pipeline"];
const asked = new URLSearchParams(location.search);

const form = document.querySelector("form") as HTMLFormElement;
const state = document.querySelector("#state") as HTMLElement;
const output = document.querySelector("#table") as HTMLElement;

const chosen = asked.has("suite") ? asked.getAll("suite") : DEFAULT_SUITES;
for (const { name, about } of HOT_PATH_SUITES) {
  const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "suite", value: name });
  box.defaultChecked = chosen.includes(name);
  const label = document.createElement("label");
  label.title = about;
  label.append(box, ` ${name}`);
  document.querySelector("#suites")?.append(label);
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  void run(fields.getAll("suite").map(String), fields.has("quick"));
});
if (asked.has("run")) void run(chosen, true);

async function run(suites: readonly string[], isQuick: boolean): Promise<void> {
  (form.querySelector("button") as HTMLButtonElement).disabled = true;
  output.textContent = "";
  const all: HotPathRow[] = [];
  try {
    await using host = createHost({ subspaceWasm: await (await fetch(subspaceUrl)).arrayBuffer() });
    for (const suite of suites) {
      state.textContent = `${suite} …`;
      print(suite);
      all.push(...(await printSuite(suite, host, { isQuick, say: print })));
      print("");
    }
    window.rows = all;
    state.textContent = "Done.";
  } catch (error) {
    state.textContent = `Failed: ${error instanceof Error ? error.message : String(error)}`;
  }
  (form.querySelector("button") as HTMLButtonElement).disabled = false;
}

function print(line: string): void {
  output.append(`${line}\n`);
}
