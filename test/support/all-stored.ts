import { createDecipheriv, hkdfSync } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { Client } from "pg";
import { bareClient, testCipher } from "./redis.ts";
import { TEST_KEY } from "./stores.ts";

const masterKey = Buffer.from(TEST_KEY, "base64");
const key = Buffer.from(hkdfSync("sha256", masterKey, "", "payung encryption", 32));
/** Stands before what is encrypted in bytes. */
const head = Buffer.from(`70${testCipher().keyId}`, "hex");

/** Every value of every column of a database, what is encrypted under the tests' key in clear. */
export async function allInDatabase(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<Record<string, unknown>>(`select * from "${name}"`);
      for (const row of rows)
        for (const value of Object.values(row))
          found.push(Buffer.isBuffer(value) ? inClear(value) : inClear(Buffer.from(String(value))));
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Every value on a Redis, likewise. */
export async function allOnRedis(url: string): Promise<string[]> {
  const client = bareClient(url);
  const found: string[] = [];
  try {
    for (const name of await client.keys("*"))
      for (const value of await valuesOf(client, name)) found.push(inClear(value));
    return found;
  } finally {
    client.disconnect();
  }
}

async function valuesOf(client: ReturnType<typeof bareClient>, name: string): Promise<Buffer[]> {
  const read: Record<string, () => Promise<unknown>> = {
    string: () => client.getBuffer(name),
    hash: () => client.callBuffer("HGETALL", name),
    list: () => client.callBuffer("LRANGE", name, "0", "-1"),
    set: () => client.callBuffer("SMEMBERS", name),
    zset: () => client.callBuffer("ZRANGE", name, "0", "-1"),
    stream: () => client.callBuffer("XRANGE", name, "-", "+"),
  };
  const type = await client.type(name);
  if (type === "none") return [];
  const values = await read[type]?.();
  if (values === undefined) throw new Error(`a ${type} is not read`);
  return [Buffer.from(name), ...flat(values)];
}

const flat = (value: unknown): Buffer[] =>
  Buffer.isBuffer(value) ? [value] : Array.isArray(value) ? value.flatMap(flat) : [];

/** What is readable in a value: what is encrypted in it, be it several things packed together, and all as it is. */
function inClear(value: Buffer): string {
  const text = value.toString("utf8");
  const [form, , sealed] = text.split(".");
  if (form === "p1" && sealed) return stream(Buffer.from(sealed, "base64url")).toString("utf8");
  const found = [text];
  for (let at = value.indexOf(head); at >= 0; at = value.indexOf(head, at + 1)) {
    const plain = stream(value.subarray(at + head.length));
    found.push((plain[0] === 1 ? inflateRawSync(plain.subarray(1)) : plain).toString("utf8"));
  }
  return found.join("\n");
}

/** GCM encrypts by counter, from 2 on; its seal binds a value to its place, which whoever looks through everything does not know. */
function stream(sealed: Buffer): Buffer {
  const counter = Buffer.concat([sealed.subarray(0, 12), Buffer.from([0, 0, 0, 2])]);
  return createDecipheriv("aes-256-ctr", key, counter).update(sealed.subarray(12));
}
