/** How far an event's own time may lie behind and before ours to be believed, in ms. */
const longAgo = 30 * 86_400_000;
const ahead = 60_000;

/** When an event happened, epoch ms: as it states (in seconds), or `now` where that can't be. */
export function timeOf(seconds: number | undefined, now: number): number {
  const at = (seconds ?? Number.NaN) * 1000;
  return at >= now - longAgo && at <= now + ahead ? at : now;
}
