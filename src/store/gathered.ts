/** Largest batch. */
const MOST = 100;

/**
 * Does calls that come while one is under way in one go when it has ended: `work` gives their results in order, and where it
 * fails, all of its calls fail. Two calls of the same key are never in one batch; their order is kept.
 */
export function gathered<Call, Result>(
  keyOf: (call: Call) => string,
  work: (calls: readonly Call[]) => Promise<readonly Result[]>,
): (call: Call) => Promise<Result> {
  type Waiting = { call: Call; done: (result: Result) => void; failed: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let running = false;
  const nextBatch = (): Waiting[] => {
    const keys = new Set<string>();
    const batch: Waiting[] = [];
    for (const one of waiting) {
      const key = keyOf(one.call);
      if (keys.has(key) || batch.length === MOST) break;
      keys.add(key);
      batch.push(one);
    }
    waiting = waiting.slice(batch.length);
    return batch;
  };
  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      const batch = nextBatch();
      try {
        const results = await work(batch.map(({ call }) => call));
        batch.forEach(({ done }, index) => {
          done(results[index] as Result);
        });
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    running = false;
  };
  return (call) =>
    new Promise((done, failed) => {
      waiting.push({ call, done, failed });
      // What is called in the same round goes along.
      if (!running) {
        running = true;
        setImmediate(() => void run());
      }
    });
}
