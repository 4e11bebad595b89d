import type { Contact } from "../../conversation/ports/contact.ts";
import type { DeadLetter, DeadLetters } from "../../conversation/ports/dead.ts";
import { idOfRetry } from "../../conversation/ports/tried-again.ts";
import { NAME_LENGTH } from "./contact-names.ts";
import { bytesOf, type Context, numberOf, textOf } from "./context.ts";
import { shardOf } from "./dead-id.ts";
import { itemDigest, openItem, sealItem } from "./items.ts";
import { openJob } from "./jobs.ts";
import { openPart } from "./parts.ts";
import { addressRecord, afterAddress, contactOf } from "./record.ts";

/** The dead letters on Redis: what is told of them in one hash of a shard, their bodies in another. */
export function deadLettersOn(context: Context): DeadLetters {
  const { redis, namer } = context;
  return {
    async list() {
      const replies = await Promise.all(
        namer.tags().map((tag) => redis.read("hgetall", `${tag}dead`)),
      );
      const letters: DeadLetter[] = [];
      for (const reply of replies) {
        // The client makes an object of this reply.
        for (const [id, letter] of Object.entries(reply ?? {})) {
          const { what, at, code } = told(textOf(letter));
          letters.push({ id, what, code, at: new Date(at).toISOString() });
        }
      }
      return letters.sort((a, b) => order(a.at, b.at) || order(a.id, b.id));
    },
    retry: (id, now) => retry(context, id, now),
    async forget(before) {
      const counts = await Promise.all(
        namer.tags().map((tag) => redis.run("deadForget", `${tag}dead`, `${before}`)),
      );
      return counts.reduce<number>((sum, count) => sum + numberOf(count), 0);
    },
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What stands in clear: what it was, when it was given up, of which contact, why. */
function told(text: string) {
  const [what = "", at = "", contact = "", ...code] = text.split(" ");
  return { what: what as DeadLetter["what"], at: Number(at), contact, code: code.join(" ") };
}

async function retry(context: Context, id: string, now: number): Promise<boolean> {
  const { redis, cipher, namer } = context;
  const shard = shardOf(id);
  if (shard === null) return false;
  const tag = namer.tag(shard);
  const [letter, stored] = await Promise.all([
    redis.read("hget", `${tag}dead`, id),
    redis.read("hget", `${tag}dead:b`, id),
  ]);
  if (letter === null || stored === null) return false;
  const { what, contact: contactId } = told(textOf(letter));
  const { contact, entry } = again(context, what, contactId, bytesOf(stored), now);
  const names = namer.contact(contact);
  const words = `${id} ${what} ${now} ${names.account}`;
  const record = addressRecord(cipher, contact, names);
  return (await redis.run("deadRetry", names.key, words, entry, record)) === 1;
}

/** What was given up as it is to wait again. */
function again(
  context: Context,
  what: DeadLetter["what"],
  contactId: string,
  stored: Buffer,
  now: number,
): { contact: Contact; entry: Buffer } {
  const { cipher, namer } = context;
  const kept = what === "message" ? afterAddress(stored) : stored;
  const name = kept.toString("latin1", 0, NAME_LENGTH);
  const body = kept.subarray(NAME_LENGTH);
  switch (what) {
    case "job":
      return { contact: openJob(cipher, name, body).contact, entry: kept };
    case "part":
      return { contact: openPart(cipher, name, body).contact, entry: kept };
    case "message": {
      const contact = contactOf(cipher, contactId, stored);
      const names = namer.contact(contact);
      const item = openItem(cipher, contactId, name, body);
      const renamed = { ...item, id: idOfRetry(item.id, now) };
      const digest = itemDigest(cipher, names, renamed.id);
      const sealed = sealItem(cipher, names, digest.name, renamed);
      return { contact, entry: Buffer.concat([Buffer.from(digest.name), sealed]) };
    }
  }
}
