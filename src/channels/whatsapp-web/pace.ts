import { setTimeout as sleep } from "node:timers/promises";

/** Spreads sendings over time, unevenly as people do. */
export type Pace = {
  /** Resolves when the next message may go out, after "typing" was shown; false when that is longer off than `withinMs`. */
  turn(showTyping: () => void, withinMs: number): Promise<boolean>;
};

/** The longest that "typing" is shown on average, in ms. */
const mostTyping = 1500;

/** `perMinute`: messages over all contacts, on average; `random`: from 0 to 1. */
export function makePace(perMinute: number, clock: () => number, random: () => number): Pace {
  const gap = 60_000 / perMinute;
  const uneven = (ms: number): number => ms * (0.5 + random());
  let next = 0;
  return {
    async turn(showTyping, withinMs) {
      const now = clock();
      const typing = uneven(Math.min(mostTyping, gap / 2));
      const at = Math.max(now + typing, next);
      if (at - now > withinMs) return false;
      next = at + uneven(gap) - typing;
      if (at - now > typing) await sleep(at - now - typing);
      showTyping();
      await sleep(typing);
      return true;
    },
  };
}
