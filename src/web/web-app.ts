import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Busy, type Intake, type Webhook } from "../conversation/ports/intake.ts";
import type { Mailbox } from "../conversation/ports/outbox.ts";
import type { Log } from "../lib/log.ts";
import { onlyOwnHost, onlyOwnPage, withHeaders } from "./guard.ts";
import { bodyBytes } from "./limits.ts";
import { readMessage, readShown } from "./message.ts";
import { type PageFile, readPage } from "./page.ts";
import type { Streams } from "./streams.ts";
import { makeVisitors } from "./visitor.ts";

/** What the web chat is made of. */
export type WebParts = {
  /** Address it is bound to. */
  host: string;
  intake: Intake;
  mailbox: Mailbox;
  /** A finished text of the catalogue, by its whole key. */
  texts: (key: string) => string;
  log: Log;
  webhooks: readonly Webhook[];
  /** Whether people come over https. */
  secure: boolean;
  /** Where people come, if that is another address than the one bound to. */
  publicUrl?: string | undefined;
  /** Epoch ms. */
  clock?: () => number;
};

/** The web server's addresses; what answers are given, nothing of the network. */
export function webApp(parts: WebParts, streams: Streams): Hono {
  const { log, webhooks, host, publicUrl } = parts;
  const app = new Hono();
  app.onError((error, c) => {
    if (!(error instanceof Busy)) log.error("web_failed", { name: error.name });
    return tooMuch(c, 2);
  });
  app.use(withHeaders);
  app.get("/sehat", (c) => c.text("ok"));
  mountWebhooks(app, webhooks);
  app.use(onlyOwnHost(host, publicUrl));
  const visitors = makeVisitors(parts.secure, parts.clock ?? Date.now);
  servePage(app, parts, visitors);
  serveChat(app, parts, visitors, streams);
  return app;
}

const tooMuch = (c: Context, seconds: number): Response =>
  c.text("busy", 503, { "Retry-After": String(seconds) });

const tooLarge = (c: Context): Response => c.text("too large", 413);

function mountWebhooks(app: Hono, webhooks: readonly Webhook[]): void {
  for (const { name, maxBytes, receive, verify } of webhooks) {
    const limit = bodyLimit({ maxSize: maxBytes, onError: tooLarge });
    app.post(`/webhooks/${name}`, limit, async (c) => {
      const body = new Uint8Array(await c.req.arrayBuffer());
      const query = new URL(c.req.url).searchParams;
      return new Response(null, {
        status: await receive({ headers: c.req.raw.headers, query, body }),
      });
    });
    app.get(`/webhooks/${name}`, (c) => {
      const answer = verify?.(new URL(c.req.url).searchParams) ?? null;
      return answer === null ? c.text("refused", 403) : c.text(answer);
    });
  }
}

type Visitors = ReturnType<typeof makeVisitors>;

function servePage(app: Hono, { texts }: WebParts, visitors: Visitors): void {
  const { html, hash, assets } = readPage(texts);
  app.get("/", (c) => {
    // Strict cookies stay at home when a link leads here: the page's own stream settles who this is.
    const fromElsewhere = c.req.header("Sec-Fetch-Site") === "cross-site";
    if (!(fromElsewhere && !visitors.known(c)) && !visitors.welcome(c)) return tooMuch(c, 2);
    return file(c, html);
  });
  app.get(`/aset/${hash}/:name`, (c) => {
    const asset = assets.get(c.req.param("name"));
    if (!asset) return c.notFound();
    c.header("Cache-Control", "public, max-age=31536000, immutable");
    c.header("ETag", `"${hash}"`);
    return c.req.header("If-None-Match") === `"${hash}"` ? c.body(null, 304) : file(c, asset);
  });
}

function file(c: Context, { type, plain, gzip }: PageFile): Response {
  const small = /\bgzip\b/.test(c.req.header("Accept-Encoding") ?? "");
  c.header("Content-Type", type);
  c.header("Vary", "Accept-Encoding");
  if (small) c.header("Content-Encoding", "gzip");
  return c.body(small ? gzip : plain);
}

function serveChat(app: Hono, parts: WebParts, visitors: Visitors, streams: Streams): void {
  const { intake, mailbox, publicUrl, clock = Date.now } = parts;
  const ownPage = onlyOwnPage(publicUrl);
  const limit = bodyLimit({ maxSize: bodyBytes, onError: tooLarge });
  app.get("/aliran", ownPage, (c) => {
    const contact = visitors.welcome(c);
    const since = Number(c.req.query("sejak"));
    const body = contact && streams.open(contact, Number.isSafeInteger(since) ? since : 0);
    if (!body) return tooMuch(c, 10);
    c.header("Content-Type", "text/event-stream; charset=utf-8");
    c.header("X-Accel-Buffering", "no");
    return c.body(body);
  });
  app.post("/lepas", ownPage, (c) => (visitors.replace(c) ? c.body(null, 204) : tooMuch(c, 2)));
  app.post("/pesan", ownPage, onlyJson, limit, async (c) => {
    const contact = visitors.known(c);
    if (!contact) return c.text("no cookie", 401);
    const read = readMessage(await json(c), new Date(clock()).toISOString());
    if (!read) return c.text("not understood", 400);
    return c.json({ state: await intake.accept(contact, read.id, read.message) }, 202);
  });
  app.post("/terima", ownPage, onlyJson, limit, async (c) => {
    const contact = visitors.known(c);
    if (!contact) return c.text("no cookie", 401);
    const ids = readShown(await json(c));
    if (!ids) return c.text("not understood", 400);
    await mailbox.shown(contact, ids);
    streams.look(contact);
    return c.body(null, 204);
  });
}

const onlyJson: MiddlewareHandler = async (c, next) =>
  /^application\/json\b/.test(c.req.header("Content-Type") ?? "")
    ? next()
    : c.text("json only", 415);

const json = async (c: Context): Promise<unknown> => c.req.json().catch(() => null);
