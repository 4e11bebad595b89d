import { afterAll } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { PLACES } from "../support/stores.ts";
import { leaseContract } from "./lease.contract.ts";
import { lineContract } from "./line.contract.ts";
import { outboxContract } from "./outbox.contract.ts";
import { queuesContract } from "./queues.contract.ts";

const removals: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const remove of removals) await remove();
});

for (const [name, make] of Object.entries(PLACES)) {
  const open = async () => {
    const place = await make();
    removals.push(place.remove);
    return openStore(place.options);
  };
  lineContract(name, open);
  leaseContract(name, open);
  outboxContract(name, open);
  queuesContract(name, open);
}
