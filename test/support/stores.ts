import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { inject } from "vitest";
import type { StoreOptions } from "../../src/store/open.ts";

/** A log that keeps its lines. */
export function keptLog() {
  const lines: string[] = [];
  return {
    lines,
    log: {
      warn: (fields: Record<string, unknown>, message: string) => {
        lines.push(JSON.stringify({ ...fields, message }));
      },
    },
  };
}

/** The key of the tests. */
export const TEST_KEY = Buffer.alloc(32, 7).toString("base64");

/** An empty folder of one's own, and what removes it. */
export function ownFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "payung-store-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** An empty database of one's own on the PostgreSQL of the tests, and what removes it. */
export async function ownDatabase(): Promise<{ url: string; remove: () => Promise<void> }> {
  const server = inject("postgresUrl");
  const name = `payung_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: () => administer(server, `drop database if exists ${name} with (force)`),
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Where a store can live: how to open it again and again, and what removes it. */
export type Place = { options: StoreOptions; remove: () => Promise<void> };

/** Every kind of place that must keep the same promises. */
export const PLACES: Record<string, () => Promise<Place>> = {
  memory: async () => ({
    options: { dataDir: ":memory:", log: keptLog().log },
    remove: async () => undefined,
  }),
  folder: async () => {
    const { path, remove } = ownFolder();
    const dataDir = join(path, "data");
    return {
      options: { dataDir, key: TEST_KEY, log: keptLog().log },
      remove: async () => remove(),
    };
  },
  postgres: async () => {
    const { url, remove } = await ownDatabase();
    return {
      options: { dataDir: ":memory:", databaseUrl: url, key: TEST_KEY, log: keptLog().log },
      remove,
    };
  },
};
