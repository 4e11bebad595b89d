import { randomUUID } from "node:crypto";
import type { DeviceLease, LinkedDevice } from "../conversation/ports/linked-device.ts";
import type { Account } from "../conversation/ports/part.ts";
import type { Cipher } from "./encryption.ts";
import { deviceValuePlace } from "./places.ts";
import type { Query, Sql } from "./sql.ts";

/** How long a lease lasts, in ms. */
const LEASE_MS = 30_000;

/** Linked devices in SQL, on sites with Redis too: what is kept must be as lasting as the records. */
export function linkedDeviceOn(sql: Sql, cipher: Cipher): LinkedDevice {
  return {
    async take(account, now) {
      const id = deviceId(cipher, account);
      const lease = { account, token: randomUUID(), until: now + LEASE_MS };
      const taken = await sql.query(
        `insert into linked_device (id, token, lease_until) values ($1, $2, $3::bigint)
         on conflict (id) do update set token = excluded.token, lease_until = excluded.lease_until
         where linked_device.token is null or linked_device.lease_until <= $4::bigint
         returning 1`,
        [id, lease.token, lease.until, now],
      );
      return taken.length > 0 ? lease : null;
    },
    async renew(lease, now) {
      const until = now + LEASE_MS;
      const kept = await sql.query(
        `update linked_device set lease_until = $3::bigint
         where id = $1 and token = $2 and lease_until > $4::bigint returning 1`,
        [deviceId(cipher, lease.account), lease.token, until, now],
      );
      return kept.length > 0 ? { ...lease, until } : null;
    },
    async release({ account, token }) {
      await sql.query(
        "update linked_device set token = null, lease_until = null where id = $1 and token = $2",
        [deviceId(cipher, account), token],
      );
    },
    async read(account, keys) {
      const id = deviceId(cipher, account);
      const byHash = new Map(keys.map((key) => [keyHash(cipher, key), key]));
      const rows = await sql.query<{ key_hash: string; value: string }>(
        `select key_hash, value from linked_device_value
         where device_id = $1 and key_hash = any($2::text[])`,
        [id, [...byHash.keys()]],
      );
      return new Map(
        rows.map(({ key_hash: hash, value }) => [
          byHash.get(hash) ?? "",
          cipher.decrypt(deviceValuePlace(id, hash), value) as string,
        ]),
      );
    },
    write: (lease, values) =>
      sql.transaction(async (tx) => {
        const id = deviceId(cipher, lease.account);
        if (!(await isHeld(tx, id, lease))) return false;
        await store(tx, cipher, id, values);
        return true;
      }),
    wipe: (lease) =>
      sql.transaction(async (tx) => {
        const id = deviceId(cipher, lease.account);
        if (!(await isHeld(tx, id, lease))) return false;
        await tx("delete from linked_device_value where device_id = $1", [id]);
        return true;
      }),
  };
}

/** Locks the device's row: nobody takes the lease over in the middle of a write. */
async function isHeld(tx: Query, id: string, { token }: DeviceLease): Promise<boolean> {
  const rows = await tx("select 1 from linked_device where id = $1 and token = $2 for update", [
    id,
    token,
  ]);
  return rows.length > 0;
}

async function store(
  tx: Query,
  cipher: Cipher,
  id: string,
  values: ReadonlyMap<string, string | null>,
): Promise<void> {
  const gone: string[] = [];
  const hashes: string[] = [];
  const bodies: string[] = [];
  for (const [key, value] of values) {
    const hash = keyHash(cipher, key);
    if (value === null) {
      gone.push(hash);
      continue;
    }
    hashes.push(hash);
    bodies.push(cipher.encrypt(deviceValuePlace(id, hash), value));
  }
  if (gone.length > 0)
    await tx(
      "delete from linked_device_value where device_id = $1 and key_hash = any($2::text[])",
      [id, gone],
    );
  if (hashes.length === 0) return;
  await tx(
    `insert into linked_device_value (device_id, key_hash, value)
     select $1, * from unnest($2::text[], $3::text[])
     on conflict (device_id, key_hash) do update set value = excluded.value`,
    [id, hashes, bodies],
  );
}

const deviceId = (cipher: Cipher, { channel, account }: Account): string =>
  cipher.id("linked device", channel, account);

/** Keys hold addresses of persons. */
const keyHash = (cipher: Cipher, key: string): string => cipher.id("linked device key", key);
