import type { Lease, Line } from "./ports/line.ts";

/** Often enough that two renewals may fail before the 30 s are over. */
const renewEvery = 10_000;

/** Runs a turn and renews its lease meanwhile; `lease` gives the latest one. A lost lease is found at commit. */
export async function withRenewal<T>(
  line: Line,
  first: Lease,
  clock: () => number,
  turn: (lease: () => Lease) => Promise<T>,
): Promise<T> {
  let lease = first;
  const timer = setInterval(() => {
    line
      .renew(lease, clock())
      .then((renewed) => {
        if (renewed) lease = renewed;
      })
      .catch(() => undefined);
  }, renewEvery);
  try {
    return await turn(() => lease);
  } finally {
    clearInterval(timer);
  }
}
