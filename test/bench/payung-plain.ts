import { Redis } from "ioredis";
import type { Jobs } from "../../src/conversation/ports/jobs.ts";
import type { Line } from "../../src/conversation/ports/line.ts";
import type { Outbox } from "../../src/conversation/ports/outbox.ts";
import { payungOn } from "./payung-on.ts";
import type { Peer, PeerOptions } from "./peer.ts";

const WEEK_S = 604_800;
const HOLD_MS = 30_000;

/**
 * What Payung's engine and conversation cost by themselves: nothing but one GET and one SET of the session in clear, without
 * line, lease, encryption, outbox or notes of what was sent. No bot to run: two messages at once would overwrite each other.
 */
export async function create(options: PeerOptions): Promise<Peer> {
  const redis = new Redis(options.url);
  const close = async (): Promise<void> => void (await redis.quit());
  return payungOn({ line: lineOn(redis), outbox: noOutbox, jobs: noJobs }, close, options);
}

function lineOn(redis: Redis): Line {
  const keyOf = (user: string) => `plain:${user}`;
  let turns = 0;
  return {
    async enter(contact, item, now) {
      const stored = await redis.get(keyOf(contact.user));
      const session: unknown = stored === null ? null : JSON.parse(stored);
      const seed = `seed${++turns}`;
      const lease = { contact, token: seed, until: now + HOLD_MS };
      return { state: "turn", turn: { lease, items: [item], handouts: 1, session, seed } };
    },
    async commit({ contact, token }, { session, parts: [part] }, now) {
      await redis.set(keyOf(contact.user), JSON.stringify(session), "EX", WEEK_S);
      const held = { contact, lane: "reply", at: now, attempts: 1, token } as const;
      return { state: "done", held: part ? { ...held, part, until: now + HOLD_MS } : null };
    },
    take: async () => null,
    widen: async () => null,
    renew: async (lease) => lease,
    release: async () => undefined,
    due: async () => [],
    idle: async () => [],
    waiting: async () => 0,
    peek: async () => null,
    sessions: async () => ({ sessions: [], next: null }),
  };
}

const noOutbox: Outbox = {
  take: async () => [],
  sent: async () => null,
  later: async () => undefined,
  giveUp: async () => null,
  drop: async () => 0,
  unsent: async () => [],
  shown: async () => undefined,
  forget: async () => 0,
};

const noJobs: Jobs = {
  take: async () => null,
  done: async () => undefined,
  failed: async () => undefined,
};
