import type { Log } from "../lib/log.ts";
import { nameOf } from "../lib/name-of.ts";
import type { Finish } from "./finish.ts";
import { invite } from "./invite.ts";
import type { Channel, Outgoing, SendError, SendErrorCode } from "./ports/channel.ts";
import type { Contact } from "./ports/contact.ts";
import type { Deliveries } from "./ports/deliveries.ts";
import type { Outbox } from "./ports/outbox.ts";
import type { HeldPart } from "./ports/part.ts";
import { remedyFor } from "./send-errors.ts";

/** Contacts that one process sends to at the same time on one channel. */
const contactsAtOnce = 200;
/** How far ahead sendings are planned by the rate limit, in ms; beyond it contacts stay in the outbox. */
const ahead = 1000;
/** What a sending takes at most (see the port), with a margin, in ms: a hold with less left is given back. */
const sendingTakes = 22_000;
/** Contacts whose last sending is remembered, for the pause between two messages. */
const remembered = 20_000;

export type SenderParts = {
  outbox: Outbox;
  deliveries: Pick<Deliveries, "accepted" | "awaits" | "lost">;
  finish: Finish;
  clock: () => number;
  log: Log;
};

/** The provider's own code, with which its words begin, else ours. */
const providerCode = ({ code, detail }: SendError): string => /^\d+/.exec(detail)?.[0] ?? code;

/** Failures that say something of the channel and not of the person or the part. */
const channelCodes: ReadonlySet<SendErrorCode> = new Set([
  "unreachable",
  "too_many",
  "unauthorized",
  "locked",
]);

/** Sends for one channel: keeps its rate limits, and settles every part with the outbox before the next of that contact. */
export class Sender {
  private readonly channel: Channel;
  private readonly parts: SenderParts;
  private readonly lastTo = new Map<string, number>();
  private readonly running = new Set<Promise<void>>();
  private nextFree = 0;
  private pausedUntil = 0;
  private inRow = 0;
  private stopped = false;

  constructor(channel: Channel, parts: SenderParts) {
    this.channel = channel;
    this.parts = parts;
  }

  get account(): { channel: string; account: string } {
    return this.channel;
  }

  /** How many more contacts may be held now; 0 while the channel is paused, 1 while it is tried again after a failure. */
  room(): number {
    const now = this.parts.clock();
    if (this.stopped || now < this.pausedUntil || this.channel.isElsewhere?.()) return 0;
    if (this.inRow > 0) return this.running.size === 0 ? 1 : 0;
    const planned = Math.max(0, this.nextFree - now);
    const byRate = Math.ceil(((ahead - planned) * this.channel.limits.perSecond) / 1000);
    return Math.max(0, Math.min(contactsAtOnce - this.running.size, byRate));
  }

  /** Sends this part and whatever the contact is owed after it. */
  send(held: HeldPart): void {
    const work: Promise<void> = this.sendAll(held)
      .catch((error) => {
        this.parts.log.error("delivery_failed", {
          channel: this.channel.channel,
          name: nameOf(error),
        });
      })
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  /** Begins nothing new; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.running);
  }

  private async sendAll(first: HeldPart): Promise<void> {
    for (let held: HeldPart | null = first; held; ) {
      const body = await this.parts.finish(held.contact, held.part);
      await this.turnComes(held.contact);
      const now = this.parts.clock();
      if (this.stopped || now < this.pausedUntil || held.until - now < sendingTakes) {
        await this.parts.outbox.later(held, Math.max(now, this.pausedUntil));
        return;
      }
      const result = await this.channel.send(held.contact, body);
      held =
        result.state === "sent"
          ? await this.sent(held, result.receipt)
          : await this.failed(held, result.error);
    }
  }

  /** Waits for the contact's pause and for a place in the channel's rate. */
  private async turnComes(contact: Contact): Promise<void> {
    const { perSecond, contactGapMs } = this.channel.limits;
    const now = this.parts.clock();
    const last = this.lastTo.get(contact.user);
    const at = Math.max(now, this.nextFree, last === undefined ? 0 : last + contactGapMs);
    this.nextFree = Math.max(now, this.nextFree) + 1000 / perSecond;
    // A millisecond is what a timer can tell.
    if (at - now >= 1) await new Promise((resolve) => setTimeout(resolve, at - now));
  }

  private async sent(held: HeldPart, receipt: string | undefined): Promise<HeldPart | null> {
    const { clock, outbox, deliveries } = this.parts;
    this.inRow = 0;
    this.remember(held.contact);
    for (;;) {
      try {
        const failure =
          receipt === undefined
            ? null
            : await deliveries.accepted(held.contact, held.part, receipt, clock());
        if (failure) return await this.failed(held, { code: failure.error, detail: failure.code });
        return await outbox.sent(held, clock());
      } catch (error) {
        // Unless the outbox knows, somebody sends it again when the hold has run out.
        if (this.stopped || clock() > held.until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  private async failed(held: HeldPart, error: SendError): Promise<HeldPart | null> {
    const { outbox, deliveries, clock, log } = this.parts;
    const now = clock();
    const reached = !channelCodes.has(error.code);
    // What was under way when the channel was paused says nothing new.
    if (reached) this.inRow = 0;
    else if (now >= this.pausedUntil) this.inRow += 1;
    const { attempts, at } = held;
    const remedy = remedyFor(error, { attempts, inRow: this.inRow, age: now - at });
    const { channel } = this.channel;
    const level = error.code === "unauthorized" || error.code === "locked" ? "error" : "warn";
    log[level]("send_failed", { channel, code: error.code, detail: error.detail, attempts });
    switch (remedy.do) {
      case "retry":
        if (remedy.waits === "channel")
          this.pausedUntil = Math.max(this.pausedUntil, now + remedy.ms);
        await outbox.later(held, Math.max(now + remedy.ms, this.pausedUntil));
        return null;
      case "give-up":
        await deliveries.lost(held.contact, held.part, providerCode(error), now);
        return outbox.giveUp(held, error.code, now);
      case "drop":
        await outbox.drop(held);
        return null;
      case "await":
        return this.untilTheyWrite(held);
    }
  }

  /** Keeps the part for the person's next message, and asks for that one, once, where the channel may. */
  private async untilTheyWrite(held: HeldPart): Promise<HeldPart | null> {
    const { deliveries, outbox, clock, log } = this.parts;
    if (!(held.part.body as Outgoing).passing) {
      const isFirst = await deliveries.awaits(held.contact, held.part, clock());
      if (isFirst) await invite(this.channel, held.contact, log);
    }
    return outbox.sent(held, clock());
  }

  private remember(contact: Contact): void {
    this.lastTo.delete(contact.user);
    this.lastTo.set(contact.user, this.parts.clock());
    if (this.lastTo.size > remembered) this.lastTo.delete(this.lastTo.keys().next().value ?? "");
  }
}
