import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { afterAll, expect, test } from "vitest";
import { openStore, type Store, type StoreOptions } from "../../src/store/open.ts";
import { keptLog, ownDatabase, ownFolder, TEST_KEY } from "../support/stores.ts";
import { item, NOW, turnOf } from "../support/turns.ts";

const AT = "2026-11-22T03:00:00.000Z";
const PLAIN = new Set(["setuju"]);
const MARKS = {
  name: "Markonah Zulkarnaenxyz",
  nik: "3271998877660003",
  phone: "+6281998877665",
  address: "Jl. Kembang Rahasiaxyz 17",
  text: "tulisan-rahasia-xyz",
  officer: "Petugas Rahasiaxyz",
  file: "isi-berkas-rahasiaxyz",
  fileName: "ktp-rahasiaxyz.png",
  mime: "image/rahasiaxyz",
  step: "langkah-rahasiaxyz",
};
const SECRETS = [
  ...Object.values(MARKS),
  "81998877665",
  "kunci-efek-xyz",
  "id-pesan-xyz",
  "tanda-terima-xyz",
];
const CONTACT = { channel: "whatsapp-web", account: "+6281000111222", user: MARKS.phone };

type Run = (text: string) => Promise<{ rows: Record<string, unknown>[] }>;
const removals: (() => unknown)[] = [];
afterAll(async () => {
  for (const remove of removals) await remove();
});

/** Everything that the store can be made to write, with marked data. */
async function writeEverything(store: Store): Promise<void> {
  const { name, nik, phone, address, text } = MARKS;
  const fields = { nama: name, nik, hp: phone, alamat: address };
  const marked = {
    ...item("id-pesan-xyz"),
    body: { kind: "message", at: AT, text, phone },
  } as const;
  const first = turnOf(await store.line.enter(CONTACT, marked, NOW));
  const consent = { purpose: "daftar", version: "1", wordingHash: "h", at: AT };
  await store.records.recordConsent("kunci-efek-xyz 1", CONTACT, consent);
  const submission = { flow: "daftar-mandiri", segment: "mandiri", identity: nik, fields } as const;
  const { number } = await store.records.submit("kunci-efek-xyz 2", CONTACT, submission, AT);
  const guess = { key: "kunci-efek-xyz 9", number, birthDate: phone, at: AT };
  await store.records.findState(CONTACT, guess);
  const business = {
    flow: "daftar_usaha",
    segment: "usaha" as const,
    ...{ owner: nik, business: name, fields },
    workers: [{ identity: nik, fields }],
  };
  await store.records.submitBusiness("kunci-efek-xyz 8", CONTACT, business, AT);
  const draftCode = await store.records.codes.make("kunci-efek-xyz 11", CONTACT, AT);
  const elsewhere = { ...CONTACT, user: `${phone}8` };
  await store.records.codes.take("kunci-efek-xyz 12", elsewhere, draftCode, AT);
  const officer = { by: MARKS.officer, unmask: true, at: AT, plain: PLAIN };
  await store.registry.show(number, officer);
  await store.registry.read({}, officer);
  await store.line.commit(
    first.lease,
    {
      session: { answers: fields },
      taken: ["id-pesan-xyz"],
      parts: [{ id: `part ${phone}`, body: { text: `Terima kasih, ${name}` } }],
      jobs: [1, 2].map((n) => ({ key: `kunci-efek-xyz job ${n}`, kind: "k", payload: fields })),
      dead: [{ id: "id-pesan-xyz", code: "poison" }],
    },
    NOW,
  );
  const job = await store.jobs.take(NOW);
  if (job !== null) await store.jobs.failed(job, null, "job_failed");
  await store.line.enter(CONTACT, { ...marked, id: `id-pesan-xyz ${phone}` }, NOW + 1);
  await writeCase(store);
  await writeDevice(store);
  await writeFiles(store);
  // Were a question to hold something of a person after all, it lies there encrypted.
  await store.gaps.keep({ why: "unanswered", question: text, topics: [] }, AT.slice(0, 10));
  const stranger = { ...CONTACT, user: `${phone}9` };
  await store.records.submit("kunci-efek-xyz 3", stranger, submission, AT);
  await store.records.erase("kunci-efek-xyz 4", stranger, AT);
}

/** A linked device with a session, and a person whom it met. */
async function writeDevice({ device, names }: Store): Promise<void> {
  const { phone, text } = MARKS;
  const lease = await device.take(CONTACT, NOW);
  if (!lease) throw new Error("nobody else has the device");
  await device.write(lease, new Map([[`session ${phone}`, JSON.stringify({ text })]]));
  await names.meet(CONTACT, [`${phone}7`, `${phone}8`], phone, NOW);
}

/** A kept file, and a list with a worker and a row that was not accepted. */
async function writeFiles({ files, workers }: Store): Promise<void> {
  const { name, nik, phone, address, file, fileName, mime } = MARKS;
  const content = Buffer.from(file.repeat(50));
  const kept = { name: fileName, kind: "image", mime, content } as const;
  await files.keep(CONTACT, "kunci-efek-xyz 9", kept, AT);
  const row = { nik, upah: 2_000_000, nama: name, hp: phone };
  const fault = { row: 3, origin: null, cells: { nama: address, nik: `${nik}1` }, faults: [] };
  const read = { rows: [row], faults: [fault] };
  await workers.add("kunci-efek-xyz 10", CONTACT, "kunci-efek-xyz", read, AT);
}

/** A case with everything in it, closed, and parts in every state. */
async function writeCase({ cases, desk, deliveries }: Store): Promise<void> {
  const { text, officer: by, file, fileName: name, mime, step } = MARKS;
  const opening = { language: "id", flow: step, step } as const;
  const { number } = await cases.open("kunci-efek-xyz 5", CONTACT, opening, AT);
  const entry = { text, media: { kind: "image", name, ref: `tanda-terima-xyz` } } as const;
  const how = { urgent: true, at: AT };
  await cases.append("kunci-efek-xyz 6", CONTACT, number, entry, how);
  const kept = { state: "kept", content: Buffer.from(file.repeat(50)), mime } as const;
  await cases.keepFile(CONTACT, "kunci-efek-xyz 6", kept);
  const part = { id: "id-pesan-xyz 7", body: { text } };
  await cases.reply("kunci-efek-xyz 7", number, { text, by, partId: part.id }, AT);
  const shown = await desk.show(number, { by, at: AT });
  await desk.file(number, shown?.lines[0]?.file?.id ?? "", { by, at: AT });
  await cases.close("kunci-efek-xyz 8", number, by, AT);
  await deliveries.accepted(CONTACT, part, "tanda-terima-xyz 1", NOW);
  await deliveries.awaits(CONTACT, { ...part, id: "id-pesan-xyz 8" }, NOW);
  const early = { receipt: "tanda-terima-xyz 2", state: "read", at: NOW } as const;
  await deliveries.told(CONTACT, early);
}

/** Every column of every table as text, by table and column. */
async function everyColumn(run: Run): Promise<Map<string, string>> {
  const { rows } = await run(
    "select table_name, column_name from information_schema.columns where table_schema = 'public'",
  );
  const found = new Map<string, string>();
  for (const { table_name, column_name } of rows) {
    const values = await run(`select "${column_name}"::text as value from "${table_name}"`);
    const text = values.rows.map((row) => String(row["value"])).join("\n");
    found.set(`${table_name}.${column_name}`, text);
  }
  return found;
}

function expectNoSecret(columns: Map<string, string>): void {
  const tables = new Set([...columns.keys()].map((name) => name.split(".")[0] ?? ""));
  const empty = [...tables].filter((table) =>
    [...columns].every(([name, text]) => !name.startsWith(`${table}.`) || text === ""),
  );
  expect(empty).toEqual([]);
  for (const [name, text] of columns) {
    for (const secret of SECRETS) {
      expect(text, name).not.toContain(secret);
      // A column of bytes comes as hex digits.
      expect(text, name).not.toContain(Buffer.from(secret).toString("hex"));
    }
  }
}

async function filled(options: Omit<StoreOptions, "log">): Promise<void> {
  const { log, lines } = keptLog();
  const store = await openStore({ ...options, log });
  await writeEverything(store);
  await store.close();
  for (const secret of SECRETS) expect(lines.join("\n")).not.toContain(secret);
}

test("nothing personal stands in clear in any file of the data folder or in any column", async () => {
  const folder = ownFolder();
  removals.push(folder.remove);
  const dataDir = join(folder.path, "data");
  await filled({ dataDir, key: TEST_KEY });

  const db = await PGlite.create(join(dataDir, "pg"));
  expectNoSecret(await everyColumn((text) => db.query(text)));
  // What must be found, to know that the search works: a clear column of a stored row.
  await db.exec("insert into setting values ('seen-by-the-search', ''); checkpoint");
  await db.close();
  const bytes = filesUnder(folder.path).map((file) => readFileSync(file));
  expect(bytes.some((file) => file.includes("seen-by-the-search"))).toBe(true);
  for (const secret of SECRETS) {
    for (const form of [Buffer.from(secret), Buffer.from(secret, "utf16le")]) {
      expect(
        bytes.some((file) => file.includes(form)),
        secret,
      ).toBe(false);
    }
  }
});

test("nothing personal stands in clear in any column on PostgreSQL", async () => {
  const database = await ownDatabase();
  removals.push(database.remove);
  await filled({ dataDir: ":memory:", databaseUrl: database.url, key: TEST_KEY });
  const client = new Client({ connectionString: database.url });
  await client.connect();
  expectNoSecret(await everyColumn((text) => client.query(text)));
  await client.end();
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
