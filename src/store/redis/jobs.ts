import type { Contact } from "../../conversation/ports/contact.ts";
import type { HeldJob, Jobs } from "../../conversation/ports/jobs.ts";
import type { Job } from "../../conversation/ports/line.ts";
import type { Cipher } from "../encryption.ts";
import { jobPlace } from "../places.ts";
import { NAME_LENGTH } from "./contact-names.ts";
import { bytesOf, type Context, listOf, numberOf, textOf } from "./context.ts";
import { deadId } from "./dead-id.ts";
import { opened, sealValue } from "./seal.ts";

/** Jobs of one shard that are offered to a taker: others may take some of them at the same time. */
const OFFERED = 16;

type Waiting = { contact: Contact; job: Job };

/** The jobs line on Redis. */
export function jobsOn(context: Context): Jobs {
  return {
    take: (now) => take(context, now),
    done: (held) => end(context, held, "-", "-", "-"),
    failed(held, retryAt, code) {
      if (retryAt !== null) return end(context, held, `${retryAt}`, "-", "-");
      const names = context.namer.contact(held.contact);
      return end(context, held, "-", deadId(context.cipher, names, "job", held.job.key), code);
    },
  };
}

function jobName(cipher: Cipher, key: string): string {
  return cipher.hash("job", key).toString("base64url").slice(0, NAME_LENGTH);
}

/** A job as a script is given it: its name, then its body, which carries the contact's address. */
export function jobEntry(cipher: Cipher, contact: Contact, job: Job): Buffer {
  const name = jobName(cipher, job.key);
  return Buffer.concat([Buffer.from(name), sealValue(cipher, jobPlace(name), { contact, job })]);
}

/** A job and its contact from its body. */
export function openJob(cipher: Cipher, name: string, body: Buffer): Waiting {
  return opened(cipher, jobPlace(name), body) as Waiting;
}

/** Asks the shards in the order of their oldest job, until one gives a job away. */
async function take({ redis, cipher, namer, newToken }: Context, now: number) {
  const keys = namer.tags().map((tag) => `${tag}jobs`);
  const replies = await Promise.all(
    keys.map((key) =>
      redis.read("zrangebyscore", key, "-inf", now, "WITHSCORES", "LIMIT", 0, OFFERED),
    ),
  );
  const shards = keys.flatMap((key, shard) => {
    const flat = listOf(replies[shard]).flat();
    const names = flat.filter((_, i) => i % 2 === 0).map(textOf);
    return names.length === 0 ? [] : [{ key, names, oldest: numberOf(flat[1]) }];
  });
  shards.sort((a, b) => a.oldest - b.oldest);
  const token = newToken();
  for (const { key, names } of shards) {
    const reply = listOf(await redis.run("jobsTake", key, `${now} ${token}`, ...names));
    if (reply.length === 0) continue;
    const waiting = openJob(cipher, textOf(reply[0]), bytesOf(reply[2]));
    return { ...waiting, attempts: numberOf(reply[1]), token };
  }
  return null;
}

async function end(
  { redis, cipher, namer }: Context,
  held: HeldJob,
  again: string,
  dead: string,
  code: string,
): Promise<void> {
  const { tag } = namer.contact(held.contact);
  const words = `${jobName(cipher, held.job.key)} ${held.token} ${again} ${dead}`;
  await redis.run("jobsEnd", `${tag}jobs`, words, code);
}
