import type { Script } from "./form.ts";
import { isRight, type Peer } from "./peer.ts";

export type Load = {
  users: number;
  /** Messages in flight at most. */
  concurrency: number;
  /** Number of the first person. */
  offset: number;
  scriptOf: (user: number) => Script;
};

export type Driven = {
  messages: number;
  ms: number;
  /** Of each message, sorted, in ms. */
  latencies: Float64Array;
  wrong: number;
  firstWrong: { said: string; want: string; got: string | undefined } | null;
};

/**
 * A closed loop, message by message: everybody's first message, then everybody's second ..., so that all sessions are open
 * at once. A message is done when its reply is out and its state is stored; the time ends when the engine is at rest.
 */
export async function drive(peer: Peer, load: Load): Promise<Driven> {
  const { users, concurrency, offset } = load;
  const scripts = Array.from({ length: users }, (_, i) => load.scriptOf(offset + i));
  const steps = scripts[0]?.says.length ?? 0;
  const latencies = new Float64Array(users * steps);
  const driven: Driven = { messages: 0, ms: 0, latencies, wrong: 0, firstWrong: null };
  const one = async (user: number, said: string, want: string): Promise<void> => {
    const before = performance.now();
    const got = await peer.send(user, said);
    latencies[driven.messages++] = performance.now() - before;
    if (peer.checked === false || isRight(got, want)) return;
    driven.wrong++;
    driven.firstWrong ??= { said, want, got };
  };
  const start = performance.now();
  for (let step = 0; step < steps; step++) {
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < users) {
        const i = next++;
        await one(offset + i, scripts[i]?.says[step] ?? "", scripts[i]?.wants[step] ?? "");
      }
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, users) }, worker));
  }
  await peer.settle?.();
  driven.ms = performance.now() - start;
  latencies.sort();
  return driven;
}

/** The value below which this share of sorted values lies. */
export const percentile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
