import { Client } from "pg";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { keptLog, ownDatabase, TEST_KEY } from "../support/stores.ts";
import { item, NOW, stranger, taking, turnOf } from "../support/turns.ts";

test("a connection that the server ends is told by its code, and the store goes on", async () => {
  const { url, remove } = await ownDatabase();
  const { log, lines } = keptLog();
  const options = { dataDir: ":memory:", databaseUrl: url, key: TEST_KEY, log };
  const store = await openStore(options);
  const contact = stranger();
  const turn = turnOf(await store.line.enter(contact, item("a"), NOW));

  const server = new Client({ connectionString: url });
  await server.connect();
  await server.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await server.end();
  await expect.poll(() => lines.join("\n")).toContain('"code":"57P01"');
  expect(await store.line.commit(turn.lease, taking(["a"]), NOW)).toEqual({
    state: "done",
    held: null,
  });
  expect(await store.records.ofContact(contact)).toEqual([]);
  await store.close();
  await remove();
});
