import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** One message or status of a webhook's body; `contact` comes along with a message. */
export type HookEvent =
  | { message: Record<string, unknown>; contact?: Record<string, unknown> }
  | { status: Record<string, unknown> }
  | { error: Record<string, unknown> };

export type HookOptions = { appSecret: string; phoneNumberId: string };

/** Bodies under way at once, and the longest pause before one is delivered again, in ms. */
const atOnce = 20;
const longestPause = 500;

/**
 * Delivers events as Meta does: signed, up to `batch` in a body, several bodies at once, and again after a growing pause
 * until they are answered 200; later ones may overtake.
 */
export class GraphHook {
  url: string | null = null;
  /** Events in a body, at most. */
  batch = 100;
  /** While true events are only gathered. */
  held = false;
  /** Every answer that came, in order; 0 where none did. */
  readonly answers: number[] = [];
  private readonly options: HookOptions;
  private readonly waiting: HookEvent[] = [];
  private readonly bodies: Uint8Array[] = [];
  private underWay = 0;
  private pausing = 0;
  private flushing = false;
  private closed = false;

  constructor(options: HookOptions) {
    this.options = options;
  }

  /** Lets events arrive; those of one moment come in one body. */
  push(...events: HookEvent[]): void {
    this.waiting.push(...events);
    if (this.flushing || this.held) return;
    this.flushing = true;
    setImmediate(() => {
      this.flushing = false;
      this.release();
    });
  }

  /** Sends off what was gathered. */
  release(): void {
    this.held = false;
    while (this.waiting.length > 0)
      this.bodies.push(this.bodyOf(this.waiting.splice(0, this.batch)));
    this.pump();
  }

  /** Whether all was answered with 200. */
  get idle(): boolean {
    return (
      this.waiting.length + this.bodies.length + this.underWay + this.pausing === 0 &&
      !this.flushing
    );
  }

  close(): void {
    this.closed = true;
  }

  /** A body as Meta writes it; `rest` is added to its value. */
  bodyOf(events: readonly HookEvent[], rest: Record<string, unknown> = {}): Uint8Array {
    const messages = events.flatMap((event) => ("message" in event ? [event.message] : []));
    const statuses = events.flatMap((event) => ("status" in event ? [event.status] : []));
    const errors = events.flatMap((event) => ("error" in event ? [event.error] : []));
    const contacts = new Map<string, unknown>();
    for (const event of events)
      if ("contact" in event && event.contact)
        contacts.set(JSON.stringify(event.contact), event.contact);
    const value = {
      messaging_product: "whatsapp",
      metadata: {
        display_phone_number: "622150000000",
        phone_number_id: this.options.phoneNumberId,
      },
      ...(contacts.size > 0 ? { contacts: [...contacts.values()] } : {}),
      ...(messages.length > 0 ? { messages } : {}),
      ...(statuses.length > 0 ? { statuses } : {}),
      ...(errors.length > 0 ? { errors } : {}),
      ...rest,
    };
    const changes = [{ value, field: "messages" }];
    return this.raw({ object: "whatsapp_business_account", entry: [{ id: "100200300", changes }] });
  }

  /** JSON as Meta writes it: with escapes that JSON.stringify would not make. */
  raw(body: unknown): Uint8Array {
    const escaped = JSON.stringify(body).replaceAll("/", "\\/");
    return new TextEncoder().encode(
      escaped.replace(
        /[\u0080-\uffff]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
      ),
    );
  }

  sign(body: Uint8Array, secret = this.options.appSecret): string {
    return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  }

  /** Posts a body once; gives the status, 0 if none came. */
  async post(body: Uint8Array, signature: string | null = this.sign(body)): Promise<number> {
    if (this.url === null) throw new Error("no webhook is set");
    const headers = {
      "content-type": "application/json",
      "user-agent": "facebookexternalua",
      ...(signature === null ? {} : { "x-hub-signature-256": signature }),
    };
    try {
      const response = await fetch(this.url, { method: "POST", headers, body });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }

  private pump(): void {
    while (this.underWay < atOnce && this.url !== null && !this.closed) {
      const body = this.bodies.shift();
      if (!body) return;
      this.underWay++;
      void this.deliver(body);
    }
  }

  private async deliver(body: Uint8Array): Promise<void> {
    const status = await this.post(body);
    this.answers.push(status);
    this.underWay--;
    if (status !== 200 && !this.closed) void this.later(body);
    this.pump();
  }

  private readonly tries = new WeakMap<Uint8Array, number>();

  private async later(body: Uint8Array): Promise<void> {
    const tries = (this.tries.get(body) ?? 0) + 1;
    this.tries.set(body, tries);
    this.pausing++;
    await sleep(Math.min(10 * 2 ** tries, longestPause) * (0.5 + Math.random()));
    this.pausing--;
    this.bodies.push(body);
    this.pump();
  }
}
