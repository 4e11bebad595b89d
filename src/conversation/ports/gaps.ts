import type { Gap } from "../../engine/event.ts";

/** A kept question and the day it was asked, as an ISO date; nothing leads from it to whoever asked. */
export type KeptGap = Gap & { on: string };

/** Questions that did not get the right answer, for whoever writes examples and answers. */
export type Gaps = {
  /** Keeps one; beyond some thousands the oldest goes. `on`: ISO date. */
  keep(gap: Gap, on: string): Promise<void>;
  /** All that are kept, oldest first. */
  list(): Promise<KeptGap[]>;
  /** Removes those asked before this ISO date. Gives how many. */
  forget(before: string): Promise<number>;
};
