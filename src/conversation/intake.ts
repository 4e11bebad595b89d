import type { Log } from "../lib/log.ts";
import type { Conversation } from "./conversation.ts";
import { makeInboundLimit } from "./inbound-limit.ts";
import { Busy, type Intake } from "./ports/intake.ts";
import type { Inbound } from "./ports/line.ts";

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
  return {
    settled: slots.settled,
    async accept(contact, id, message) {
      const written = Math.min(Date.parse(message.at) || clock(), clock());
      const verdict = limit(JSON.stringify(contact), written);
      if (verdict === "drop") return "refused";
      const notice: Inbound = { kind: "message", at: message.at, notice: "hurried" };
      const told = verdict === "tell";
      await slots.take();
      try {
        const entered = await conversation.enter(contact, id, told ? notice : message);
        void entered.work
          .catch((error) => {
            const name = error instanceof Error ? error.name : "unknown";
            log.error("turn_not_ended", { name });
          })
          .finally(slots.free);
        if (told) return "refused";
        return entered.state === "seen" ? "seen" : "entered";
      } catch (error) {
        slots.free();
        throw error;
      }
    },
  };
}

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
