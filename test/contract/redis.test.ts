import { afterAll, beforeAll, inject } from "vitest";
import type { RedisStore } from "../../src/store/redis/open-redis.ts";
import { openDoubled, openOn, startCluster, startLoneCluster } from "../support/redis.ts";
import { leaseContract } from "./lease.contract.ts";
import { lineContract } from "./line.contract.ts";
import { outboxContract } from "./outbox.contract.ts";
import { queuesContract } from "./queues.contract.ts";

let lone: Awaited<ReturnType<typeof startLoneCluster>>;
let three: Awaited<ReturnType<typeof startCluster>>;
beforeAll(async () => {
  [lone, three] = await Promise.all([startLoneCluster(), startCluster()]);
});
afterAll(async () => {
  await Promise.all([lone.stop(), three.stop()]);
});

const places: Record<string, () => Promise<RedisStore>> = {
  redis: () => openOn(inject("redisUrl")),
  "redis, every call sent twice": () => openDoubled(inject("redisUrl")),
  "redis cluster of one": () => openOn(lone.urls),
  "redis cluster of three": () => openOn(three.urls),
};
for (const [name, open] of Object.entries(places)) {
  lineContract(name, open);
  leaseContract(name, open);
  outboxContract(name, open);
  queuesContract(name, open);
}
