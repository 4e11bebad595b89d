import type { Contact } from "./contact.ts";
import type { Job } from "./line.ts";

/** A job in somebody's hands until `until`; then it may be taken again. */
export type HeldJob = { contact: Contact; job: Job; attempts: number; token: string };

/** Slow effects, written by commit. A finished job's result is entered into the contact's line by its caller. */
export type Jobs = {
  /** Takes one job whose time has come and that nobody holds, for 60 s. */
  take(now: number): Promise<HeldJob | null>;
  /** Removes the job, if it is still held under this token. */
  done(held: HeldJob): Promise<void>;
  /** Puts it back for `retryAt` (epoch ms); null gives it up as a dead letter. */
  failed(held: HeldJob, retryAt: number | null, code: string): Promise<void>;
};
