import { chmodSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { nameOf } from "../lib/name-of.ts";
import type { App } from "./app.ts";
import type { Io } from "./io.ts";
import { runCommand } from "./run.ts";

/** What goes over the socket: one JSON object a line. */
type FromClient = { args: string[]; folder?: string } | { line: string } | { end: true };
type FromServer = { out: string } | { err: string } | { exit: number };

/** Runs commands of other processes on the app that holds the data folder. The socket is for its owner alone. */
export function serveCommands(path: string, app: App): Promise<Server> {
  rmSync(path, { force: true });
  const shared: App = { ...app, close: async () => {} };
  const server = createServer((socket) => void serve(socket, shared));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => {
      chmodSync(path, 0o600);
      resolve(server);
    });
  });
}

async function serve(socket: Socket, app: App): Promise<void> {
  const tell = (message: FromServer) => socket.write(`${JSON.stringify(message)}\n`);
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const receive = async (): Promise<FromClient | null> => {
    const { value, done } = await lines.next();
    return done ? null : (JSON.parse(value) as FromClient);
  };
  socket.on("error", () => undefined);
  try {
    const first = await receive();
    if (!first || !("args" in first)) return;
    const io: Io = {
      out: (line) => tell({ out: line }),
      err: (line) => tell({ err: line }),
      input: inputFrom(receive),
      interactive: false,
      now: { at: Date.now },
      ...(first.folder === undefined ? {} : { folder: first.folder }),
    };
    tell({ exit: await runCommand(first.args, io, async () => app) });
  } catch (error) {
    app.log.error("remote_command_failed", {
      name: nameOf(error),
    });
    tell({ exit: 1 });
  } finally {
    socket.end();
  }
}

async function* inputFrom(receive: () => Promise<FromClient | null>): AsyncIterable<string> {
  for (let message = await receive(); message; message = await receive()) {
    if ("line" in message) yield message.line;
    else return;
  }
}

/** Has a command run by the process behind the socket; null when nobody answers there. */
export function askRunningBot(
  path: string,
  args: readonly string[],
  io: Io,
): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const tell = (message: FromClient) => socket.write(`${JSON.stringify(message)}\n`);
    let exit: number | null = null;
    socket.once("error", () => resolve(null));
    socket.once("connect", () => {
      tell({ args: [...args], folder: process.cwd() });
      void forward(io, tell);
    });
    createInterface({ input: socket }).on("line", (line) => {
      const message = JSON.parse(line) as FromServer;
      if ("out" in message) io.out(message.out);
      else if ("err" in message) io.err(message.err);
      else exit = message.exit;
    });
    socket.once("close", () => resolve(exit));
  });
}

async function forward(io: Io, tell: (message: FromClient) => void): Promise<void> {
  for await (const line of io.input) tell({ line });
  tell({ end: true });
}
