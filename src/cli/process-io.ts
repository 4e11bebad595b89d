import { createInterface } from "node:readline";
import type { Io } from "./io.ts";

/** The terminal of this process. Standard input is not touched before a command reads it. */
export function processIo(): Io {
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    input: {
      [Symbol.asyncIterator]: () =>
        createInterface({
          input: process.stdin,
          terminal: false,
        })[Symbol.asyncIterator](),
    },
    interactive: process.stdin.isTTY === true,
    ...(process.stdin.isTTY && process.stdout.isTTY
      ? { prompt: () => void process.stdout.write("> "), width: process.stdout.columns }
      : {}),
    now: { at: Date.now },
  };
}
