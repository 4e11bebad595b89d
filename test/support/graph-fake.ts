import { createHash } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { GraphHook, type HookEvent } from "./graph-fake-hook.ts";
import { GraphPerson, type GraphSent, type Known, newWamid } from "./graph-fake-person.ts";
import { shownFrom } from "./graph-fake-rules.ts";
import {
  answer,
  answerFault,
  bodyOf,
  type GraphFault,
  GraphRefusal,
  refuse,
} from "./graph-fake-wire.ts";

export type GraphCall = { method: string; path: string; authorization: string; at: number };

/** What happens to a call instead of what was asked; `slow`: before it. */
type Trouble = GraphFault | "reset" | { slow: number };

type Media = { content: Uint8Array; mime: string; name: string; facts: Record<string, unknown> };

const day = 86_400_000;

/**
 * WhatsApp's Graph API on 127.0.0.1 for one business number, with the people who have WhatsApp. It refuses what WhatsApp
 * would refuse, and whoever has not written for 24 hours of `clock`. Limits of pace are not enforced; bots in other
 * processes are given `apiRoot` and the secrets, and are delivered to at `hook.url`.
 */
export class GraphFake extends EventEmitter {
  readonly token = "EAAFakeTokenOfATest0123456789";
  readonly appSecret = "0123456789abcdef-fake-secret";
  readonly verifyToken = "kata-periksa-palsu";
  readonly phoneNumberId = "106540352242922";
  readonly hook = new GraphHook(this);
  readonly calls: GraphCall[] = [];
  /** Every message of the bot's that was taken, in order, and the ids of those that it marked as read. */
  readonly sent: (GraphSent & { to: GraphPerson })[] = [];
  readonly marks: { id: string; typing: boolean; at: number }[] = [];
  /** "name/language" of the templates that are approved. */
  readonly templates = new Set<string>();
  readonly media = new Map<string, Media>();
  clock: () => number = Date.now;
  /** Statuses that are told of every message that was sent. */
  tells: readonly string[] = [];
  /** Whether somebody who has not written for 24 hours is told of in the answer, or later by a status. */
  windowBy: "answer" | "status" = "answer";
  private readonly people = new Map<string, GraphPerson>();
  private readonly troubles: { trouble: Trouble; path: RegExp }[] = [];
  private readonly laterFailures: number[] = [];
  private lastMedia = 700_000_000_000;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  async listen(port = 0): Promise<this> {
    // Node closes idle connections after 5 s, at times just when a busy bot uses one again.
    this.server.keepAliveTimeout = 120_000;
    this.server.listen(port, "127.0.0.1");
    await once(this.server, "listening");
    return this;
  }

  async close(): Promise<void> {
    this.hook.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  person(known: Known): GraphPerson {
    const person = new GraphPerson(this, known);
    for (const key of [known.bsuid, known.phone])
      if (key !== undefined) this.people.set(key, person);
    return person;
  }

  push(...events: HookEvent[]): void {
    this.hook.push(...events);
  }

  /** The next sendings (or calls to another `path`) fail. */
  failNext({ times = 1, path = /\/messages$/, ...fault }: GraphFault & Failing): void {
    this.trouble(fault, times, path);
  }

  resetNext(times = 1, path = /\/messages$/): void {
    this.trouble("reset", times, path);
  }

  /** The next file is somewhere else. */
  redirectNext = (http: number, location: string) =>
    this.trouble({ http, location }, 1, /^\/files\//);

  slowNext(ms: number, times = 1, path = /\/messages$/): void {
    this.trouble({ slow: ms }, times, path);
  }

  /** The next sendings are taken, and fail later by a status. */
  failLater(code: number, times = 1): void {
    for (let left = times; left > 0; left--) this.laterFailures.push(code);
  }

  /** Asks the webhook whether it is ours, as the app's dashboard does. */
  async verify(token = this.verifyToken, challenge = "1158201444") {
    const query = {
      "hub.mode": "subscribe",
      "hub.verify_token": token,
      "hub.challenge": challenge,
    };
    const response = await fetch(`${this.hook.url}?${new URLSearchParams(query)}`);
    return { status: response.status, text: await response.text() };
  }

  /** Keeps a file to be fetched; gives its id. */
  keepMedia(content: Uint8Array, mime: string, facts: Record<string, unknown> = {}): string {
    const id = String(++this.lastMedia);
    this.media.set(id, { content, mime, name: "", facts });
    return id;
  }

  /** Tells what became of a message. */
  tell(id: string, status: string, code?: number): void {
    const errors = code === undefined ? [] : [{ code, title: "Failed", href: "https://x.example" }];
    const timestamp = String(Math.floor(this.clock() / 1000));
    const to = this.sent.find((one) => one.id === id)?.to.known;
    this.push({
      status: {
        ...{ id, status, timestamp, recipient_id: to?.phone, recipient_user_id: to?.bsuid },
        ...(code === undefined ? {} : { errors }),
      },
    });
  }

  private trouble(trouble: Trouble, times: number, path: RegExp): void {
    for (let left = times; left > 0; left--) this.troubles.push({ trouble, path });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path } = new URL(request.url ?? "/", this.apiRoot);
    const { method = "" } = request;
    const authorization = request.headers.authorization ?? "";
    this.calls.push({ method, path, authorization, at: Date.now() });
    try {
      const body = await bodyOf(request);
      if (await this.goesWrong(path, body, response)) return;
      if (authorization !== `Bearer ${this.token}`)
        refuse(190, "Invalid OAuth access token - Cannot parse access token", 401);
      await this.run(`${method} ${path}`, body, request, response);
    } catch (error) {
      if (error instanceof GraphRefusal) answerFault(response, error.fault);
      else answerFault(response, { http: 500, code: 1, message: String(error) });
    }
  }

  /** Marking as read is a message too for the API; a trouble meant for sendings leaves it alone. */
  private async goesWrong(path: string, body: Buffer, response: ServerResponse): Promise<boolean> {
    if (path.endsWith("/messages") && body.includes('"status":"read"')) return false;
    const index = this.troubles.findIndex((one) => one.path.test(path));
    const trouble = index < 0 ? undefined : this.troubles.splice(index, 1)[0]?.trouble;
    if (trouble === undefined) return false;
    if (trouble === "reset") response.destroy();
    else if ("slow" in trouble) {
      await sleep(trouble.slow);
      return false;
    } else answerFault(response, trouble);
    return true;
  }

  private async run(
    call: string,
    body: Buffer,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const own = `POST /v24.0/${this.phoneNumberId}`;
    if (call === `${own}/messages`)
      answer(response, 200, this.take(JSON.parse(String(body)) as Record<string, unknown>));
    else if (call === `${own}/media`) answer(response, 200, await this.upload(body, request));
    else if (call === `GET /v24.0/${this.phoneNumberId}`)
      answer(response, 200, { id: this.phoneNumberId });
    else if (call.startsWith("GET /v24.0/")) answer(response, 200, this.tellMedia(call.slice(11)));
    else if (call.startsWith("GET /files/")) this.giveMedia(call.slice(11), response);
    else refuse(100, "Unsupported request");
  }

  private take(payload: Record<string, unknown>): unknown {
    if (payload["status"] === "read") {
      const typing = JSON.stringify(payload["typing_indicator"]) === '{"type":"text"}';
      this.marks.push({ id: String(payload["message_id"]), typing, at: Date.now() });
      return { success: true };
    }
    const shown = shownFrom(payload, (id) => this.media.has(id));
    const whom = String(payload["to"] ?? payload["recipient"]);
    const to = this.people.get(whom);
    if (!to || to.unreachable || (payload["to"] !== undefined) !== /^\d+$/.test(whom))
      return refuse(131026, "Message undeliverable");
    const { name, language } = shown.template ?? {};
    if (shown.template && !this.templates.has(`${name}/${language}`))
      refuse(132001, "Template name does not exist in the translation", 404);
    const late = !shown.template && !(this.clock() - (to.wroteAt ?? 0) < day);
    if (late && this.windowBy === "answer") refuse(131047, "Re-engagement message");
    const id = newWamid();
    const sent = { ...shown, id, payload, at: this.clock(), to };
    this.sent.push(sent);
    this.tellAfter(sent, late ? 131047 : this.laterFailures.shift());
    return {
      messaging_product: "whatsapp",
      contacts: [{ input: whom, wa_id: to.known.phone, user_id: to.known.bsuid }],
      messages: [{ id }],
    };
  }

  private tellAfter(sent: (typeof this.sent)[number], failure: number | undefined): void {
    if (failure !== undefined) this.tell(sent.id, "failed", failure);
    else {
      sent.to.inbox.push(sent);
      for (const status of this.tells) this.tell(sent.id, status);
    }
    this.emit("sent", sent);
  }

  private async upload(body: Buffer, request: IncomingMessage): Promise<unknown> {
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    const file = form.get("file");
    if (form.get("messaging_product") !== "whatsapp" || !file || typeof file === "string")
      return refuse(100, "messaging_product and file are required");
    const id = this.keepMedia(new Uint8Array(await file.arrayBuffer()), file.type);
    const kept = this.media.get(id);
    if (kept) kept.name = file.name;
    return { id };
  }

  private tellMedia(id: string): unknown {
    const { content, mime, facts } = this.media.get(id) ?? refuse(100, "Unsupported get request");
    const sha256 = createHash("sha256").update(content).digest("hex");
    return {
      ...{ messaging_product: "whatsapp", id, url: `${this.apiRoot}/files/${id}` },
      ...{ mime_type: mime, sha256, file_size: content.byteLength, ...facts },
    };
  }

  private giveMedia(id: string, response: ServerResponse): void {
    const media = this.media.get(id) ?? refuse(100, "No such file", 404);
    response.writeHead(200, { "content-type": media.mime });
    response.end(media.content);
  }
}

type Failing = { times?: number; path?: RegExp };
