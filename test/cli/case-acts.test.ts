import { expect, test } from "vitest";
import { budi, clockTime, officer, time } from "../support/officer.ts";

const { app, run } = officer();

/** A person at a terminal who asks for an officer. */
async function askForOfficer(): Promise<string> {
  const conversation = app().conversation(() => Date.parse(time(0)));
  for (const [id, text] of [
    ["m1", "halo"],
    ["m2", "petugas"],
  ] as const)
    await conversation.receive(budi, id, { kind: "message", at: time(0), text });
  const [one] = await app().store.desk.list(false);
  if (!one) throw new Error("no case was opened");
  await app().store.outbox.shown(budi, await unsentIds());
  return one.number;
}
const unsentIds = async () => (await app().store.outbox.unsent(budi, 20)).map(({ id }) => id);
const unsentTexts = async () =>
  (await app().store.outbox.unsent(budi, 20)).map(({ body }) => (body as { text: string }).text);

test("a reply reaches the person and the case, once, with who wrote it", async () => {
  const number = await askForOfficer();
  const { code, out } = await run([
    "cases",
    "reply",
    number,
    "Sudah",
    "saya lihat",
    "--by",
    "dewi",
  ]);
  expect({ code, out }).toEqual({
    code: 0,
    out: ["Handed over for sending; cases show tells what became of it."],
  });
  const texts = await unsentTexts();
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain("Sudah saya lihat");
  const shown = await run(["cases", "show", number, "--json"]);
  expect(shown.json().lines.at(-1)).toMatchObject({ text: "Sudah saya lihat", by: "dewi" });
});

test("a reply from standard input keeps its lines", async () => {
  const number = await askForOfficer();
  const { json } = await run(["cases", "reply", number, "-", "--json"], ["Satu", "", "Dua", ""]);
  expect(json()).toMatchObject({ case: number, state: "answered" });
  expect(json().id).toMatch(/^officer-/);
  expect((await unsentTexts())[0]).toContain("Satu\n\nDua");
});

test("while the person's own words are worked on, a reply waits in line", async () => {
  const number = await askForOfficer();
  const message = { kind: "message", at: time(1), text: "halo?" } as const;
  await app().store.line.enter(budi, { id: "m3", body: message }, Date.now());
  const { code, out } = await run(["cases", "reply", number, "halo"]);
  expect({ code, out }).toEqual({
    code: 0,
    out: ["In line: it goes out after what the person is just saying."],
  });
});

test("who answers while another officer is in the talk hears so first, and may go on", async () => {
  const number = await askForOfficer();
  const dewis = { text: "a", by: "dewi", partId: "p" };
  await app().store.cases.reply("r", number, dewis, time(16));
  const reply = (...more: string[]) => run(["cases", "reply", number, "halo", ...more]);
  const refused = await reply("--by", "rina");
  expect(refused).toMatchObject({ code: 1, out: [] });
  expect(refused.err).toEqual([
    `dewi wrote in ${number} at ${clockTime(16)}: read it first (cases show), then reply with --anyway.`,
  ]);
  expect(await unsentTexts()).toEqual([]);
  expect(await reply("--by", "Dewi")).toMatchObject({ code: 0 });
  expect(await reply("--by", "rina", "--anyway")).toMatchObject({ code: 0 });
  expect(await reply("--by", "rina", "--now", time(46))).toMatchObject({ code: 0 });
});

test("an officer who wrote a quarter of an hour ago holds nobody up", async () => {
  const number = await askForOfficer();
  const reply = { text: "a", by: "dewi", partId: "p" };
  await app().store.cases.reply("r", number, reply, time(15));
  expect(await run(["cases", "reply", number, "halo", "--by", "rina"])).toMatchObject({ code: 0 });
});

test("a closed case takes neither a reply nor another closing", async () => {
  const number = await askForOfficer();
  expect(await run(["cases", "close", number])).toMatchObject({ code: 0, out: ["Closed."] });
  const late = await run(["cases", "reply", number, "halo"]);
  expect(late).toMatchObject({ code: 1, out: [] });
  expect(late.err).toEqual([`${number} is closed: the person opens a new one by writing PETUGAS.`]);
  const again = await run(["cases", "close", number]);
  expect(again).toMatchObject({ code: 1, err: [`${number} is closed already.`] });
});
