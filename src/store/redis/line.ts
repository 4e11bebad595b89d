import type { Contact } from "../../conversation/ports/contact.ts";
import type {
  DueContact,
  Entry,
  Lease,
  Line,
  LineItem,
  SessionPage,
  Turn,
} from "../../conversation/ports/line.ts";
import { commit } from "./commit.ts";
import { SHARDS } from "./contact-names.ts";
import { bytesOf, type Context, listOf, numberOf, textOf } from "./context.ts";
import { itemDigest, sealItem } from "./items.ts";
import { addressRecord, contactOf, sessionOf } from "./record.ts";
import { ownTurn, turnOf } from "./turn.ts";

/** What `enter` answers. */
const [SEEN, WAITING, OWN_TURN] = [0, 1, 2];

/** The inbox line on Redis: one script a call, over any number of processes. */
export function lineOn(context: Context): Line {
  const { redis, cipher, namer } = context;
  return {
    enter: (contact, item, now) => enter(context, contact, item, now),
    take: (contact, now) => take(context, contact, now),
    widen: (lease, now) => widen(context, lease, now),
    renew: (lease, now) => renew(context, lease, now),
    commit: (lease, outcome, now) => commit(context, lease, outcome, now),
    async release(lease) {
      await redis.run("release", namer.contact(lease.contact).key, lease.token);
    },
    due: (now, limit) => listed(context, "due", `${now}`, now, limit),
    idle: (before, limit) => listed(context, "idle", `(${before}`, before, limit),
    async waiting(contact) {
      return numberOf(await redis.read("llen", `${namer.contact(contact).key}:l`));
    },
    async peek(contact) {
      const names = namer.contact(contact);
      return sessionOf(cipher, names.id, bytesOf(await redis.read("get", names.key)));
    },
    sessions: (from, limit) => sessions(context, from, limit),
  };
}

async function enter(
  context: Context,
  contact: Contact,
  item: LineItem,
  now: number,
): Promise<Entry> {
  const { redis, cipher, namer } = context;
  const names = namer.contact(contact);
  const { name } = itemDigest(cipher, names, item.id);
  const given = { contact, names, token: context.newToken(), now };
  const reply = listOf(
    await redis.run(
      "enter",
      names.key,
      `${now} ${given.token} ${name}`,
      sealItem(cipher, names, name, item),
      addressRecord(cipher, contact, names),
    ),
  );
  if (reply[0] === SEEN) return { state: "seen" };
  if (reply[0] === WAITING) return { state: "waiting" };
  const session = sessionOf(cipher, names.id, bytesOf(reply[1]));
  const isOwn = reply[0] === OWN_TURN;
  const turn = isOwn
    ? ownTurn(context, given, item, session)
    : turnOf(context, given, reply, 2, session);
  return { state: "turn", turn };
}

async function take(context: Context, contact: Contact, now: number): Promise<Turn | null> {
  const { redis, cipher, namer } = context;
  const names = namer.contact(contact);
  const given = { contact, names, token: context.newToken(), now };
  const reply = listOf(await redis.run("take", names.key, `${now} ${given.token}`));
  if (reply.length === 0) return null;
  const session = sessionOf(cipher, names.id, bytesOf(reply[0]));
  return turnOf(context, given, reply, 1, session);
}

async function widen(context: Context, lease: Lease, now: number): Promise<Turn | null> {
  const { redis, cipher, namer } = context;
  const { contact, token, until } = lease;
  const names = namer.contact(contact);
  const reply = listOf(await redis.run("widen", names.key, `${now} ${token}`));
  if (reply.length === 0) return null;
  const session = sessionOf(cipher, names.id, bytesOf(reply[0]));
  const turn = turnOf(context, { contact, names, token, now }, reply, 1, session);
  return { ...turn, lease: { ...lease, until } };
}

async function renew({ redis, namer }: Context, lease: Lease, now: number): Promise<Lease | null> {
  const { key } = namer.contact(lease.contact);
  const until = await redis.run("renew", key, `${now} ${lease.token}`);
  return typeof until === "number" ? { ...lease, until } : null;
}

/** Goes through one shard after the other; `from` is the shard and its cursor. */
async function sessions(
  { redis, cipher, namer }: Context,
  from: string | null,
  limit: number,
): Promise<SessionPage> {
  const [shard = 0, cursor = "0"] =
    from === null ? [] : [Number.parseInt(from, 10), cursorOf(from)];
  const tag = namer.tag(shard);
  const [next, members] = listOf(await redis.read("zscan", `${tag}idle`, cursor, "COUNT", limit));
  // Members and scores by turns.
  const ids = listOf(members).flatMap((member, at) => (at % 2 === 0 ? [textOf(member)] : []));
  const keys = ids.map((id) => tag + id);
  const records = keys.length === 0 ? [] : listOf(await redis.read("mget", ...keys));
  return {
    sessions: ids.flatMap((id, at) => {
      const session = sessionOf(cipher, id, bytesOf(records[at]));
      return session === null ? [] : [{ id, session }];
    }),
    next: placeBehind(shard, textOf(next)),
  };
}

const cursorOf = (from: string): string => from.slice(from.indexOf(" ") + 1);

const placeBehind = (shard: number, cursor: string): string | null => {
  if (cursor !== "0") return `${shard} ${cursor}`;
  return shard + 1 < SHARDS ? `${shard + 1} 0` : null;
};

/** Asks all shards for their first, then those that have any for the rest; the earliest of all come first. */
async function listed(
  { redis, cipher, namer }: Context,
  what: "due" | "idle",
  highest: string,
  time: number,
  limit: number,
): Promise<DueContact[]> {
  const keys = namer.tags().map((tag) => tag + what);
  const first = await Promise.all(
    keys.map((key) => redis.read("zrangebyscore", key, "-inf", highest, "LIMIT", 0, 1)),
  );
  const busy = keys.filter((_, shard) => listOf(first[shard]).length > 0);
  const replies = await Promise.all(busy.map((key) => redis.run(what, key, `${time} ${limit}`)));
  const found: { id: string; at: number; record: Buffer }[] = [];
  for (const reply of replies.map(listOf)) {
    for (let i = 0; i + 2 < reply.length; i += 3) {
      const [id, at, record] = [textOf(reply[i]), numberOf(reply[i + 1]), bytesOf(reply[i + 2])];
      found.push({ id, at, record });
    }
  }
  found.sort((a, b) => a.at - b.at);
  return found
    .slice(0, limit)
    .map(({ id, record }) => ({ contact: contactOf(cipher, id, record) }));
}
