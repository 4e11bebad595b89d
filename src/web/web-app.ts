import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Contact } from "../conversation/ports/contact.ts";
import { Busy, type Intake, type Webhook } from "../conversation/ports/intake.ts";
import type { Mailbox } from "../conversation/ports/outbox.ts";
import type { PairingView } from "../conversation/ports/pairing.ts";
import type { SecureForms } from "../conversation/ports/secure-form.ts";
import type { Log } from "../lib/log.ts";
import { onlyOwnHost, onlyOwnPage, withHeaders } from "./guard.ts";
import { bodyBytes, fileBytes } from "./limits.ts";
import { readMessage, readMime, readShown } from "./message.ts";
import { type PageFile, readPage } from "./page.ts";
import { servePairing } from "./pairing-page.ts";
import { serveSecureForms } from "./secure-form-page.ts";
import type { Streams } from "./streams.ts";
import { makeUploads, type Uploads } from "./uploads.ts";
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
  /** Whether somebody will look at a file of this contact's; without it none is taken. */
  wantsFile?: (contact: Contact) => Promise<boolean>;
  /** Keeps the file that came with the message of this id; what it throws makes the page try again. */
  keepFile?: (contact: Contact, id: string, file: SentFile) => Promise<void>;
  /** Pages for single answers; there are none without. */
  secureForms?: SecureForms;
  /** How a channel stands to the telephone that it is linked to; shown at /tautkan to this machine alone. */
  pairing?: () => PairingView;
  /** Epoch ms. */
  clock?: () => number;
};

/** A file as a page sent it; what it is, it says itself. */
export type SentFile = { content: Uint8Array; mime: string };

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
  if (parts.pairing) servePairing(app, parts.pairing);
  const visitors = makeVisitors(parts.secure, parts.clock ?? Date.now);
  servePage(app, parts, visitors);
  serveSecureForms(app, parts, visitors);
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
  const uploads = makeUploads(clock);
  serveFiles(app, parts, visitors, uploads);
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
    const { id, message } = read;
    const state = await intake.accept(contact, id, message);
    const may = message.media && state !== "refused" && parts.keepFile;
    if (!may || !(await parts.wantsFile?.(contact))) return c.json({ state }, 202);
    uploads.announce(contact, id);
    return c.json({ state, upload: true }, 202);
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

/** Takes files that pages were asked for. Who is not asked is refused before anything is read. */
function serveFiles(app: Hono, parts: WebParts, visitors: Visitors, uploads: Uploads): void {
  const { keepFile, publicUrl } = parts;
  if (!keepFile) return;
  const limit = bodyLimit({ maxSize: fileBytes, onError: tooLarge });
  const awaited: MiddlewareHandler = async (c, next) => {
    const contact = visitors.known(c);
    if (!contact) return c.text("no cookie", 401);
    const state = uploads.stateOf(contact, c.req.query("id") ?? "");
    if (state === null) return c.notFound();
    if (state === "kept") return c.text("kept already", 409);
    const end = uploads.begin();
    if (!end) return tooMuch(c, 5);
    return next().finally(end);
  };
  app.post("/berkas", onlyOwnPage(publicUrl), awaited, limit, async (c) => {
    const contact = visitors.known(c);
    const id = c.req.query("id") ?? "";
    const content = await whole(c);
    if (!contact || !content) return c.text("cut off", 400);
    const file = { content, mime: readMime(c.req.header("Content-Type")) };
    const kept = await uploads.finish(contact, id, () => keepFile(contact, id, file));
    return kept ? c.body(null, 204) : tooMuch(c, 1);
  });
}

/** The body, if all of it came. */
async function whole(c: Context): Promise<Uint8Array | null> {
  const content = new Uint8Array(await c.req.arrayBuffer());
  const length = c.req.header("Content-Length");
  return length === undefined || Number(length) === content.byteLength ? content : null;
}

const onlyJson: MiddlewareHandler = async (c, next) =>
  /^application\/json\b/.test(c.req.header("Content-Type") ?? "")
    ? next()
    : c.text("json only", 415);

const json = async (c: Context): Promise<unknown> => c.req.json().catch(() => null);
