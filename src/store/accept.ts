import type { Contact } from "../conversation/ports/contact.ts";
import type { DeliveryReport, DeliveryState } from "../conversation/ports/deliveries.ts";
import type { OutPart } from "../conversation/ports/part.ts";
import { hasArrived, partHash, receiptHash } from "./delivery-names.ts";
import type { Cipher } from "./encryption.ts";
import { contactId } from "./names.ts";
import { deliveryPlace } from "./places.ts";
import type { Sql } from "./sql.ts";

/** A part that the provider took under its receipt, at epoch ms. */
export type Acceptance = { contact: Contact; part: OutPart; receipt: string; at: number };

type Failure = NonNullable<DeliveryReport["failure"]>;

/** In the order of their keys, so that two batches never wait for each other. */
const LOCK = `
  select pg_advisory_xact_lock(key) from (select distinct key from unnest($1::bigint[]) key order by key) keys`;

const TOLD = `
  delete from delivery_report where receipt_hash = any($1::text[])
  returning receipt_hash, state, code, error, at::float8 as at`;

const ACCEPT = `
  insert into delivery (part_hash, contact_id, receipt_hash, state, code, error, at, body)
  select part_hash, contact_id, receipt_hash, state, code, error, at, body
  from json_to_recordset($1::json) as row(part_hash text, contact_id text, receipt_hash text,
    state text, code text, error text, at bigint, body text)
  on conflict (part_hash) do update set
    receipt_hash = excluded.receipt_hash, state = excluded.state, code = excluded.code,
    error = excluded.error, at = excluded.at, body = excluded.body
  where delivery.receipt_hash is distinct from excluded.receipt_hash`;

const FAILED = `
  select part_hash, code, error from delivery
  where part_hash = any($1::text[]) and state = 'failed' and body is not null`;

type Told = {
  receipt_hash: string;
  state: DeliveryState;
  code: string | null;
  error: string | null;
  at: number;
};

/** Notes what a provider took, all in one transaction; gives the failures that were told of them before. */
export function acceptAll(
  sql: Sql,
  cipher: Cipher,
  all: readonly Acceptance[],
): Promise<(Failure | null)[]> {
  const named = all.map((one) => ({
    ...one,
    receipt: receiptHash(cipher, one.contact, one.receipt),
    hash: partHash(cipher, one.part.id),
  }));
  return sql.transaction(async (tx) => {
    await tx(LOCK, [named.map(({ receipt }) => receipt.lock.toString())]);
    const receipts = named.map(({ receipt }) => receipt.name);
    const told = new Map((await tx<Told>(TOLD, [receipts])).map((row) => [row.receipt_hash, row]));
    const rows = named.map(({ contact, part, receipt, hash, at }) => {
      const known = told.get(receipt.name);
      const state = known?.state ?? "accepted";
      return {
        part_hash: hash,
        contact_id: contactId(cipher, contact),
        receipt_hash: receipt.name,
        state,
        code: known?.code ?? null,
        error: known?.error ?? null,
        at: Math.max(at, known?.at ?? 0),
        body: hasArrived(state) ? null : cipher.encrypt(deliveryPlace(hash), { contact, part }),
      };
    });
    await tx(ACCEPT, [JSON.stringify(rows)]);
    const hashes = named.map(({ hash }) => hash);
    const failed = await tx<Failure & { part_hash: string }>(FAILED, [hashes]);
    return named.map(({ hash }) => {
      const row = failed.find(({ part_hash }) => part_hash === hash);
      return row ? { code: row.code, error: row.error } : null;
    });
  });
}
