import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What one fresh process is asked to do. */
export type Order =
  | { do: "closed"; peer: string; url: string; users: number; concurrency: number }
  | { do: "safety"; peer: string; url: string; users: number }
  | { do: "victim"; peer: string; url: string; users: number; first: number; instances: number }
  | { do: "open"; peer: string; url: string; rate: number; seconds: number };

type Tell = { told: unknown } | { result: unknown };

export type Child = {
  result: Promise<unknown>;
  kill(): Promise<void>;
};

/** Longest time for one process, in ms. */
const LIMIT = 180_000;

/** Starts a process of its own for this order; `told` hears what it says before its result. A killed one has the result null. */
export function startChild(
  order: Order,
  { cwd, told }: { cwd?: string; told?: (what: unknown) => void } = {},
): Child {
  const child = fork(fileURLToPath(new URL("./one.ts", import.meta.url)), [JSON.stringify(order)], {
    execArgv: ["--import", import.meta.resolve("tsx"), "--expose-gc"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    ...(cwd === undefined ? {} : { cwd }),
  });
  let errors = "";
  child.stderr?.on("data", (data) => {
    errors += String(data);
  });
  let result: unknown = null;
  let killed = false;
  const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT);
  child.on("message", (message: Tell) => {
    if ("told" in message) told?.(message.told);
    else ({ result } = message);
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    result: ended.then(() => {
      clearTimeout(timer);
      if (result === null && !killed)
        throw new Error(`${order.do} of ${order.peer} failed: ${errors.trim().slice(-600)}`);
      return result;
    }),
    async kill() {
      killed = true;
      child.kill("SIGKILL");
      await ended;
    },
  };
}
