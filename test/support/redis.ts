import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { cipherOf } from "../../src/store/encryption.ts";
import { connectRedis, type Reply } from "../../src/store/redis/connection.ts";
import { openRedis, type RedisStore, storeOn } from "../../src/store/redis/open-redis.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";
import { keptLog, TEST_KEY } from "./stores.ts";

/** The cipher of the tests' key. */
export const testCipher = () => cipherOf(Buffer.from(TEST_KEY, "base64"));

/** A prefix that no other store on the same Redis has. */
export const ownPrefix = (): string =>
  `t${process.pid}-${Math.random().toString(36).slice(2, 10)}-`;

/** A store on a Redis under a prefix of its own. */
export function openOn(
  url: string,
  prefix = ownPrefix(),
  log = keptLog().log,
): Promise<RedisStore> {
  return openRedis({ url, cipher: testCipher(), log, prefix });
}

const WAITING = 1;
/** What is told the second time only by "nothing more to do": how many were removed, whether there was such a letter. */
const TOLD_ONCE = new Set(["outboxDrop", "outboxForget", "deadRetry"]);

/** A store whose every script reaches Redis twice, as when the first answer was lost on the way; it reads the second answer. */
export async function openDoubled(url: string): Promise<RedisStore> {
  const redis = await connectRedis(url, keptLog().log);
  const run: typeof redis.run = async (...call) => {
    const first = await redis.run(...call);
    const second = await redis.run(...call);
    return TOLD_ONCE.has(call[0]) || isWaiting(first) ? first : second;
  };
  return storeOn({ ...redis, run }, testCipher(), ownPrefix());
}

/** The second time a waiting message counts as seen: there is nothing to do in either case. */
const isWaiting = (reply: Reply): boolean =>
  Array.isArray(reply) && reply.length === 1 && reply[0] === WAITING;

/** A bare client for tests that look behind the store. */
export function bareClient(url: string): Redis {
  return new Redis(url);
}

const SLOTS = 16384;
const NODES = 3;
const JOIN_MS = 15_000;
const clusterOptions = [
  ...["--cluster-enabled", "yes", "--cluster-node-timeout", "2000"],
  ...["--cluster-announce-ip", "127.0.0.1"],
];

/** A cluster of one node that owns every slot. */
export async function startLoneCluster(): Promise<{ urls: string; stop: () => Promise<void> }> {
  const server = await startRedis(clusterOptions);
  await administer(server, (client) => client.cluster("ADDSLOTSRANGE", 0, SLOTS - 1));
  await untilClusterIsUp([server]);
  // Two addresses of the same node make it a cluster for the store.
  return { urls: `${server.url},${server.url}`, stop: server.stop };
}

/** A cluster of three nodes with a third of the slots each. */
export async function startCluster(): Promise<{
  urls: string;
  servers: RedisServer[];
  stop: () => Promise<void>;
}> {
  const servers = await Promise.all(
    Array.from({ length: NODES }, () => startRedis(clusterOptions)),
  );
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  try {
    for (const [i, server] of servers.entries()) {
      const [from, to] = [Math.ceil((i * SLOTS) / NODES), Math.ceil(((i + 1) * SLOTS) / NODES) - 1];
      await administer(server, async (client) => {
        await client.cluster("ADDSLOTSRANGE", from, to);
        for (const other of servers) await client.cluster("MEET", "127.0.0.1", other.port);
      });
    }
    await untilClusterIsUp(servers);
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls: servers.map((server) => server.url).join(","), servers, stop };
}

async function administer(server: RedisServer, work: (client: Redis) => Promise<unknown>) {
  const client = bareClient(server.url);
  try {
    await work(client);
  } finally {
    client.disconnect();
  }
}

async function untilClusterIsUp(servers: readonly RedisServer[]): Promise<void> {
  const end = performance.now() + JOIN_MS;
  for (const server of servers) {
    await administer(server, async (client) => {
      while (!(await isUp(client, servers.length))) {
        if (performance.now() > end) throw new Error("the cluster of the tests did not come up");
        await sleep(30);
      }
    });
  }
}

async function isUp(client: Redis, nodes: number): Promise<boolean> {
  const info = String(await client.cluster("INFO"));
  return info.includes("cluster_state:ok") && info.includes(`cluster_size:${nodes}`);
}
