import type { Io } from "../../src/cli/io.ts";

/** A terminal that stands at an ISO date, what is printed on it, and nothing to read. */
export function plainIo(today = "2026-11-22") {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    input: (async function* () {})(),
    interactive: false,
    now: { at: () => Date.parse(`${today}T12:00:00+07:00`) },
  };
  return { io, out, err };
}
