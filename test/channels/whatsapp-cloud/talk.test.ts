import { afterEach, expect, test } from "vitest";
import { Busy } from "../../../src/conversation/ports/intake.ts";
import { choicesOf, fakeAndCloud, keptAll } from "../../support/graph-fake-bot.ts";
import { until } from "../../support/tg-fake-bot.ts";

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());
const setUp = async (...options: Parameters<typeof fakeAndCloud>) => {
  const all = await fakeAndCloud(...options);
  close = all.close;
  const ana = all.graph.person({ bsuid: "ID.1000001", phone: "62811000001" });
  return { ...all, hook: all.graph.hook, ana };
};

test("a conversation goes to and fro: text, button, row, file, place, edit", async () => {
  const { graph, ana, send, entered, reports } = await setUp();
  graph.tells = ["sent", "delivered", "read"];
  const first = ana.says("halo");
  await until(() => entered.length === 1);
  await send("ID.1000001", { text: "Mau daftar?", choices: choicesOf("Ya", "Tidak") });
  expect(await ana.hears()).toMatchObject({ text: "Mau daftar?" });
  ana.taps("Ya");
  await until(() => entered.length === 2);
  await send("ID.1000001", { choices: choicesOf("A", "B", "C", "Penjual sayur keliling ikan") });
  await ana.hears();
  ana.taps("Penjual sayur keliling ikan");
  await until(() => entered.length === 3);
  ana.sends({ kind: "document", name: "ktp.pdf", content: new Uint8Array([7]), caption: "ini" });
  await until(() => entered.length === 4);
  ana.sharesLocation(-6.2, 106.8);
  await until(() => entered.length === 5);
  ana.edits(first, "hai");
  ana.deletes(first);
  ana.presses("Lanjut");
  await until(() => entered.length === 7 && reports.length === 6);
  expect(entered.map(({ message: { kind, at, phone, ...said } }) => said)).toMatchObject([
    { text: "halo" },
    { text: "Ya", choice: "aBc123.langkah.0" },
    { choice: "aBc123.langkah.3" },
    { text: "ini", media: { kind: "document", name: "ktp.pdf" } },
    { location: { lat: -6.2, lon: 106.8 } },
    { notice: "edited" },
    { text: "Lanjut" },
  ]);
  expect(graph.hook.answers.every((status) => status === 200)).toBe(true);
});

test("1,000 people at once through refusals: everything arrives once, each in order", async () => {
  const refused = new Set<string>();
  const kept = keptAll((user, { text }) => {
    if (!/7$/.test(user) || refused.has(`${user} ${text}`)) return;
    refused.add(`${user} ${text}`);
    throw new Busy();
  });
  const { graph, hook } = await setUp(kept);
  hook.held = true;
  const people = Array.from({ length: 1000 }, (_, at) =>
    graph.person({ bsuid: `ID.1000${1000 + at}` }),
  );
  for (const person of people) {
    person.says("1");
    person.says("2");
  }
  hook.release();
  await until(() => hook.idle, 30_000);
  expect(kept.entered).toHaveLength(2000);
  for (const { user } of people) expect(kept.said(user)).toEqual(["1", "2"]);
}, 40_000);
