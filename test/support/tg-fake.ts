import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { TgDesk } from "./tg-fake-desk.ts";
import { TgGroup, TgUser } from "./tg-fake-people.ts";
import { type Failure, failed, type Params, Refusal, readParams, reply } from "./tg-fake-wire.ts";

/** What goes wrong with a call: Telegram's refusal, an HTTP status with a page, a cut connection, or a delay in ms. */
export type Fault = Failure | { status: number; body?: string } | "reset" | { delay: number };

export type Call = { method: string; params: Params; at: number };

export type FakeUpdate = { update_id: number } & Record<string, unknown>;

type Poll = { wake: () => void; end: (updates: FakeUpdate[] | null) => void };

const conflict = (words: string): Refusal =>
  new Refusal({ error_code: 409, description: `Conflict: ${words}` });

/**
 * The Bot API on 127.0.0.1, for one bot: updates wait until a later offset confirms them, polling is held open, a second
 * poller ends the first, a webhook is delivered to until it answers 2xx, and refusals have Telegram's own words. Limits
 * of pace are not enforced; `calls` and `sent` tell when what came. Bots in other processes are given `apiRoot` and `token`.
 */
export class TgFake extends EventEmitter {
  readonly token = "4242:FAKE-token_of-a-test";
  readonly desk = new TgDesk();
  readonly calls: Call[] = [];
  /** Updates that were not confirmed yet. */
  queue: FakeUpdate[] = [];
  webhook: Params | null = null;
  readonly webhookErrors: string[] = [];
  private readonly faults: { method: string; fault: Fault }[] = [];
  private readonly server = createServer((request, response) => {
    void this.serve(request, response);
  });
  private held: Poll | null = null;
  private lastUpdate = 1000;
  private lastCallback = 0;
  private pumping = false;
  private closed = false;

  async listen(port = 0): Promise<this> {
    this.desk.onSent = (message) => this.emit("sent", message);
    // Node closes idle connections after 5 s, at times just when a busy bot uses one again.
    this.server.keepAliveTimeout = 120_000;
    this.server.listen(port, "127.0.0.1");
    await once(this.server, "listening");
    return this;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.held?.end([]);
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Whether a bot waits for updates. */
  get polling(): boolean {
    return this.held !== null;
  }

  /** Every message of the bot's, in order. */
  get sent() {
    return this.desk.sent;
  }

  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** A person with a private chat. */
  user(id: number, name = `Orang ${id}`): TgUser {
    return new TgUser(this, id, name);
  }

  /** A group that the bot is in. */
  group(id: number, title = "Paguyuban"): TgGroup {
    return new TgGroup(this, id, title);
  }

  /** Lets an update arrive; returns its id. */
  push(fields: Record<string, unknown>): number {
    const update: FakeUpdate = { update_id: ++this.lastUpdate, ...fields };
    this.queue.push(update);
    this.held?.wake();
    void this.pump();
    return update.update_id;
  }

  /** The open poll ends with nothing, as it does when its time is over. */
  endPoll(): void {
    this.held?.end([]);
  }

  openCallback(): string {
    const id = String(++this.lastCallback);
    this.desk.callbacks.set(id, "open");
    return id;
  }

  /** The next `times` calls of this method ("*" for any) fail. */
  fail(method: string, fault: Fault, times = 1): void {
    for (let left = times; left > 0; left--) this.faults.push({ method, fault });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.apiRoot);
    const parts: Buffer[] = [];
    try {
      for await (const part of request) parts.push(part as Buffer);
    } catch {
      return;
    }
    if (url.pathname.startsWith(`/file/bot${this.token}/`))
      return this.serveFile(decodeURIComponent(url.pathname), response);
    const [, token, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
    if (token === undefined) return reply(response, 404, failed(404, "Not Found"));
    if (token !== this.token) return reply(response, 401, failed(401, "Unauthorized"));
    const params = await readParams(request, Buffer.concat(parts), url);
    this.calls.push({ method, params, at: Date.now() });
    this.emit("call", method, params);
    if (await this.goesWrong(method, response)) return;
    try {
      reply(response, 200, { ok: true, result: await this.run(method, params, response) });
    } catch (error) {
      const failure =
        error instanceof Refusal ? error.failure : { error_code: 500, description: String(error) };
      reply(response, failure.error_code, { ok: false, ...failure });
    }
  }

  /** What lies at a path; faults of the method "file" go before. */
  private async serveFile(pathname: string, response: ServerResponse): Promise<void> {
    const path = pathname.slice(`/file/bot${this.token}/`.length);
    this.calls.push({ method: "file", params: { path }, at: Date.now() });
    if (await this.goesWrong("file", response)) return;
    const file = [...this.desk.files.values()].find((one) => one.path === path);
    if (!file) return reply(response, 404, failed(404, "Not Found"));
    response.writeHead(200, { "content-type": "application/octet-stream" });
    response.end(file.content);
  }

  private async goesWrong(method: string, response: ServerResponse): Promise<boolean> {
    const index = this.faults.findIndex((one) => one.method === method || one.method === "*");
    const fault = index < 0 ? undefined : this.faults.splice(index, 1)[0]?.fault;
    if (fault === undefined) return false;
    if (fault === "reset") response.destroy();
    else if ("delay" in fault) {
      await sleep(fault.delay);
      return false;
    } else if ("status" in fault) {
      response.writeHead(fault.status, { "content-type": "text/html" });
      response.end(fault.body ?? "<html>oops</html>");
    } else reply(response, fault.error_code, { ok: false, ...fault });
    return true;
  }

  private run(method: string, params: Params, response: ServerResponse): unknown {
    switch (method) {
      case "getUpdates":
        return this.getUpdates(params, response);
      case "setWebhook":
        return this.setWebhook(params["url"] ? params : null, params);
      case "deleteWebhook":
        return this.setWebhook(null, params);
      case "getWebhookInfo":
        return { url: this.webhook?.["url"] ?? "", pending_update_count: this.queue.length };
      default:
        return this.desk.run(method, params);
    }
  }

  private setWebhook(webhook: Params | null, params: Params): true {
    if (params["drop_pending_updates"] === true) this.queue = [];
    this.webhook = webhook;
    if (webhook) this.held?.end(null);
    void this.pump();
    return true;
  }

  private async getUpdates(params: Params, response: ServerResponse): Promise<FakeUpdate[]> {
    if (this.webhook)
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    this.held?.end(null);
    const offset = Number(params["offset"] ?? 0);
    if (offset > 0) this.queue = this.queue.filter(({ update_id }) => update_id >= offset);
    const wanted = (params["allowed_updates"] ?? []) as string[];
    const take = () => {
      if (wanted.length > 0)
        this.queue = this.queue.filter((update) => wanted.some((kind) => kind in update));
      return this.queue.slice(0, Math.min(Number(params["limit"] ?? 100), 100));
    };
    const seconds = Number(params["timeout"] ?? 0);
    if (take().length > 0 || seconds === 0) return take();
    const got = await this.hold(take, seconds, response);
    if (got === null)
      throw conflict(
        "terminated by other getUpdates request; make sure that only one bot instance is running",
      );
    return got;
  }

  /** Keeps a poll open until something arrives, the time is over, it is taken over (null), or the bot hangs up. */
  private hold(take: () => FakeUpdate[], seconds: number, response: ServerResponse) {
    return new Promise<FakeUpdate[] | null>((resolve) => {
      const poll: Poll = {
        wake: () => {
          if (take().length > 0) poll.end(take());
        },
        end: (updates) => {
          if (this.held === poll) this.held = null;
          clearTimeout(timer);
          resolve(updates);
        },
      };
      const timer = setTimeout(() => poll.end([]), seconds * 1000);
      response.on("close", () => poll.end([]));
      this.held = poll;
    });
  }

  /** Delivers to the webhook, one update at a time, again until it is taken. */
  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    for (let update = this.queue[0]; update && !this.closed; update = this.queue[0]) {
      if (!this.webhook) break;
      const { url, secret_token: secret } = this.webhook as { url: string; secret_token?: string };
      const headers = {
        "content-type": "application/json",
        ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
      };
      try {
        const body = JSON.stringify(update);
        const { ok, status } = await fetch(url, { method: "POST", body, headers });
        if (!ok) throw new Error(`Wrong response from the webhook: ${status}`);
        this.queue.shift();
      } catch (error) {
        this.webhookErrors.push(error instanceof Error ? error.message : "?");
        await sleep(50);
      }
    }
    this.pumping = false;
  }
}
