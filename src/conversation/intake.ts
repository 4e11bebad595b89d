import type { Log } from "../lib/log.ts";
import { nameOf } from "../lib/name-of.ts";
import type { Conversation } from "./conversation.ts";
import { makeInboundLimit } from "./inbound-limit.ts";
import type { Contact } from "./ports/contact.ts";
import { type Accepted, Busy, type Intake } from "./ports/intake.ts";
import type { Inbound, Returned } from "./ports/line.ts";

/** Turns under way at once in one process: enough to keep the store busy. */
const turnsAtOnce = 64;
/** Messages that wait for a turn to end; beyond it the provider is asked to deliver again. */
const waitingAtMost = 1000;

/** An intake that can be waited for. */
export type ClosableIntake = Intake & {
  /** Resolves when no turn is under way any more. */
  settled(): Promise<void>;
};

/** Puts what channels receive into the conversation, with bounded memory and a polite limit a contact. */
export function makeIntake(
  conversation: Pick<Conversation, "enter">,
  { clock, log }: { clock: () => number; log: Log },
): ClosableIntake {
  const limit = makeInboundLimit();
  const slots = makeSlots(turnsAtOnce, waitingAtMost);

  /** Puts it in line; its place is given back when the turn is over. */
  const enter = async (
    contact: Contact,
    id: string,
    message: Inbound | Returned,
  ): Promise<Accepted> => {
    await slots.take();
    try {
      const entered = await conversation.enter(contact, id, message);
      void entered.work
        .catch((error) => {
          log.error("turn_not_ended", { name: nameOf(error) });
        })
        .finally(slots.free);
      return entered.state === "seen" ? "seen" : "entered";
    } catch (error) {
      slots.free();
      if (!isUnreadable(error)) throw error;
      log.error("contact_unreadable");
      return "refused";
    }
  };

  return {
    settled: slots.settled,
    async giveBack(contact, part) {
      await enter(contact, `back-${part.id}`, { kind: "returned", part });
    },
    async accept(contact, id, message) {
      const { at } = message;
      const who = JSON.stringify(contact);
      const verdict = limit.check(who, Math.min(Date.parse(at) || clock(), clock()));
      switch (verdict) {
        case "drop":
          return "refused";
        case "tell":
          await enter(contact, id, { kind: "message", at, notice: "hurried" });
          return "refused";
        case "pass":
          try {
            return await enter(contact, id, message);
          } catch (error) {
            limit.giveBack(who);
            throw error;
          }
      }
    },
  };
}

/** What is stored of this contact can't be read: trying again would hold up everybody behind it. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "tampered" || error.code === "wrong_key");

/** `many` at once, in the order of asking; `waiting` may wait, more get Busy. */
function makeSlots(many: number, waiting: number) {
  let taken = 0;
  const queue: (() => void)[] = [];
  let whenEmpty: (() => void)[] = [];
  return {
    async take(): Promise<void> {
      if (taken < many) {
        taken++;
        return;
      }
      if (queue.length >= waiting) throw new Busy();
      await new Promise<void>((resolve) => queue.push(resolve));
    },
    free(): void {
      const next = queue.shift();
      if (next) {
        next();
        return;
      }
      taken--;
      if (taken > 0) return;
      for (const resolve of whenEmpty) resolve();
      whenEmpty = [];
    },
    settled: (): Promise<void> =>
      taken === 0 ? Promise.resolve() : new Promise((resolve) => whenEmpty.push(resolve)),
  };
}
