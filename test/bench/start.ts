import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Longest wait for a start, in ms. */
const patience = 60_000;

/**
 * Milliseconds from starting the program on an existing embedded folder to its first web page, sorted, over so many starts;
 * null where it serves no web page.
 */
export async function measureStart(times: number): Promise<number[] | null> {
  const folder = mkdtempSync(join(tmpdir(), "payung-start-"));
  try {
    if ((await startOnce(folder)) === null) return null;
    const all: number[] = [];
    for (let i = 0; i < times; i++) {
      const ms = await startOnce(folder);
      if (ms === null) return null;
      all.push(ms);
    }
    return all.sort((a, b) => a - b);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<number | null> {
  const before = performance.now();
  const child = spawn(process.execPath, ["launch.mjs", "src/main.ts"], {
    cwd: root,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "",
      PAYUNG_DATA: join(folder, "data"),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const [address] = /http:\/\/[\w.:[\]]+/.exec(line) ?? [];
      if (address === undefined) {
        if (line === "") return null;
        continue;
      }
      const page = await fetch(address);
      await page.text();
      return page.status === 200 ? performance.now() - before : null;
    }
    return null;
  } finally {
    clearTimeout(timer);
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(killer);
  }
}
