/**
 * One process on a data folder: `list-worker.ts DIR KEY FILE` sends a list of workers and reads it aside; the process ends by
 * SIGKILL when its rows are stored and before anybody is told.
 */
import { readFileSync } from "node:fs";
import type { Fetch } from "../../src/conversation/ports/channel.ts";
import { openStore } from "../../src/store/open.ts";
import { bookOfLists } from "./list-flow.ts";
import { listTalk } from "./list-talk.ts";

const [dataDir = "", key, file = ""] = process.argv.slice(2);
const store = await openStore({ dataDir, key, log: { warn: () => undefined } });
const fetch: Fetch = async () => ({
  state: "kept",
  content: readFileSync(file),
  mime: "text/csv",
});
const workers = {
  ...store.workers,
  async add(...all: Parameters<typeof store.workers.add>) {
    await store.workers.add(...all);
    process.kill(process.pid, "SIGKILL");
    return true;
  },
};
const { conversation } = listTalk(store, bookOfLists(), fetch, { workers });
const contact = { channel: "web", account: "test", user: "killed" };
const at = new Date().toISOString();
for (const text of ["kirim daftar", "ya"])
  await conversation.receive(contact, text, { kind: "message", at, text });
const media = { kind: "document", name: "a.csv", ref: "a" } as const;
await conversation.receive(contact, "m1", { kind: "message", at, media });
process.stdout.write(`${JSON.stringify({ sent: true })}\n`);
await conversation.runJob();
