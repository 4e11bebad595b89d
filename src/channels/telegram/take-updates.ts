import type { Intake } from "../../conversation/ports/intake.ts";
import type { Log } from "../../lib/log.ts";
import { nameOf } from "../../lib/name-of.ts";
import { makePersonLines, Stopped } from "../one-after-the-other.ts";
import type { Api } from "./api.ts";
import { type Group, type Me, type Reading, readUpdate } from "./read-update.ts";
import type { Typing } from "./typing.ts";
import type { Update } from "./update.ts";

export type Taking = {
  api: Api;
  intake: Intake;
  typing: Typing;
  answerGroup: (group: Group) => void;
  username: () => string | null;
  clock: () => number;
  log: Log;
};

/** What became of a batch: the ids of what was taken in, and the name of the error by which the rest was not. */
export type Taken = { ids: readonly number[]; failed: string | null };

/** Puts updates where they last. */
export type Taker = {
  /** One person's updates go in one after the other, different persons' side by side. No further one is begun after the signal. */
  take(updates: readonly Update[], signal: AbortSignal): Promise<Taken>;
  /** Resolves when nothing is being taken in. */
  idle(): Promise<void>;
};

export function makeTaker(parts: Taking): Taker {
  const { api, intake, typing, log } = parts;
  const lines = makePersonLines();
  const read = (update: Update): Reading => {
    const me: Me = { id: Number(api.account), username: parts.username() };
    try {
      return readUpdate(update, me, parts.clock());
    } catch {
      log.error("telegram_update_unreadable", { update: update.update_id });
      return {};
    }
  };
  const accept = async (id: string, { user, message }: Heard) => {
    const contact = { channel: "telegram", account: api.account, user };
    const accepted = await intake.accept(contact, id, message);
    if (accepted === "entered") typing.entered(user);
  };
  return {
    async take(updates, signal) {
      const ids: number[] = [];
      const byUser = new Map<string, { id: number; heard: Heard }[]>();
      for (const update of updates) {
        const { callback, heard, group } = read(update);
        // First of all, for the button turns until then; too late an answer is refused, which does not matter.
        if (callback !== undefined)
          void api.call("answerCallbackQuery", { callback_query_id: callback });
        if (group) parts.answerGroup(group);
        const items = heard && (byUser.get(heard.user) ?? []);
        if (items) byUser.set(heard.user, [...items, { id: update.update_id, heard }]);
        else ids.push(update.update_id);
      }
      const tasks = [...byUser].map(([user, items]) =>
        lines.add(user, async () => {
          for (const { id, heard } of items) {
            if (signal.aborted) throw new Stopped();
            await accept(idOf(id), heard);
            ids.push(id);
          }
        }),
      );
      const failed = (await Promise.allSettled(tasks)).find(({ status }) => status === "rejected");
      return { ids, failed: failed?.status === "rejected" ? nameOf(failed.reason) : null };
    },
    async idle() {
      await lines.idle();
    },
  };
}

type Heard = NonNullable<Reading["heard"]>;

/** The same however often and by whichever way Telegram delivers it. */
const idOf = (update: number): string => `tg-${update}`;
