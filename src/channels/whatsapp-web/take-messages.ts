import type { Receipts } from "../../conversation/ports/deliveries.ts";
import type { Intake } from "../../conversation/ports/intake.ts";
import type { PersonNames } from "../../conversation/ports/linked-device.ts";
import type { Account } from "../../conversation/ports/part.ts";
import type { Heard } from "./read-upsert.ts";

/** Addresses and persons that are remembered while the process runs. */
const remembered = 20_000;

export type Taking = { account: Account; intake: Intake; receipts: Receipts; names: PersonNames };

/** Puts what people write where it lasts. */
export type Taker = {
  /**
   * Resolves when it is in line. One person's messages go in one after the other; where one failed, none of theirs that was
   * waiting behind it goes in: WhatsApp delivers all of them again. `own`: the bot's number.
   */
  take(heard: Heard, own: string, phone: () => Promise<string | null>): Promise<void>;
  /** Whether this person wrote to this number of the bot's. */
  wasMet(user: string, own: string): Promise<boolean>;
  /** The address that a person last wrote from. */
  addressOf(user: string): string;
  /** Resolves when nothing is being taken in. */
  idle(): Promise<void>;
};

export function makeTaker({ account, intake, receipts, names }: Taking): Taker {
  const lines = new Map<string, Promise<void>>();
  const addresses = new Map<string, string>();
  const met = new Map<string, string>();
  const enter = async (
    { from, names: known, id, message }: Heard,
    own: string,
    phone: () => Promise<string | null>,
  ) => {
    const user = await names.meet(account, known, own);
    note(met, user, own);
    note(addresses, user, from);
    const contact = { ...account, user };
    const learned = message.phone ?? (await phone());
    await receipts.wrote(contact);
    const inbound = learned === null ? message : { ...message, phone: learned };
    await intake.accept(contact, `wa-${id}`, inbound);
  };
  return {
    take(heard, own, phone) {
      const before = heard.names.flatMap((name) => lines.get(name) ?? []);
      const done = Promise.all(before).then(() => enter(heard, own, phone));
      const settled = done.finally(() => {
        for (const name of heard.names) if (lines.get(name) === settled) lines.delete(name);
      });
      settled.catch(() => undefined);
      for (const name of heard.names) lines.set(name, settled);
      return done;
    },
    async wasMet(user, own) {
      return met.get(user) === own || (await names.wasMet(account, user, own));
    },
    addressOf: (user) => addresses.get(user) ?? user,
    async idle() {
      await Promise.allSettled(lines.values());
    },
  };
}

function note(map: Map<string, string>, key: string, value: string): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > remembered) map.delete(map.keys().next().value ?? "");
}
