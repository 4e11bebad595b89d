import { spawnSync } from "node:child_process";
import { Client, Pool } from "pg";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { sqlOnPool } from "../../src/store/sql.ts";
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
  const { rowCount: ended } = await server.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await server.end();
  expect(await store.line.commit(turn.lease, taking(["a"]), NOW)).toEqual({
    state: "done",
    held: null,
  });
  const told = () => lines.filter((line) => line.includes('"code":"57P01"')).length;
  await expect.poll(told).toBeGreaterThanOrEqual(ended ?? 1);
  expect(await store.records.ofContact(contact)).toEqual([]);
  await store.close();
  await remove();
});

test("a transaction begins although the server ended every idle connection a moment before", async () => {
  const { url, remove } = await ownDatabase();
  const pool = new Pool({ connectionString: url });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  await Promise.all([pool.query("select pg_sleep(0.1)"), pool.query("select pg_sleep(0.1)")]);
  expect(pool.idleCount).toBe(2);
  // While another process ends them, this one stands still: it cannot have noticed when it begins.
  const ending = `const { Client } = require("pg"); const server = new Client({ connectionString: process.argv[1] });
    server.connect().then(() => server.query(${JSON.stringify(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    )})).then(() => server.end());`;
  expect(spawnSync(process.execPath, ["-e", ending, url]).status).toBe(0);
  const rows = await sqlOnPool(pool).transaction((tx) => tx("select 1 as one"));
  expect(rows).toEqual([{ one: 1 }]);
  await pool.end();
  await remove();
});
