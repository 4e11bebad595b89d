import type { Outbox } from "../../conversation/ports/outbox.ts";
import type { Account, HeldPart, Lane, OutPart } from "../../conversation/ports/part.ts";
import type { Reply } from "./connection.ts";
import { NAME_LENGTH } from "./contact-names.ts";
import { bytesOf, type Context, listOf, numberOf, textOf } from "./context.ts";
import { deadId } from "./dead-id.ts";
import { HOLD_MS, laneOf, openPart, partName } from "./parts.ts";

/** Bytes before a waiting part's name: attempts and time. */
const HEAD_BYTES = 10;
/** Contacts of one queue that are looked through at once. */
const PAGE = 200;

/** The outbox on Redis. */
export function outboxOn(context: Context): Outbox {
  const { redis, cipher, namer } = context;
  return {
    take: (account, lane, now, limit) => take(context, { account, lane, now, limit }),
    sent: (held, now) => next(context, held, "-", "-", now),
    giveUp(held, code, now) {
      const id = deadId(cipher, namer.contact(held.contact), "part", held.part.id);
      return next(context, held, id, code, now);
    },
    async later(held, retryAt) {
      const { key, account } = namer.contact(held.contact);
      const words = `${retryAt} ${held.token} ${laneOf(held.lane)} ${account}`;
      await redis.run("outboxLater", key, words);
    },
    async drop(held) {
      const { key, account } = namer.contact(held.contact);
      return numberOf(await redis.run("outboxDrop", key, account));
    },
    async unsent(contact, limit) {
      const { key } = namer.contact(contact);
      if (limit <= 0) return [];
      const lanes = [`${key}:r`, `${key}:b`];
      const waiting = await Promise.all(
        lanes.map((lane) => redis.read("lrange", lane, 0, limit - 1)),
      );
      const entries = waiting.flatMap(listOf).slice(0, limit).map(bytesOf);
      return entries.map((entry) => waitingPart(context, entry));
    },
    async shown(contact, ids) {
      if (ids.length === 0) return;
      const names = namer.contact(contact);
      const shown = ids.map((id) => partName(cipher, names, id)).join(",");
      await redis.run("outboxShown", names.key, names.account, shown);
    },
    forget: (before) => forget(context, before),
  };
}

function waitingPart({ cipher }: Context, entry: Buffer): OutPart {
  const name = entry.toString("latin1", HEAD_BYTES, HEAD_BYTES + NAME_LENGTH);
  return openPart(cipher, name, entry.subarray(HEAD_BYTES + NAME_LENGTH)).part;
}

async function next(
  context: Context,
  held: HeldPart,
  dead: string,
  code: string,
  now: number,
): Promise<HeldPart | null> {
  const { redis, cipher, namer } = context;
  const names = namer.contact(held.contact);
  const name = partName(cipher, names, held.part.id);
  const words = `${now} ${held.token} ${laneOf(held.lane)} ${names.account} ${name} ${dead}`;
  const reply = listOf(await redis.run("outboxNext", names.key, words, code));
  if (reply.length === 0) return null;
  return heldPart(context, reply, 0, { lane: held.lane, token: held.token, now });
}

/** A held part from a reply that holds, from `at` on: time of the commit, attempts, name, body. */
function heldPart(
  { cipher }: Context,
  reply: readonly Reply[],
  at: number,
  { lane, token, now }: { lane: Lane; token: string; now: number },
): HeldPart {
  const { contact, part } = openPart(cipher, textOf(reply[at + 2]), bytesOf(reply[at + 3]));
  const [committed, attempts] = [numberOf(reply[at]), numberOf(reply[at + 1])];
  return { contact, lane, part, at: committed, attempts, token, until: now + HOLD_MS };
}

type Wanted = { account: Account; lane: Lane; now: number; limit: number };
type Due = { key: string; id: string; at: number };

/** Looks at all shards for those longest due, then holds these; somebody else may have been quicker with some. */
async function take(context: Context, wanted: Wanted): Promise<HeldPart[]> {
  const { redis, namer } = context;
  const { account, lane, now, limit } = wanted;
  if (limit <= 0) return [];
  const queue = `q${laneOf(lane)}${namer.account(account)}`;
  const keys = namer.tags().map((tag) => tag + queue);
  const replies = await Promise.all(
    keys.map((key) =>
      redis.read("zrangebyscore", key, "-inf", now, "WITHSCORES", "LIMIT", 0, limit),
    ),
  );
  const due: Due[] = [];
  for (const [shard, key] of keys.entries()) {
    const reply = scored(replies[shard]);
    for (const [id, at] of reply) due.push({ key, id, at });
  }
  due.sort((a, b) => a.at - b.at);
  const chosen = due.slice(0, limit);
  const token = context.newToken();
  const words = `${now} ${token} ${laneOf(lane)}`;
  const taken = await Promise.all(
    [...grouped(chosen)].map(([key, ids]) => redis.run("outboxTake", key, words, ...ids)),
  );
  const parts = new Map<string, HeldPart>();
  for (const reply of taken.map(listOf)) {
    for (let i = 0; i + 4 < reply.length; i += 5) {
      parts.set(textOf(reply[i]), heldPart(context, reply, i + 1, { lane, token, now }));
    }
  }
  return chosen.flatMap(({ id }) => parts.get(id) ?? []);
}

function grouped(chosen: readonly Due[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { key, id } of chosen) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [id]);
    else group.push(id);
  }
  return groups;
}

/** Members with their scores, in the flat form or as pairs. */
function scored(reply: Reply | undefined): [string, number][] {
  const flat = listOf(reply).flat();
  const pairs: [string, number][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) pairs.push([textOf(flat[i]), numberOf(flat[i + 1])]);
  return pairs;
}

async function forget({ redis, namer }: Context, before: number): Promise<number> {
  const tags = namer.tags();
  const queues = await Promise.all(tags.map((tag) => redis.read("smembers", `${tag}queues`)));
  let count = 0;
  for (const [shard, tag] of tags.entries()) {
    for (const queue of listOf(queues[shard]).map(textOf)) {
      let cursor = "0";
      do {
        const page = listOf(await redis.read("zscan", tag + queue, cursor, "COUNT", PAGE));
        cursor = textOf(page[0]);
        const ids = scored(page[1]).map(([id]) => id);
        count += numberOf(await redis.run("outboxForget", tag + queue, `${before}`, ...ids));
      } while (cursor !== "0");
    }
  }
  return count;
}
