import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { found, freePort, type Need, onPath } from "./packages.ts";

const START_MS = 10_000;

/** The program redis-server. */
export const REDIS: Need<string> = {
  find: () => onPath("redis-server"),
  debianPackage: "redis-server",
  missing: "The tests need Redis: install it (redis-server in PATH) or set REDIS_URL.",
};

export type RedisServer = {
  url: string;
  port: number;
  /** Where it keeps its files. */
  folder: string;
  pid(): number | undefined;
  /** SIGKILL, and waits until it is gone; its files stay. */
  kill(): Promise<void>;
  /** Starts it again on the same port and files after `kill`. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
};

/** Starts a Redis server on a free port of 127.0.0.1 in a temporary folder; `options` go to its command line. */
export async function startRedis(options: readonly string[] = []): Promise<RedisServer> {
  const program = found(REDIS);
  const folder = mkdtempSync(join(tmpdir(), "payung-redis-"));
  const port = await freePort();
  const args = [
    ...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""],
    ...["--daemonize", "no", "--loglevel", "warning", ...options],
  ];
  let child: ChildProcess | undefined;
  const killNow = () => void child?.kill("SIGKILL");
  const start = async () => {
    child = spawn(program, args, { stdio: "ignore" });
    await untilItAnswers(port, child);
  };
  const kill = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    killNow();
    await ended;
  };
  const stop = async () => {
    await kill();
    process.off("exit", killNow);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on("exit", killNow);
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  const pid = () => child?.pid;
  return { url: `redis://127.0.0.1:${port}`, port, folder, pid, kill, start, stop };
}

async function untilItAnswers(port: number, child: ChildProcess): Promise<void> {
  const end = performance.now() + START_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() > end) {
      throw new Error("redis-server was found, but a server for the tests did not start.");
    }
    await sleep(20);
  }
}

/** Whether a PING is answered; a server that still reads its files says LOADING instead. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.setTimeout(1000, () => socket.destroy());
    socket.once("connect", () => socket.write("PING\r\n"));
    socket.once("data", (bytes) => {
      resolve(/^(\+PONG|-NOAUTH)/.test(bytes.toString()));
      socket.destroy();
    });
    socket.on("error", () => undefined);
    socket.once("close", () => resolve(false));
  });
}
