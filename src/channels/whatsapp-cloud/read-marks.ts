import type { Graph } from "./graph.ts";

/** Calls under way at once, how many may wait for that, and how long one may take in ms. */
const atOnce = 8;
const mostWaiting = 200;
const callMs = 5000;

/** Shows people that their message was read and is being answered. Nothing depends on it: what fails is left. */
export type ReadMarks = {
  /** This message was taken in. */
  entered(id: string): void;
  /** Begins no further calls; resolves when none is under way. */
  stop(): Promise<void>;
};

export function makeReadMarks(graph: Graph): ReadMarks {
  const waiting: string[] = [];
  const running = new Map<Promise<void>, AbortController>();
  let stopped = false;
  const mark = async (id: string, ending: AbortController) => {
    const json = {
      messaging_product: "whatsapp",
      status: "read",
      message_id: id,
      typing_indicator: { type: "text" },
    };
    const timer = setTimeout(() => ending.abort(), callMs);
    await graph.call(`${graph.account}/messages`, { json, signal: ending.signal });
    clearTimeout(timer);
  };
  const next = () => {
    while (running.size < atOnce && waiting.length > 0) {
      const ending = new AbortController();
      const task = mark(waiting.shift() ?? "", ending).then(() => {
        running.delete(task);
        next();
      });
      running.set(task, ending);
    }
  };
  return {
    entered(id) {
      if (stopped || waiting.length >= mostWaiting) return;
      waiting.push(id);
      next();
    },
    async stop() {
      stopped = true;
      waiting.length = 0;
      for (const ending of running.values()) ending.abort();
      await Promise.all(running.keys());
    },
  };
}
