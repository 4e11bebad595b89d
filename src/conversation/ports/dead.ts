import type { DeadCode } from "./line.ts";

/** Something that was given up: a message, a job or a part. Shown without its content. */
export type DeadLetter = {
  id: string;
  what: "message" | "job" | "part";
  code: DeadCode | string;
  /** ISO instant. */
  at: string;
};

export type DeadLetters = {
  list(): Promise<DeadLetter[]>;
  /** Puts it back where it came from, as new (counts at zero); false if there is none with this id. */
  retry(id: string, now: number): Promise<boolean>;
  /** Removes what was given up before this time, epoch ms; returns how many. */
  forget(before: number): Promise<number>;
};
