import type { Receipts } from "../../conversation/ports/deliveries.ts";
import type { Intake } from "../../conversation/ports/intake.ts";
import type { PersonNames } from "../../conversation/ports/linked-device.ts";
import type { Account } from "../../conversation/ports/part.ts";
import { isLid, type PersonJid, phoneOf } from "./jid.ts";
import type { Heard } from "./read-upsert.ts";

/** Addresses and persons that are remembered while the process runs. */
const remembered = 20_000;

export type Taking = {
  account: Account;
  intake: Intake;
  receipts: Receipts;
  names: PersonNames;
  /** Epoch ms. */
  clock: () => number;
};

/** The other address of a person, if it is known. Never rejects. */
export type OtherName = (name: PersonJid) => Promise<PersonJid | null>;

/** Puts what people write where it lasts. */
export type Taker = {
  /**
   * Resolves when it is in line. One person's messages go in one after the other; where one failed, none of theirs that was
   * waiting behind it goes in: WhatsApp delivers all of them again. `own`: the bot's number.
   */
  take(heard: Heard, own: string, otherName: OtherName): Promise<void>;
  /** Whether this person wrote to this number of the bot's. */
  wasMet(user: string, own: string): Promise<boolean>;
  /** The address that a person last wrote from. */
  addressOf(user: string): string;
  /** Resolves when nothing is being taken in. */
  idle(): Promise<void>;
};

export function makeTaker(taking: Taking): Taker {
  const { account, intake, receipts, names: persons, clock } = taking;
  const lines = new Map<string, Promise<void>>();
  /** The last look for how a person is called: messages come in line in the order in which they were heard. */
  let naming: Promise<unknown> = Promise.resolve();
  const addresses = new Map<string, string>();
  const met = new Map<string, string>();
  const enter = async ({ from, id, message }: Heard, names: readonly PersonJid[], own: string) => {
    const user = await persons.meet(account, names, own, clock());
    note(met, user, own);
    note(addresses, user, from);
    const contact = { ...account, user };
    await receipts.wrote(contact);
    const phone = names.map(phoneOf).find((number) => number !== null);
    const inbound = phone == null ? message : { ...message, phone };
    await intake.accept(contact, `wa-${id}`, inbound);
  };
  const inLine = (names: readonly PersonJid[], work: () => Promise<void>): Promise<void> => {
    const before = names.flatMap((name) => lines.get(name) ?? []);
    const done = Promise.all(before).then(work);
    const settled = done.finally(() => {
      for (const name of names) if (lines.get(name) === settled) lines.delete(name);
    });
    settled.catch(() => undefined);
    for (const name of names) lines.set(name, settled);
    return done;
  };
  return {
    take(heard, own, otherName) {
      const named = naming.then(() => bothOf(heard.names, otherName));
      naming = named;
      return named.then((names) => inLine(names, () => enter(heard, names, own)));
    },
    async wasMet(user, own) {
      return met.get(user) === own || (await persons.wasMet(account, user, own));
    },
    addressOf: (user) => addresses.get(user) ?? user,
    async idle() {
      await naming;
      await Promise.allSettled(lines.values());
    },
  };
}

/** All that is known of how a person is called, the id that hides the number first. */
async function bothOf(
  known: readonly [PersonJid, ...PersonJid[]],
  otherName: OtherName,
): Promise<PersonJid[]> {
  const [name, second] = known;
  const other = second === undefined ? await otherName(name) : null;
  if (other === null) return [...known];
  return isLid(name) ? [name, other] : [other, name];
}

function note(map: Map<string, string>, key: string, value: string): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > remembered) map.delete(map.keys().next().value ?? "");
}
