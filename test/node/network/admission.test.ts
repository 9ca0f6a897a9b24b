import { multiaddr } from "@multiformats/multiaddr";
import { describe, expect, it } from "vitest";
import { Admission } from "../../../node/network/admission.ts";
import { originOf } from "../../../node/network/origin.ts";
import type { AdmissionLimits, Guest } from "../../../node/network/admission.ts";

const LIMITS: AdmissionLimits = {
  places: 3,
  placesPerPeer: 2,
  placesPerOrigin: 3,
  slowMs: 1000,
  slowBytesPerSecond: 100,
};

const QUICK = { waitedMs: 0, bytes: 0, quietMs: 0 };

function guest(peer: string, changes: Partial<Guest> = {}): Guest {
  return { peer, origin: undefined, pace: QUICK, giveWay: () => {}, ...changes };
}

describe("places", () => {
  it("are counted in total and per peer, and given back", () => {
    const admission = new Admission(LIMITS);
    const first = admission.enter(guest("a"));
    expect(admission.enter(guest("a"))).toBeDefined();
    expect(admission.enter(guest("a"))).toBeUndefined();
    expect(admission.enter(guest("b"))).toBeDefined();
    expect(admission.enter(guest("c"))).toBeUndefined();
    first?.();
    first?.();
    expect(admission.serving).toBe(2);
    expect(admission.enter(guest("a"))).toBeDefined();
  });

  it("of one network are not all: many identities behind one address leave some to others", () => {
    const admission = new Admission({ ...LIMITS, places: 4 });
    for (const peer of ["a", "b", "c"]) expect(admission.enter(guest(peer, { origin: "8.8.8" }))).toBeDefined();
    expect(admission.enter(guest("d", { origin: "8.8.8" }))).toBeUndefined();
    expect(admission.enter(guest("d", { origin: "9.9.9" }))).toBeDefined();
  });
});

describe("when all places are taken", () => {
  it("the slowest of those who keep us waiting gives way to a newcomer", () => {
    const admission = new Admission(LIMITS);
    const gone: string[] = [];
    const held = (peer: string, bytes: number, quietMs = 0) =>
      admission.enter(guest(peer, { pace: { waitedMs: 10_000, bytes, quietMs }, giveWay: () => void gone.push(peer) }));
    const leave = [held("slow", 900), held("silent", 50_000, 2000), held("fast", 10_000)];
    expect(admission.enter(guest("new"))).toBeDefined();
    expect(gone).toEqual(["silent"]);
    leave[1]?.(); // its request ends a little later, and must not give a place back twice
    expect(admission.serving).toBe(3);
    expect(admission.enter(guest("newer"))).toBeDefined();
    expect(gone).toEqual(["silent", "slow"]);
    expect(admission.enter(guest("newest"))).toBeUndefined();
  });

  it("nobody gives way who has not kept us waiting for long, or who moves enough", () => {
    const admission = new Admission(LIMITS);
    const patient = { waitedMs: 10_000, bytes: 1000, quietMs: 999 };
    for (const pace of [QUICK, { waitedMs: 999, bytes: 0, quietMs: 999 }, patient])
      expect(admission.enter(guest(`${pace.waitedMs}`, { pace }))).toBeDefined();
    expect(admission.enter(guest("new"))).toBeUndefined();
  });
});

it.each([
  ["/ip4/8.8.4.4/tcp/4001", "8.8.4"],
  ["/ip6/2001:4860:4860::8888/tcp/4001", "2001:4860:4860"],
  ["/ip6/2606:4700::1111/tcp/4001", "2606:4700:0"],
  ["/ip4/127.0.0.1/tcp/4001", undefined],
  ["/ip4/192.168.1.7/tcp/4001", undefined],
  ["/dns4/example.com/tcp/4001", undefined],
])("the network of %s is %s", (address, origin) => {
  expect(originOf(multiaddr(address))).toBe(origin);
});
