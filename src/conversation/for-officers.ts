import type { Forwarded } from "../engine/event.ts";
import type { Said, Sent } from "./perform/chores.ts";
import type { Cases } from "./ports/cases.ts";
import type { Contact } from "./ports/contact.ts";
import type { Inbound, Job, LineItem, OfficerAct } from "./ports/line.ts";
import { firstIdOf } from "./ports/tried-again.ts";

/** Adds to a case what a person wrote to its officer; gives the jobs that remain: files to fetch, and what could not be added. */
export async function passOn(
  cases: Cases,
  contact: Contact,
  number: string,
  items: readonly LineItem[],
  forwarded: readonly Forwarded[],
): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const { index, urgent } of forwarded) {
    const item = items[index];
    if (item?.body.kind !== "message") continue;
    const { at, ...entry } = entryOf(item.body);
    const said: Said = { number, entry, urgent, at };
    const key = keyOf(contact, item.id);
    try {
      await cases.append(key, contact, number, entry, { urgent, at });
    } catch {
      jobs.push({ key, kind: "case.append", payload: said });
    }
    const { media } = entry;
    if (media?.ref === undefined) continue;
    const sent: Sent = { said: key, media };
    jobs.push({ key: `${key}.file`, kind: "file.keep", payload: sent });
  }
  return jobs;
}

/** The key of what a person wrote, among all contacts'; the same when a given-up message is tried again, which may be kept already. */
export const keyOf = ({ channel, account, user }: Contact, id: string): string =>
  JSON.stringify(["said", channel, account, user, firstIdOf(id)]);

function entryOf({ at, text, media, location }: Inbound) {
  return {
    at,
    ...(text === undefined ? {} : { text }),
    ...(media === undefined ? {} : { media }),
    ...(location === undefined ? {} : { location }),
  };
}

/** Enters an officer's act in the case's record; false if there is nothing to tell the person. */
export async function enterAct(
  cases: Cases,
  id: string,
  { act, case: number, text = "", by }: OfficerAct,
  at: string,
): Promise<boolean> {
  const key = partIdOf(number, id);
  switch (act) {
    case "reply":
      return cases.reply(key, number, { text, by, partId: key }, at);
    case "close":
      return cases.close(key, number, by, at);
    case "late":
      await cases.toldLate(number);
      return true;
  }
}

/** The id of the part that carries what an officer did about this case under this id. */
export const partIdOf = (number: string, id: string): string => `act.${number}.${id}`;
