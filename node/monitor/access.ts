// Who may read the monitor. Without a token: programs of this machine, and no page of another site, whatever name that site gives to
// this machine's address (DNS rebinding). With a token: whoever knows it, by a header or a cookie; a cookie is got by calling once
// with `?token=`, so that the token stays in no browser's history.

import { createHmac, timingSafeEqual } from "node:crypto";
import { MONITOR } from "../limits/index.ts";

const COOKIE = "cairn_monitor";
/** Names of this machine in a Host header: no site can make its own name one of them. */
const LOCAL_NAMES = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

export interface Asking {
  readonly host: string | undefined;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  /** Of the address. */
  readonly token: string | undefined;
}

/** `denied`: 403, the Host is another's. `unknown`: 401. `enter`: right, and to be given the cookie. */
export type Access =
  | { readonly kind: "allowed" | "denied" | "unknown" }
  | { readonly kind: "enter"; readonly cookie: string };

export class Doorkeeper {
  readonly #token: string | undefined;
  readonly #pass: string;

  constructor(token: string | undefined) {
    this.#token = token;
    this.#pass = token === undefined ? "" : createHmac("sha256", token).update("cairn monitor cookie 1").digest("hex");
  }

  access({ host, authorization, cookie, token }: Asking): Access {
    if (this.#token === undefined) return { kind: LOCAL_NAMES.test(host ?? "") ? "allowed" : "denied" };
    if (token !== undefined)
      return same(token, this.#token) ? { kind: "enter", cookie: this.#cookie() } : { kind: "unknown" };
    const [, bearer] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
    if (bearer !== undefined && same(bearer, this.#token)) return { kind: "allowed" };
    const [, pass] = new RegExp(`(?:^|;) *${COOKIE}=([^;]*)`).exec(cookie ?? "") ?? [];
    return { kind: pass !== undefined && same(pass, this.#pass) ? "allowed" : "unknown" };
  }

  /** Not the token itself: whoever reads a browser's files gets in until the token is changed, but does not learn it. */
  #cookie(): string {
    return `${COOKIE}=${this.#pass}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${MONITOR.cookieSeconds}`;
  }
}

/** In a time that tells nothing of where they differ, nor of how long the right one is. */
function same(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right));
}

function digest(text: string): Buffer {
  return createHmac("sha256", "cairn monitor compare").update(text).digest();
}
