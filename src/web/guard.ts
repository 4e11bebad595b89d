import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

const policy = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
};

/** Security headers on every answer, where it has none of its own; `no-store` where nothing else is said. */
export const withHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(policy))
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
};

/**
 * Against DNS rebinding: bound to a loopback address, only requests that name such an address or the public one are answered.
 */
export function onlyOwnHost(bound: string, publicUrl: string | undefined): MiddlewareHandler {
  const isLoopback = loopback.has(bound) || bound === "::1";
  const allowed = new Set(loopback);
  if (publicUrl !== undefined) allowed.add(new URL(publicUrl).hostname);
  return async (c, next) => {
    const name = hostName(c.req.header("Host"));
    if (isLoopback && (name === null || !allowed.has(name))) return c.text("forbidden", 403);
    return next();
  };
}

/** Only who sits before this machine: by the connection and by the name, and through no other web server. */
export const onlyThisMachine: MiddlewareHandler = async (c, next) => {
  const name = hostName(c.req.header("Host"));
  const passedOn = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"].some(
    (header) => c.req.header(header) !== undefined,
  );
  const isHere = name !== null && loopback.has(name) && isLoopback(addressOf(c));
  return isHere && !passedOn ? next() : c.text("only on the machine that the bot runs on", 403);
};

const isLoopback = (address: string): boolean =>
  /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(address);

function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "";
  } catch {
    return "";
  }
}

function hostName(host: string | undefined): string | null {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}

/**
 * Only the page itself may speak to these addresses. Browsers without Sec-Fetch-Site (old ones, and all on plain http
 * in a local network) must name the page's own origin where something changes: the host asked, or the public address,
 * since proxies may change the host.
 */
export function onlyOwnPage(publicUrl: string | undefined): MiddlewareHandler {
  const known = publicUrl === undefined ? null : new URL(publicUrl).origin;
  return async (c, next) => {
    const site = c.req.header("Sec-Fetch-Site");
    const origin = c.req.header("Origin");
    const host = origin?.replace(/^https?:\/\//, "");
    const isOwn = origin !== undefined && (origin === known || host === c.req.header("Host"));
    const fine =
      (origin === undefined || isOwn) &&
      (site === "same-origin" || (site === undefined && (isOwn || c.req.method === "GET")));
    return fine ? next() : c.text("forbidden", 403);
  };
}
