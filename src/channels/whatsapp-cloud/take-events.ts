import type { Contact } from "../../conversation/ports/contact.ts";
import type { DeliveryReport, Receipts } from "../../conversation/ports/deliveries.ts";
import type { Intake } from "../../conversation/ports/intake.ts";
import type { Account } from "../../conversation/ports/part.ts";
import { nameOf } from "../../lib/name-of.ts";
import { makePersonLines, Stopped } from "../one-after-the-other.ts";
import type { Heard, Reading } from "./read-event.ts";
import type { ReadMarks } from "./read-marks.ts";

/** How many persons' or messages' reports are being written down at once. */
const reportsAtOnce = 10;

export type Taking = { account: Account; intake: Intake; receipts: Receipts; marks: ReadMarks };

/** Puts what a body says where it lasts. */
export type Taker = {
  /**
   * One person's messages go in one after the other, those of bodies that come side by side too; different persons' go in
   * side by side. Gives the name of the error by which anything was not taken in. No further message is begun after the signal.
   */
  take(reading: Reading, signal: AbortSignal): Promise<string | null>;
  /** Resolves when nothing is being taken in. */
  idle(): Promise<void>;
};

export function makeTaker({ account, intake, receipts, marks }: Taking): Taker {
  const lines = makePersonLines();
  const running = new Set<Promise<unknown>>();
  const takeOnes = async (user: string, items: readonly Heard[], signal: AbortSignal) => {
    const contact: Contact = { ...account, user };
    let entered: string | null = null;
    try {
      for (const { id, message } of items) {
        if (signal.aborted) throw new Stopped();
        await receipts.wrote(contact);
        if ((await intake.accept(contact, `wa-${id}`, message)) === "entered") entered = id;
      }
    } finally {
      if (entered !== null) marks.entered(entered);
    }
  };
  const tell = async (some: readonly DeliveryReport[]): Promise<void> => {
    for (const report of some) await receipts.told(account, report);
  };
  const takeAll = async ({ heard, reports }: Reading, signal: AbortSignal) => {
    const byReceipt = byKey(reports, ({ receipt }) => receipt);
    const told = allOf(byReceipt, tell, signal);
    const tasks = [...byKey(heard, ({ user }) => user)].map(([user, items]) =>
      lines.add(user, async () => {
        // What became of earlier parts first: it decides what the person's message sets free.
        await told;
        await takeOnes(user, items, signal);
      }),
    );
    const failed = (await Promise.allSettled(tasks)).find(({ status }) => status === "rejected");
    return (await told) ?? (failed?.status === "rejected" ? nameOf(failed.reason) : null);
  };
  return {
    take(reading, signal) {
      const taking = takeAll(reading, signal).finally(() => running.delete(taking));
      running.add(taking);
      return taking;
    },
    async idle() {
      await Promise.allSettled(running);
    },
  };
}

/** Does each group's task, some at a time, every one even if others fail; gives the name of the first failure. */
async function allOf<Item>(
  groups: ReadonlyMap<string, readonly Item[]>,
  task: (items: readonly Item[]) => Promise<void>,
  signal: AbortSignal,
): Promise<string | null> {
  let failed: string | null = null;
  const rest = groups.values();
  const work = async () => {
    for (const items of rest) {
      try {
        if (signal.aborted) throw new Stopped();
        await task(items);
      } catch (error) {
        failed ??= nameOf(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(reportsAtOnce, groups.size) }, work));
  return failed;
}

function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
