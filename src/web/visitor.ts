import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Contact } from "../conversation/ports/contact.ts";
import { cookieSeconds, newContactsPerSecond } from "./limits.ts";

const sound = /^[0-9a-f]{32}$/;

/** Who a browser is: 128 random bits in a cookie, and nothing else. */
export type Visitors = {
  /** The contact of the request's cookie; null when it has none, or a malformed one. */
  known(c: Context): Contact | null;
  /** As `known`, but makes a contact where there is none, and renews the cookie; null when too many are made. */
  welcome(c: Context): Contact | null;
  /** Puts a new contact in the cookie's place; null when too many are made. */
  replace(c: Context): Contact | null;
};

/** `secure`: people come over https. `clock` gives epoch ms. */
export function makeVisitors(secure: boolean, clock: () => number): Visitors {
  const mayMake = tokenBucket(newContactsPerSecond, clock);
  const prefix = secure ? ({ prefix: "host" } as const) : {};
  const keep = (c: Context, user: string): Contact => {
    setCookie(c, "payung", user, {
      ...{ path: "/", httpOnly: true, sameSite: "Strict", secure, maxAge: cookieSeconds },
      ...prefix,
    });
    return contactOf(user);
  };
  const known = (c: Context): Contact | null => {
    const user = secure ? getCookie(c, "payung", "host") : getCookie(c, "payung");
    return user !== undefined && sound.test(user) ? contactOf(user) : null;
  };
  const replace = (c: Context): Contact | null =>
    mayMake() ? keep(c, randomBytes(16).toString("hex")) : null;
  return {
    known,
    replace,
    welcome(c) {
      const contact = known(c);
      return contact ? keep(c, contact.user) : replace(c);
    },
  };
}

const contactOf = (user: string): Contact => ({ channel: "web", account: "local", user });

/** Says yes at most `perSecond` times a second, and as often in one go. */
function tokenBucket(perSecond: number, clock: () => number): () => boolean {
  let tokens = perSecond;
  let last = clock();
  return () => {
    const now = clock();
    tokens = Math.min(perSecond, tokens + (Math.max(0, now - last) / 1000) * perSecond);
    last = now;
    if (tokens < 1) return false;
    tokens--;
    return true;
  };
}
