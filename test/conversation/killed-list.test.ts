import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { bookOfLists } from "../support/list-flow.ts";
import { listTalk } from "../support/list-talk.ts";
import { startProgram } from "../support/processes.ts";
import { keptLog, ownFolder, TEST_KEY } from "../support/stores.ts";

const { path, remove } = ownFolder();
afterAll(remove);

const list = `Nama;NIK;Tanggal Lahir;Upah;HP
Agus Susanto;6171021401729429;14-01-1972;3.100.000;087800002347
Imam Wijaya;190201250405911;25-04-2005;1.900.000;087800009826
`;

test("killed when a list is stored and nobody was told: read again under the same key, told once, no row doubled", async () => {
  const dataDir = join(path, "data");
  const file = join(path, "a.csv");
  writeFileSync(file, list);
  const program = startProgram("list-worker.ts", [dataDir, TEST_KEY, file]);
  expect(await program.next()).toEqual({ sent: true });
  const [, signal] = await once(program.child, "exit");
  expect(signal).toBe("SIGKILL");
  const store = await openStore({ dataDir, key: TEST_KEY, log: keptLog().log });
  try {
    const contact = { channel: "web", account: "test", user: "killed" };
    expect(await store.workers.count(contact)).toBe(1);
    const { conversation, later } = listTalk(store, bookOfLists(), null);
    later();
    const told: string[] = [];
    for (let turns = await conversation.runJob(); turns; turns = await conversation.runJob())
      told.push(...turns.flatMap(({ parts }) => parts.map(({ reply }) => reply.text)));
    const questions = told.filter((text) => text.includes("1 masuk, 1 belum"));
    expect(questions).toHaveLength(1);
    expect(await store.workers.count(contact)).toBe(1);
  } finally {
    await store.close();
  }
}, 120_000);
