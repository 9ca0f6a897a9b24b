// A small internet made of network namespaces, for tests of what happens behind routers. Needs Linux, root and `ip`.
//
//   relay 5.0.1.2 ─┐
//                  ├─ wan (routes) ── home (the router) ── provider
//   client 5.0.2.2 ┘              5.0.3.2
//
// What the home router does depends on what there is on the machine:
//   nft, iptables: a real NAT. The provider has 192.168.7.2, goes out as 5.0.3.2 (masquerade), and nothing comes in that it did not begin.
//   otherwise tc: no NAT. The provider has a public address of its own, 5.0.7.2, and the router drops every packet that begins a TCP
//   connection inwards (SYN without ACK). For those outside it is the same: they can answer and cannot dial.
// The addresses are public ones because only those are dialled outside a local network. They exist in these namespaces alone.

import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { ChildProcess } from "node:child_process";

export type Place = "relay" | "client" | "provider";
const ALL = ["wan", "home", "relay", "client", "provider"] as const;
type Room = (typeof ALL)[number];

/** What stands in the way, or why there can be no namespaces here. */
export interface Means {
  readonly router: "nft" | "iptables" | "tc" | undefined;
  readonly missing: string | undefined;
}

export function means(): Means {
  if (process.platform !== "linux") return { router: undefined, missing: "namespaces need Linux" };
  if (process.getuid?.() !== 0) return { router: undefined, missing: "namespaces need root" };
  if (!works("ip", ["-V"])) return { router: undefined, missing: "there is no ip (iproute2)" };
  const probe = `cairn-probe-${randomBytes(3).toString("hex")}`;
  if (!works("ip", ["netns", "add", probe])) return { router: undefined, missing: "ip netns add is not allowed" };
  const inside = (program: string, args: readonly string[]): boolean =>
    works("ip", ["netns", "exec", probe, program, ...args]);
  const router = inside("nft", ["list", "ruleset"])
    ? "nft"
    : inside("iptables", ["-t", "nat", "-L"])
      ? "iptables"
      : inside("tc", ["qdisc", "add", "dev", "lo", "clsact"])
        ? "tc"
        : undefined;
  works("ip", ["netns", "del", probe]);
  return { router, missing: router === undefined ? "there is none of nft, iptables and tc" : undefined };
}

export class Internet {
  readonly #prefix = `cairn-${randomBytes(3).toString("hex")}`;
  readonly #children: ChildProcess[] = [];
  readonly router: "nft" | "iptables" | "tc";

  constructor(router: "nft" | "iptables" | "tc") {
    this.router = router;
    try {
      this.#build();
    } catch (error) {
      this.stop();
      throw error;
    }
  }

  /** Address of a place as others see it when it dials them. */
  hostSeen(place: Place): string {
    if (place === "provider") return this.router === "tc" ? "5.0.7.2" : "5.0.3.2";
    return place === "relay" ? "5.0.1.2" : "5.0.2.2";
  }

  /** Runs a Node program in a place; it ends with the internet. */
  run(place: Place, program: string, args: readonly string[]): ChildProcess {
    const command = ["netns", "exec", this.#name(place), process.execPath, program, ...args];
    const child = spawn("ip", command, { stdio: ["pipe", "pipe", "inherit"] });
    this.#children.push(child);
    return child;
  }

  /** Forwards a port of the home router to the provider, as its owner would; with tc the drop is lifted for it. */
  forward(port: number): void {
    const to = `192.168.7.2:${port}`;
    if (this.router === "nft") {
      this.#in("home", "nft", `add rule ip nat before iifname out tcp dport ${port} dnat to ${to}`);
      this.#in("home", "nft", `insert rule ip filter inward iifname out tcp dport ${port} accept`);
    } else if (this.router === "iptables") {
      this.#in("home", "iptables", `-t nat -A PREROUTING -i out -p tcp --dport ${port} -j DNAT --to-destination ${to}`);
      this.#in("home", "iptables", `-I FORWARD -i out -p tcp --dport ${port} -j ACCEPT`);
    } else this.#in("home", "tc", "qdisc del dev out clsact");
  }

  stop(): void {
    for (const child of this.#children) child.kill("SIGKILL");
    for (const room of ALL) works("ip", ["netns", "del", this.#name(room)]);
  }

  #build(): void {
    for (const room of ALL) {
      run("ip", ["netns", "add", this.#name(room)]);
      this.#in(room, "ip", "link set lo up");
    }
    for (const room of ["wan", "home"] as const) this.#in(room, "sysctl", "-qw net.ipv4.ip_forward=1");
    this.#wire("wan", "w1", "5.0.1.1/24", "relay", "eth0", "5.0.1.2/24");
    this.#wire("wan", "w2", "5.0.2.1/24", "client", "eth0", "5.0.2.2/24");
    this.#wire("wan", "w3", "5.0.3.1/24", "home", "out", "5.0.3.2/24");
    const inside = this.router === "tc" ? "5.0.7" : "192.168.7";
    this.#wire("home", "in", `${inside}.1/24`, "provider", "eth0", `${inside}.2/24`);
    this.#in("relay", "ip", "route add default via 5.0.1.1");
    this.#in("client", "ip", "route add default via 5.0.2.1");
    this.#in("home", "ip", "route add default via 5.0.3.1");
    this.#in("provider", "ip", `route add default via ${inside}.1`);
    this.#close();
  }

  #close(): void {
    if (this.router === "nft") {
      const rules = [
        "add table ip nat",
        "add chain ip nat before { type nat hook prerouting priority -100 ; }",
        "add chain ip nat after { type nat hook postrouting priority 100 ; }",
        "add rule ip nat after oifname out masquerade",
        "add table ip filter",
        "add chain ip filter inward { type filter hook forward priority 0 ; }",
        "add rule ip filter inward iifname out ct state established,related accept",
        "add rule ip filter inward iifname out drop",
      ];
      for (const rule of rules) run("ip", ["netns", "exec", this.#name("home"), "nft", rule]);
    } else if (this.router === "iptables") {
      this.#in("home", "iptables", "-t nat -A POSTROUTING -o out -j MASQUERADE");
      this.#in("home", "iptables", "-A FORWARD -i out -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT");
      this.#in("home", "iptables", "-A FORWARD -i out -j DROP");
    } else {
      this.#in("wan", "ip", "route add 5.0.7.0/24 via 5.0.3.2");
      this.#in("home", "tc", "qdisc add dev out clsact");
      const head = "filter add dev out ingress bpf direct-action bytecode".split(" ");
      run("ip", ["netns", "exec", this.#name("home"), "tc", ...head, DROP_SYN]);
    }
  }

  #wire(a: Room, aDevice: string, aAddress: string, b: Room, bDevice: string, bAddress: string): void {
    const peer = ["type", "veth", "peer", "name", bDevice, "netns", this.#name(b)];
    run("ip", ["link", "add", aDevice, "netns", this.#name(a), ...peer]);
    for (const [room, device, address] of [
      [a, aDevice, aAddress],
      [b, bDevice, bAddress],
    ] as const) {
      this.#in(room, "ip", `addr add ${address} dev ${device}`);
      this.#in(room, "ip", `link set ${device} up`);
    }
  }

  #in(room: Room, program: string, args: string): void {
    run("ip", ["netns", "exec", this.#name(room), program, ...args.split(" ")]);
  }

  #name(room: Room): string {
    return `${this.#prefix}-${room}`;
  }
}

// Classic BPF, "operation jump-true jump-false value", counted from the network header (0xfff00000): TCP at 9, its flags at 20 + 13 (no IP options).
// protocol = tcp and (flags & (SYN | ACK)) = SYN: drop (2), otherwise whatever comes next (-1).
const DROP_SYN = [
  "7",
  "48 0 0 4293918729",
  "21 0 4 6",
  "48 0 0 4293918753",
  "84 0 0 18",
  "21 0 1 2",
  "6 0 0 2",
  "6 0 0 4294967295",
].join(",");

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"], timeout: 60_000 });
}

function works(program: string, args: readonly string[]): boolean {
  try {
    run(program, args);
    return true;
  } catch {
    return false;
  }
}
