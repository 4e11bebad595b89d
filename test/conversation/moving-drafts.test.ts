import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { TurnReport } from "../../src/conversation/turn.ts";
import type { Session } from "../../src/engine/session.ts";
import { openTestApp } from "../support/app.ts";
import { answerTo, wholeForm } from "../support/person.ts";

const start = Date.parse("2026-11-23T10:00:00+07:00");
const form = wholeForm();
/** What is typed up to the question for the telephone number. */
const begun = form.slice(0, form.indexOf("betul") + 1);

describe.each([
  ["sql", () => openTestApp()],
  ["redis", () => openTestApp({ redisUrl: inject("redisUrl") })],
] as const)("sessions in %s", (_, open) => {
  let app: App;
  let users = 0;
  let messages = 0;
  beforeAll(async () => {
    app = await open();
  });
  afterAll(() => app.close());

  const somebody = (channel = "kept"): Contact => {
    users += 1;
    return { channel, account: `moving ${_}`, user: `${process.pid}-${users}` };
  };
  const conversation = () => app.conversation(() => start);
  const says = async (contact: Contact, text: string): Promise<readonly TurnReport[]> => {
    messages += 1;
    const at = new Date(start).toISOString();
    return (await conversation().receive(contact, `m${messages}`, { kind: "message", at, text }))
      .turns;
  };
  const saysAll = async (contact: Contact, texts: readonly string[]) => {
    for (const text of texts) await says(contact, text);
  };
  const textOf = (turns: readonly TurnReport[]) =>
    turns.flatMap(({ parts }) => parts.map(({ reply }) => reply.text)).join("\n");
  const draftsOf = async (contact: Contact) =>
    ((await app.store.line.peek(contact)) as Session | null)?.forms.filter(
      ({ flow }) => flow === "daftar_mandiri",
    ) ?? [];
  const codeFor = async (contact: Contact): Promise<string> => {
    await says(contact, "sambungkan");
    const text = textOf(await says(contact, "bawa ke sini"));
    return /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)?.[0] ?? "";
  };
  /** Up to the question whether to send. */
  const offers = async (contact: Contact, code: string) => {
    await saysAll(contact, ["sambungkan", "kirim dari sini"]);
    return textOf(await says(contact, code));
  };
  const workJobs = async () => {
    while ((await conversation().runJob()) !== null);
  };
  /** What is to be sent to a contact, newest last. */
  const told = async (contact: Contact) =>
    JSON.stringify(await app.store.outbox.unsent(contact, 50));

  test("a draft begun in one conversation is finished in the other, with every answer and one registration", async () => {
    const [old, fresh] = [somebody("telegram"), somebody("web")];
    await saysAll(old, begun);
    const [draft] = await draftsOf(old);
    expect(await offers(old, await codeFor(fresh))).toContain("Obrolan web");
    expect(await draftsOf(fresh)).toEqual([]);
    expect(textOf(await says(old, "ya"))).toContain("Isiannya dikirim");
    expect(await draftsOf(old)).toEqual([]);
    await workJobs();
    expect(await draftsOf(fresh)).toEqual([draft]);
    expect(await told(fresh)).toContain("sudah sampai di sini");

    let step = ((await app.store.line.peek(fresh)) as Session).asked?.step ?? null;
    for (let turn = 0; step !== null && turn < 20; turn++) {
      const turns = await says(fresh, answerTo(step));
      step = turns.at(-1)?.step ?? null;
    }
    const registered = await app.store.records.ofContact(fresh);
    expect(registered.map(({ fields }) => fields["nama"])).toEqual(["Sri Contohsari"]);
    expect(await app.store.records.ofContact(old)).toEqual([]);
    expect(textOf(await says(fresh, "lihat data"))).toContain(registered[0]?.number);
  });

  test("what both conversations had begun stands side by side in the one", async () => {
    const [old, fresh] = [somebody(), somebody()];
    await saysAll(old, begun);
    await saysAll(fresh, wholeForm("0003").slice(0, begun.length));
    await offers(old, await codeFor(fresh));
    await says(old, "ya");
    await workJobs();
    expect((await draftsOf(fresh)).map(({ marks }) => marks["nik"]?.v).sort()).toEqual([
      "3404074506850002",
      "3404074506850003",
    ]);
  });

  test("who says no keeps the draft, and the code is used up", async () => {
    const [old, fresh] = [somebody(), somebody()];
    await saysAll(old, begun);
    const code = await codeFor(fresh);
    await offers(old, code);
    expect(textOf(await says(old, "jangan"))).toContain("tidak jadi");
    await workJobs();
    expect(await draftsOf(old)).toHaveLength(1);
    expect(await draftsOf(fresh)).toEqual([]);
    expect(await offers(old, code)).toContain("tidak cocok");
  });

  test("a process that dies before its commit has given nothing away, and the next one gives it once", async () => {
    const [old, fresh] = [somebody(), somebody()];
    await saysAll(old, begun);
    await offers(old, await codeFor(fresh));
    const { commit } = app.store.line;
    app.store.line.commit = () => Promise.reject(new Error("killed"));
    await expect(says(old, "ya")).rejects.toThrow("killed");
    app.store.line.commit = commit;
    await workJobs();
    expect([await draftsOf(old), await draftsOf(fresh)].map((drafts) => drafts.length)).toEqual([
      1, 0,
    ]);
    const turn = await app.store.line.take(old, Date.now() + 61_000);
    expect(turn?.items).toHaveLength(1);
    await app.store.line.release(turn?.lease as NonNullable<typeof turn>["lease"]);
    await conversation().resume(old);
    await workJobs();
    expect([await draftsOf(old), await draftsOf(fresh)].map((drafts) => drafts.length)).toEqual([
      0, 1,
    ]);
  });

  test("drafts that are brought twice arrive once, also after they were handed in", async () => {
    const [old, fresh] = [somebody(), somebody()];
    await saysAll(old, begun);
    await offers(old, await codeFor(fresh));
    await says(old, "ya");
    const { done } = app.store.jobs;
    // dies between bringing them and noting so; the job is taken again when its time has run out
    app.store.jobs.done = () => Promise.reject(new Error("killed"));
    await expect(conversation().runJob()).rejects.toThrow("killed");
    app.store.jobs.done = done;
    expect(await draftsOf(fresh)).toHaveLength(1);
    await says(fresh, "hapus draf 1");
    await says(fresh, "ya");
    const held = await app.store.jobs.take(Date.now() + 61_000);
    expect(held?.attempts).toBe(2);
    if (held) await app.store.jobs.failed(held, Date.now() - 1, "again");
    await workJobs();
    expect(await draftsOf(fresh)).toEqual([]);
    expect(await draftsOf(old)).toEqual([]);
  });

  test("where a conversation was erased meanwhile nothing is sent there, and the drafts stay", async () => {
    const [old, fresh] = [somebody(), somebody()];
    await saysAll(old, begun);
    await offers(old, await codeFor(fresh));
    await saysAll(fresh, ["hapus data", "ya"]);
    expect(textOf(await says(old, "ya"))).toContain("tidak cocok");
    expect(await draftsOf(old)).toHaveLength(1);
  });
});
