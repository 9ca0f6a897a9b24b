/** Questions at a terminal. */

import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { canAsk, openQuestions, type Question, yesOrNo } from "../../../node/cli/questions.ts";

const EVEN: Question<number> = {
  ask: "A number",
  why: "It has to be even.",
  standard: "4",
  read: (text) => (Number(text) % 2 === 0 ? { value: Number(text) } : { wrong: "It is odd." }),
};

function terminal() {
  const [stdin, stderr] = [new PassThrough(), new PassThrough()];
  const io = { stdin, stdout: new PassThrough(), stderr, env: {}, cwd: "/" };
  return { io, stdin, said: () => String(stderr.read() ?? "") };
}

describe("a question", () => {
  it("takes the default for Enter, asks again for what is wrong, and says why it asks", async () => {
    const { io, stdin, said } = terminal();
    using asking = openQuestions(io, new AbortController().signal);
    stdin.write("\n3\nten\n10\nno\n");
    expect(await asking.ask(EVEN)).toBe(4);
    expect(await asking.ask(EVEN)).toBe(10);
    expect(await asking.ask(yesOrNo("Go on", "It costs.", true))).toBe(false);
    const text = said();
    expect(text).toContain("It has to be even.\nA number [4]: ");
    expect(text.match(/It is odd\./g)).toHaveLength(2);
    expect(text).toContain("Go on (yes/no) [yes]: ");
  });

  it.each(["the input ends", "Ctrl-C comes"])("ends with an error when %s", async (how) => {
    const { io, stdin } = terminal();
    const stop = new AbortController();
    using asking = openQuestions(io, stop.signal);
    const asked = asking.ask(EVEN);
    if (how === "Ctrl-C comes") stop.abort();
    else stdin.end();
    await expect(asked).rejects.toMatchObject({ code: "ERR_ABORTED" });
  });

  it("is asked only where both ends are a terminal", () => {
    const { io } = terminal();
    expect(canAsk(io)).toBe(false);
    Object.assign(io.stdin, { isTTY: true });
    expect(canAsk(io)).toBe(false);
    Object.assign(io.stderr, { isTTY: true });
    expect(canAsk(io)).toBe(true);
  });
});
