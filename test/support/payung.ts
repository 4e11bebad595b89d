import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { askRunningBot } from "../../src/cli/remote.ts";
import { socketPathOf } from "../../src/store/folder-lock.ts";

export type Line = {
  id: string;
  replies: { text: string; choices: { id: string; label: string }[] }[];
  flow: string | null;
  step: string | null;
  effects: string[];
  failed: string[];
  duplicate?: true;
  error?: string;
};

/** Environment of a child: nothing of this machine's settings but where programs are. */
export const environment = (extra: Record<string, string>): Record<string, string> => ({
  PATH: process.env["PATH"] ?? "",
  HOME: process.env["HOME"] ?? "",
  ...extra,
});

/** The command line as a child process of its own, as a person would run it. */
export function startPayung(
  args: readonly string[],
  extra: Record<string, string> = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["launch.mjs", "src/cli/payung.ts", ...args], {
    env: environment(extra),
    stdio: "pipe",
  });
}

/** A `chat --json` child that is spoken to line by line. */
export function startChat(args: readonly string[], extra: Record<string, string> = {}) {
  const child = startPayung(["chat", "--json", ...args], extra);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let printed = "";
  child.stderr.on("data", (data) => {
    printed += String(data);
  });
  const raw = async (line: string): Promise<Line> => {
    child.stdin.write(`${line}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`the chat ended: ${printed}`);
    return JSON.parse(value) as Line;
  };
  return {
    child,
    stderr: () => printed,
    raw,
    say: (message: Record<string, unknown> | string): Promise<Line> =>
      raw(JSON.stringify(typeof message === "string" ? { text: message } : message)),
    async kill(): Promise<void> {
      child.kill("SIGKILL");
      await once(child, "close");
    },
    async end(): Promise<number> {
      child.stdin.end();
      const [code] = await once(child, "close");
      return code;
    },
  };
}

/** Runs a command to its end with this input. */
export async function runPayung(
  args: readonly string[],
  { input = "", env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<{ code: number; out: string; err: string }> {
  const child = startPayung(args, env);
  let out = "";
  let err = "";
  child.stdout.on("data", (data) => {
    out += String(data);
  });
  child.stderr.on("data", (data) => {
    err += String(data);
  });
  child.stdin.end(input);
  const [code] = await once(child, "close");
  return { code, out, err };
}

/** The same on a folder: by the socket of the bot that holds it, if there is one, which spares a process of its own. */
export async function runOn(
  folder: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const lines = { out: "", err: "" };
  const take = (where: keyof typeof lines) => (line: string) => {
    lines[where] += `${line}\n`;
  };
  const io = { out: take("out"), err: take("err"), input: nothing(), interactive: false };
  const code = await askRunningBot(socketPathOf(folder), args, { ...io, now: { at: Date.now } });
  return code === null ? runPayung([...args, "--data", folder]) : { code, ...lines };
}

async function* nothing(): AsyncGenerator<string> {}
