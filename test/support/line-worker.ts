/**
 * One process that works on lines: `line-worker.ts postgres URL KEY` or `line-worker.ts redis URL KEY PREFIX`. Reads one job a line
 * on stdin and prints one JSON line each:
 * {"enter":[contact,id]} enters and works until nothing more is handed out to it; {"hold":[contact,id]} enters, prints the
 * turn and then does nothing more.
 */
import { createInterface } from "node:readline";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Turn } from "../../src/conversation/ports/line.ts";
import { cipherOf } from "../../src/store/encryption.ts";
import { openStore } from "../../src/store/open.ts";
import { openRedis } from "../../src/store/redis/open-redis.ts";

const [kind, url = "", key = "", prefix = ""] = process.argv.slice(2);
const log = { warn: () => undefined };
const store = await (kind === "redis"
  ? openRedis({ url, prefix, cipher: cipherOf(Buffer.from(key, "base64")), log })
  : openStore({ dataDir: ":memory:", databaseUrl: url, key, log }));
const contactOf = (user: string): Contact => ({ channel: "terminal", account: "bot", user });

async function work(first: Turn): Promise<string[]> {
  const done: string[] = [];
  let turn: Turn | null = first;
  while (turn !== null) {
    const ids: string[] = turn.items.map((item) => item.id);
    const before = (turn.session as { ids: string[] } | null)?.ids ?? [];
    const outcome = {
      session: { ids: [...before, ...ids] },
      taken: ids,
      parts: ids.map((id) => ({ id: `part ${id}`, body: id })),
      jobs: [],
    };
    const committed = await store.line.commit(turn.lease, outcome, Date.now());
    if (committed.state === "refused") break;
    done.push(...ids);
    turn = committed.state === "next" ? committed.turn : null;
  }
  return done;
}

async function answer(text: string): Promise<unknown> {
  const order = JSON.parse(text) as { enter?: [string, string]; hold?: [string, string] };
  const [user, id] = order.enter ?? order.hold ?? ["", ""];
  const body = { kind: "message", at: new Date().toISOString(), text: id } as const;
  const entry = await store.line.enter(contactOf(user), { id, body }, Date.now());
  if (entry.state !== "turn") return { state: entry.state };
  if (order.hold !== undefined) return { state: "held", handouts: entry.turn.handouts };
  return { state: "worked", done: await work(entry.turn) };
}

process.stdout.write(`${JSON.stringify({ state: "ready" })}\n`);
const answers: Promise<void>[] = [];
for await (const text of createInterface({ input: process.stdin })) {
  answers.push(
    answer(text).then((result) => {
      process.stdout.write(`${JSON.stringify(result)}\n`);
    }),
  );
}
await Promise.all(answers);
await store.close();
