import { afterAll, beforeAll, inject } from "vitest";
import { openOn, startCluster, startLoneCluster } from "../support/redis.ts";
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

const places: Record<string, () => string> = {
  redis: () => inject("redisUrl"),
  "redis cluster of one": () => lone.urls,
  "redis cluster of three": () => three.urls,
};
for (const [name, url] of Object.entries(places)) {
  const open = () => openOn(url());
  lineContract(name, open);
  leaseContract(name, open);
  outboxContract(name, open);
  queuesContract(name, open);
}
