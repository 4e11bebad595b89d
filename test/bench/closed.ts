import process from "node:process";
import { drive, percentile } from "./drive.ts";
import type { Script } from "./form.ts";
import { type Meter, meterOn, perMessage } from "./meter.ts";
import { openPeer, scriptFor } from "./open-peer.ts";
import type { Peer } from "./peer.ts";

export type ClosedRun = {
  peer: string;
  concurrency: number;
  messages: number;
  perSec: number;
  p50: number;
  p99: number;
  max: number;
  /** CPU of the node process and of Redis, in microseconds a message. */
  cpuUs: number;
  redisCpuUs: number;
  rssMiB: number;
  commands: Record<string, number>;
  commandsTotal: number;
  bytesIn: number;
  bytesOut: number;
  /** A person who stopped before the last answer takes this many bytes in Redis; by kind of key. */
  storedBytes: number;
  stored: Record<string, number>;
  wrong: number;
  firstWrong: unknown;
  /** CPU of this process from its start, in ms. */
  processCpuMs: number;
};

const warmUpUsers = 400;
const storedUsers = 200;

/** Drives one engine in a closed loop, after a warm-up, on an emptied Redis. */
export async function measureClosed(order: {
  peer: string;
  url: string;
  users: number;
  concurrency: number;
}): Promise<ClosedRun> {
  const { users, concurrency } = order;
  const scriptOf = scriptFor(order.peer);
  const meter = meterOn(order.url);
  await meter.flush();
  const peer = await openPeer(order.peer, order);
  const warmUp = Math.min(users * 2, warmUpUsers);
  await drive(peer, { users: warmUp, concurrency: 32, offset: 900_000, scriptOf });
  await meter.flush();
  globalThis.gc?.();
  const cpuBefore = process.cpuUsage();
  const before = await meter.read();
  const driven = await drive(peer, { users, concurrency, offset: 1, scriptOf });
  const after = await meter.read();
  const cpu = process.cpuUsage(cpuBefore);
  const rss = process.memoryUsage().rss;
  const redis = perMessage(before, after, driven.messages);

  await meter.flush();
  const stored = peer.stores === false ? [] : await storedMidForm(peer, scriptOf, meter);
  await peer.close();
  await meter.close();
  const whole = process.cpuUsage();
  return {
    peer: order.peer,
    concurrency,
    messages: driven.messages,
    perSec: Math.round(driven.messages / (driven.ms / 1000)),
    p50: percentile(driven.latencies, 0.5),
    p99: percentile(driven.latencies, 0.99),
    max: percentile(driven.latencies, 1),
    cpuUs: Math.round((cpu.user + cpu.system) / driven.messages),
    redisCpuUs: redis.cpuUs,
    rssMiB: Math.round(rss / 2 ** 20),
    commands: redis.commands,
    commandsTotal: redis.total,
    bytesIn: redis.bytesIn,
    bytesOut: redis.bytesOut,
    storedBytes: stored.reduce((sum, [, bytes]) => sum + bytes, 0),
    stored: Object.fromEntries(stored),
    wrong: driven.wrong,
    firstWrong: driven.firstWrong,
    processCpuMs: Math.round((whole.user + whole.system) / 1000),
  };
}

/** Bytes in Redis for each person who stopped before the last answer, by kind of key. */
async function storedMidForm(
  peer: Peer,
  scriptOf: (user: number) => Script,
  meter: Meter,
): Promise<[string, number][]> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < storedUsers) {
      const user = 500_000 + ++next;
      for (const text of scriptOf(user).says.slice(0, -1)) await peer.send(user, text);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  await peer.settle?.();
  const kinds = [...(await meter.stored())];
  return kinds.map(([kind, { bytes }]) => [kind, Math.round(bytes / storedUsers)]);
}
