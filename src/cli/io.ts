import type { Now } from "../engine/event.ts";

/** Where a command reads and writes: this process's terminal, or a socket to another one. */
export type Io = {
  out(line: string): void;
  err(line: string): void;
  /** Lines of standard input. */
  input: AsyncIterable<string>;
  /** Whether a person sits at it. */
  interactive: boolean;
  /** Shows that it is the person's turn, where one sits there. */
  prompt?(): void;
  /** Columns of the screen, where there is one. */
  width?: number;
  now: { at: () => number };
  /** Where relative paths begin, if not in this process's folder. */
  folder?: string;
};

/** The ISO date in Asia/Jakarta (UTC+7 all year). */
export const nowFrom = (at: number): Now => ({
  at,
  today: new Date(at + 7 * 3_600_000).toISOString().slice(0, 10),
});
