/** What doctor says of reachability: yes, no, or that nobody could tell, and never one of the first two without having heard it. */

import { describe, expect, it } from "vitest";
import { reachAnswer } from "../../../../node/cli/provider/reach-answer.ts";

const LISTEN = ["/ip4/0.0.0.0/tcp/4101", "/ip6/::/tcp/4101"];

describe("whether others can dial the provider", () => {
  it.each([
    ["public", 3, "ok", /^Yes: /],
    ["relayed", 3, "warning", /^No: .*relays/],
    ["private", 3, "fault", /^No: .*Nobody can store/],
    ["unknown", 3, "warning", /^Nobody could tell yet.*of 3 connected peers none has tried after 40 s\.$/],
    ["unknown", 0, "warning", /^Nobody could tell yet.*no other peer is connected after 40 s\.$/],
  ] as const)("%s, with %i peers, is said as what it is", (state, connections, level, text) => {
    const check = reachAnswer({ state, connections, seconds: 40.2 }, LISTEN);
    expect(check).toMatchObject({ name: "reach", level, text: expect.stringMatching(text) });
    expect(check.whatToDo === undefined).toBe(level === "ok");
  });

  it("a no names the port to open, once", () => {
    const { whatToDo = "" } = reachAnswer({ state: "private", connections: 1, seconds: 1 }, LISTEN);
    expect(whatToDo).toMatch(/^Let TCP port 4101 through the firewall/);
    const two = reachAnswer({ state: "private", connections: 1, seconds: 1 }, [...LISTEN, "/ip4/1.2.3.4/tcp/5000"]);
    expect(two.whatToDo).toContain("port 4101 and 5000");
  });
});
