import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A TypeScript program run as a process of its own, spoken to in lines of JSON. */
export type Program = {
  child: ChildProcess;
  /** Writes one order. */
  tell(order: unknown): void;
  /** The next line that it prints; fails with what it wrote to stderr if it ends before. */
  next(): Promise<Record<string, unknown>>;
  /** No more orders: resolves with every line not yet read and the exit code when it has ended. */
  finish(): Promise<{ lines: Record<string, unknown>[]; code: number | null }>;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
};

/** Starts test/support/<name>. */
export function startProgram(name: string, args: readonly string[]): Program {
  const child = spawn(process.execPath, ["launch.mjs", `test/support/${name}`, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines.next();
    if (line.done) throw new Error(`${name} ended: ${errors}`);
    return JSON.parse(line.value) as Record<string, unknown>;
  };
  return {
    child,
    next,
    tell: (order) => void child.stdin.write(`${JSON.stringify(order)}\n`),
    async finish() {
      child.stdin.end();
      const rest: Record<string, unknown>[] = [];
      for (let line = await lines.next(); !line.done; line = await lines.next()) {
        rest.push(JSON.parse(line.value) as Record<string, unknown>);
      }
      const code = await ended;
      if (code !== 0) throw new Error(`${name} ended with ${code}: ${errors}`);
      return { lines: rest, code };
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
