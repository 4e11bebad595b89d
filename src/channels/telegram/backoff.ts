import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "./api.ts";

/** Pauses after failures, in ms: the first, the longest, and that after a refused token. */
export type Waits = { firstMs: number; mostMs: number; tokenMs: number };

export const usualWaits: Waits = { firstMs: 1000, mostMs: 30_000, tokenMs: 60_000 };

/** Whether Telegram does not know the token (it answers 404 to a misshapen one). */
export const isWrongToken = ({ code }: Fault): boolean => code === 401 || code === 404;

/** Pauses that double with every failure until a success; Telegram's own wish goes before. */
export type Backoff = {
  /** How long to wait after this failure, in ms; the next time longer. */
  pauseAfter(fault: Fault | null): number;
  /** Waits as long as the failure asks for; ends early, without throwing, when the signal says so. */
  wait(fault: Fault | null, signal: AbortSignal): Promise<void>;
  reset(): void;
};

export function makeBackoff({ firstMs, mostMs, tokenMs }: Waits): Backoff {
  let next = firstMs;
  const pauseAfter = (fault: Fault | null): number => {
    if (fault?.retryAfterMs !== undefined) return fault.retryAfterMs;
    if (fault && isWrongToken(fault)) return tokenMs;
    const pause = next;
    next = Math.min(2 * next, mostMs);
    return pause;
  };
  return {
    pauseAfter,
    wait: (fault, signal) => sleep(pauseAfter(fault), undefined, { signal }).catch(() => undefined),
    reset() {
      next = firstMs;
    },
  };
}
