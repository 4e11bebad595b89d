import { Worker } from "node:worker_threads";
import type { Draw } from "../conversation/ports/draw.ts";
import type { Comparison } from "../flow/comparison.ts";
import type { Asked, Drawn } from "./draw-in-thread.ts";

/** How long one picture may take, in ms: the first has the library to load, which is slow on a busy machine. */
const within = 20_000;
/** How long one that failed is not tried again, in ms: what is sent again goes without it at once. */
const givenUpFor = 60_000;
/** How long the thread stays without work, in ms: it holds some 80 MB. */
const idleFor = 60_000;
/** Pictures kept: the same is drawn again for each look of a page, and for each try of a sending. */
const kept = 20;
/** Pictures that wait at the same time; more are refused, and their captions go alone. */
const waitingAtOnce = 50;

export type Drawing = { draw: Draw; close(): Promise<void> };

/**
 * Draws comparisons as PNG in a thread of its own, which is started with the first one: nobody else's turn waits for a picture, and
 * who asks for none loads no library.
 */
export function makeDrawing(): Drawing {
  const waiting = new Map<number, { done(png: Uint8Array): void; failed(error: Error): void }>();
  const ready = new Map<string, Promise<Uint8Array>>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let count = 0;

  const end = async (error: string): Promise<void> => {
    const ended = worker;
    worker = undefined;
    clearTimeout(idle);
    for (const { failed } of [...waiting.values()]) failed(new Error(error));
    await ended?.terminate();
  };
  const settle = (answer: Drawn): void => {
    const one = waiting.get(answer.id);
    if ("png" in answer) one?.done(answer.png);
    else one?.failed(new Error(answer.error));
  };
  const start = (): Worker => {
    const started = new Worker(new URL("./draw-worker.mjs", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    started.on("message", settle);
    started.on("error", () => started === worker && void end("drawing failed"));
    started.on("exit", () => started === worker && void end("drawing ended"));
    return started;
  };
  const rest = (): void => {
    if (waiting.size > 0) return;
    // An idle thread keeps no process alive.
    worker?.unref();
    clearTimeout(idle);
    idle = setTimeout(() => void end("idle"), idleFor);
    idle.unref();
  };
  const drawNew = (comparison: Comparison): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (waiting.size >= waitingAtOnce) {
        reject(new Error("too many pictures"));
        return;
      }
      const id = ++count;
      const timer = setTimeout(() => void end("too slow"), within);
      const settled = () => {
        clearTimeout(timer);
        waiting.delete(id);
        rest();
      };
      waiting.set(id, {
        done: (png) => [settled(), resolve(png)],
        failed: (error) => [settled(), reject(error)],
      });
      worker ??= start();
      worker.ref();
      worker.postMessage({ id, comparison } satisfies Asked);
    });

  return {
    draw(comparison) {
      const key = JSON.stringify(comparison);
      const known = ready.get(key);
      if (known !== undefined) return known;
      const png = drawNew(comparison);
      ready.set(key, png);
      if (ready.size > kept) ready.delete(ready.keys().next().value ?? "");
      png.catch(() => setTimeout(() => ready.delete(key), givenUpFor).unref());
      return png;
    },
    close: () => end("closed"),
  };
}
