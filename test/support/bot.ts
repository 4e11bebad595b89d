import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { environment } from "./payung.ts";

/** The bot as `npm start` runs it, a process of its own. */
export type Bot = {
  child: ChildProcessWithoutNullStreams;
  printed(): string;
  complained(): string;
  /** Waits until this was printed. */
  shows(text: string): Promise<void>;
  /** Waits until it runs; gives the address of its web chat. */
  url(): Promise<string>;
  /** Waits for its end; gives the exit code. */
  ended(): Promise<number | null>;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
};

/** Starts `src/main.ts` on a free port with these settings and no others. */
export function startBot(settings: Record<string, string>): Bot {
  const child = spawn(process.execPath, ["launch.mjs", "src/main.ts"], {
    env: environment({ PAYUNG_PORT: "0", PAYUNG_PAUSE_MS: "0", ...settings }),
    stdio: "pipe",
  });
  let printed = "";
  let complained = "";
  child.stdout.on("data", (data) => {
    printed += String(data);
  });
  child.stderr.on("data", (data) => {
    complained += String(data);
  });
  const gone = once(child, "close") as Promise<[number | null]>;
  const shows = async (text: string): Promise<void> => {
    while (!printed.includes(text)) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`ended without "${text}": ${printed}${complained}`);
      await Promise.race([once(child.stdout, "data"), gone]);
    }
  };
  return {
    child,
    printed: () => printed,
    complained: () => complained,
    shows,
    async url() {
      await shows("Key:");
      return /http:\/\/[\d.:]+/.exec(printed)?.[0] ?? "";
    },
    ended: async () => (await gone)[0],
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
