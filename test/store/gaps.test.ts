import { describe, expect, inject, test } from "vitest";
import type { Gap } from "../../src/engine/event.ts";
import { cipherOf } from "../../src/store/encryption.ts";
import { gapsOn } from "../../src/store/gaps.ts";
import { openStore } from "../../src/store/open.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { sqlOnPool } from "../../src/store/sql.ts";
import { DATABASES, storesOf } from "../support/case-talk.ts";
import { keptLog, ownDatabase, TEST_KEY } from "../support/stores.ts";

const gap = (question: string): Gap => ({ why: "unanswered", question, topics: [] });

describe.each(DATABASES)("%s", (_, make) => {
  const stores = storesOf(make);

  test("unanswered questions are kept by the day, and forgotten by it", async () => {
    const { gaps } = stores.store;
    await gaps.keep(
      { why: "unchosen", question: "bayar dimana", topics: ["cara-bayar", "iuran-bpu"] },
      "2026-11-20",
    );
    await gaps.keep(gap("bisa lewat warung"), "2026-11-22");
    expect(await stores.second.gaps.list()).toEqual([
      {
        why: "unchosen",
        question: "bayar dimana",
        topics: ["cara-bayar", "iuran-bpu"],
        on: "2026-11-20",
      },
      { ...gap("bisa lewat warung"), on: "2026-11-22" },
    ]);
    expect(await gaps.forget("2026-11-20")).toBe(0);
    expect(await gaps.forget("2026-11-22")).toBe(1);
    expect((await gaps.list()).map(({ question }) => question)).toEqual(["bisa lewat warung"]);
  });
});

test("the oldest goes when there are too many, and what is kept is encrypted", async () => {
  const { url, remove } = await ownDatabase();
  const store = await openStore({
    dataDir: ":memory:",
    databaseUrl: url,
    key: TEST_KEY,
    log: keptLog().log,
  });
  const pool = await openPostgres(url, () => undefined);
  try {
    const few = gapsOn(sqlOnPool(pool), cipherOf(Buffer.from(TEST_KEY, "base64")), 3);
    for (const question of ["satu", "dua", "tiga", "empat", "lima"])
      await few.keep(gap(question), "2026-11-22");
    expect((await few.list()).map(({ question }) => question)).toEqual(["tiga", "empat", "lima"]);
    const { rows } = await pool.query("select * from faq_gap");
    expect(JSON.stringify(rows)).not.toContain("tiga");
  } finally {
    await pool.end();
    await store.close();
    await remove();
  }
});

test("sites with Redis keep them in their database", async () => {
  const redisUrl = inject("redisUrl");
  const store = await openStore({ dataDir: ":memory:", redisUrl, log: keptLog().log });
  try {
    await store.gaps.keep(gap("bayar dimana"), "2026-11-22");
    expect(await store.gaps.list()).toHaveLength(1);
  } finally {
    await store.close();
  }
});
