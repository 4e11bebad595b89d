import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { makeDocument } from "../../src/cli/sheets.ts";
import { play } from "../../src/cli/transcripts/play.ts";
import type { Conversation } from "../../src/conversation/conversation.ts";
import { makeFinish } from "../../src/conversation/finish.ts";
import { keepBrought } from "../../src/conversation/perform/file-take.ts";
import type { Fetch } from "../../src/conversation/ports/channel.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import type { TurnReport } from "../../src/conversation/turn.ts";
import type { Session } from "../../src/engine/session.ts";
import { workerColumns } from "../../src/sheets/columns.ts";
import { readWorkers } from "../../src/sheets/read-workers.ts";
import { openTestApp } from "../support/app.ts";
import { plainParts } from "../support/finish.ts";
import { bookOfLists } from "../support/list-flow.ts";
import { listTalk } from "../support/list-talk.ts";

const at = Date.parse("2026-11-23T10:00:00+07:00");
const iso = new Date(at).toISOString();
const book = bookOfLists();

const header = "Nama;NIK;Tanggal Lahir;Upah;HP";
const good = "Agus Susanto;6171021401729429;14-01-1972;3.100.000;087800002347";
const short = "Imam Wijaya;190201250405911;25-04-2005;1.900.000;087800009826";
const mended = "Imam Wijaya;1902012504059116;25-04-2005;1.900.000;087800009826";
const csv = (...rows: string[]) => Buffer.from([header, ...rows].join("\n"));

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

/** The real conversation on the real store; files come from where the test says, if anywhere. */
const conversationWith = (fetch: Fetch | null) => listTalk(app.store, book, fetch);

let users = 0;
const somebody = (): Contact => ({ channel: "web", account: "test", user: `f${users++}` });
const says = (more: Partial<Inbound>): Inbound => ({ kind: "message", at: iso, ...more });
const sends = (name: string): Inbound =>
  says({ media: { kind: "document", name, ref: `ref of ${name}` } });
const said = (turns: readonly TurnReport[]) =>
  turns.flatMap(({ parts }) => parts.map(({ reply }) => reply.text)).join("\n");

async function jobsOf(conversation: Conversation): Promise<string> {
  const turns: TurnReport[] = [];
  for (let done = await conversation.runJob(); done; done = await conversation.runJob())
    turns.push(...done);
  return said(turns);
}

async function asked(conversation: Conversation): Promise<Contact> {
  const contact = somebody();
  for (const text of ["kirim daftar", "ya"])
    await conversation.receive(contact, text, says({ text }));
  return contact;
}

const contents = (files: Record<string, Uint8Array>): Fetch => {
  return async (_contact, { name = "" }) => {
    const content = files[name];
    return content ? { state: "kept", content, mime: "text/csv" } : { state: "gone" };
  };
};

test("a list is fetched, kept, read aside and repaired by a second file: accepted rows stay, mended ones are added", async () => {
  const fetch = contents({ "a.csv": csv(good, short), "b.csv": csv(mended) });
  const { conversation } = conversationWith(fetch);
  const contact = await asked(conversation);
  const first = await conversation.receive(contact, "m1", sends("a.csv"));
  expect(said(first.turns)).toContain("Daftarnya sedang dibaca.");
  const told = await jobsOf(conversation);
  expect(told).toMatch(/Baris 3: NIK baru 15 angka/);
  expect(told).toContain("1 masuk, 1 belum");
  const session = (await app.store.line.peek(contact)) as Session;
  expect(JSON.stringify(session)).not.toMatch(/Agus|1902012504059116/);
  await conversation.receive(contact, "m2", sends("b.csv"));
  expect(await jobsOf(conversation)).toContain("Foto tempat usaha?");
  const list = String(
    session.forms[0]?.marks["baca"]?.r?.["daftar"] ?? `${session.forms[0]?.id}.baca.0`,
  );
  expect(await app.store.workers.counts(contact, list)).toEqual({
    accepted: 2,
    rejected: 0,
    wages: 5_000_000,
  });
});

test("the rows to be mended go back as a file that is read only when it is sent, and can be read again", async () => {
  const { conversation } = conversationWith(contents({ "a.csv": csv(good, short) }));
  const contact = await asked(conversation);
  await conversation.receive(contact, "m1", sends("a.csv"));
  await jobsOf(conversation);
  const unsent = await app.store.outbox.unsent(contact, 20);
  expect(JSON.stringify(unsent).length).toBeLessThan(10_000);
  const part = unsent.find(({ body }) => JSON.stringify(body).includes('"kept"'));
  const finish = makeFinish({ ...plainParts, files: app.store.files });
  const { file } = await finish(contact, part ?? { id: "", body: {} });
  if (!file || !("mime" in file)) throw new Error("no document");
  expect(file.name).toBe("a-perbaiki.xlsx");
  const again = await readWorkers(file.content, { today: "2026-11-23" });
  expect(again).toMatchObject({ kind: "read", rejected: [{ origin: 3 }] });
});

test("the template goes out as a document that the bot reads again as an empty list", async () => {
  const finish = makeFinish({ ...plainParts, document: (name) => makeDocument(book, name) });
  const body = {
    text: "t",
    choices: [],
    numbered: false,
    keys: [],
    file: { document: "templat_pekerja" },
  };
  const { file } = await finish(somebody(), { id: "p", body });
  if (!file || !("mime" in file)) throw new Error("no document");
  expect(file.name).toBe("daftar-pekerja.xlsx");
  const read = await readWorkers(file.content, { today: "2026-11-23", columns: workerColumns });
  expect(read).toMatchObject({ kind: "refused", reason: "empty" });
});

test("where a page brings the file by itself it is waited for, and taken when it is here", async () => {
  const { conversation, later } = conversationWith(null);
  const contact = await asked(conversation);
  const { turns } = await conversation.receive(contact, "m1", sends("a.csv"));
  expect(said(turns)).toContain("sedang diambil");
  later();
  expect(await jobsOf(conversation)).toBe("");
  await keepBrought(app.store.files, contact, "m1", { name: "a.csv", content: csv(good) }, iso);
  later();
  expect(await jobsOf(conversation)).toContain("Foto tempat usaha?");
});

test("what is written beneath a photo of an accident report stands with it in the case that officers read", async () => {
  const script = readFileSync("test/transcripts/lapor_kecelakaan/foto.txt", "utf8");
  expect((await play(app, "hurt", script)).fault).toBeNull();
  const { desk } = app.store;
  const [listed] = (await desk.list(true)).filter(({ kind }) => kind === "accident");
  const shown = await desk.show(listed?.number ?? "", { by: "test", at: iso });
  const photos = shown?.lines
    .filter(({ file }) => file)
    .map(({ text, file }) => [text, file?.name]);
  expect(photos).toEqual([
    ["Foto untuk laporan ini", "jalan.png"],
    ["Foto untuk laporan ini: motornya masih di bengkel", "motor.png"],
  ]);
});

test("a file that never comes is given up, and the person is asked for it again", async () => {
  const { conversation, later } = conversationWith(() => Promise.reject(new Error("down")));
  const contact = await asked(conversation);
  await conversation.receive(contact, "m1", sends("a.csv"));
  let told = "";
  for (let time = 0; time < 400 && told === ""; time++) {
    later();
    told = await jobsOf(conversation);
  }
  expect(told).toMatch(/tidak sampai[\s\S]*Daftarnya/);
});

test("what is no list by its content is not kept, whatever its name says", async () => {
  const png = Buffer.from("89504e470d0a1a0a0000", "hex");
  const { conversation } = conversationWith(contents({ "a.csv": png }));
  const contact = await asked(conversation);
  const { turns } = await conversation.receive(contact, "m1", sends("a.csv"));
  expect(said(turns)).toContain("bukan jenis yang bisa dibaca");
  expect(await app.store.files.count(contact)).toBe(0);
});

test("a reading that is done twice, because its process ended before saying so, is told once", async () => {
  const { conversation } = conversationWith(contents({ "a.csv": csv(good) }));
  const contact = await asked(conversation);
  await conversation.receive(contact, "m1", sends("a.csv"));
  const { jobs } = app.store;
  const held = await jobs.take(Date.now());
  expect(held?.job.kind).toBe("workers.read");
  if (held) await jobs.failed(held, Date.now(), "ended");
  expect(await jobsOf(conversation)).toContain("Foto tempat usaha?");
  const result = {
    kind: "result",
    key: held?.job.key ?? "",
    outcome: { state: "done", result: {} },
  } as const;
  const entry = await app.store.line.enter(contact, { id: result.key, body: result }, Date.now());
  expect(entry.state).toBe("seen");
});

test("a reading that ends its process every time is given up, and the person hears it", async () => {
  const { conversation, later } = conversationWith(contents({ "a.csv": csv(good) }));
  const contact = await asked(conversation);
  await conversation.receive(contact, "m1", sends("a.csv"));
  const { jobs } = app.store;
  for (let time = 1; time <= 7; time++) {
    const held = await jobs.take(Date.now());
    if (held) await jobs.failed(held, Date.now(), "ended");
  }
  later();
  expect(await jobsOf(conversation)).toContain("belum berhasil");
});
