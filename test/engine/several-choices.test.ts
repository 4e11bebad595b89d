import { expect, test } from "vitest";
import { renderText } from "../../src/channels/render-text.ts";
import { keyboardOf } from "../../src/channels/telegram/keyboard.ts";
import { shapeOf } from "../../src/channels/whatsapp-cloud/shape.ts";
import type { Session } from "../../src/engine/session.ts";
import { bookWith, soundBookWith } from "../support/book-with.ts";
import { files, flow, texts } from "../support/several-choices.ts";
import { talk } from "../support/talk.ts";
import { walkedThrough } from "../support/walked.ts";

const book = soundBookWith(files);

/** A conversation: `tap` presses what bears a label in any reply so far, the newest first; `say` types. */
function conversation() {
  let session: Session | null = null;
  const seen: { id: string; label: string }[] = [];
  let last = talk(book, null, []);
  const hear = (message: { text: string } | { choice: string }) => {
    last = talk(book, session, [message]);
    session = last.session;
    for (const reply of last.replies) seen.push(...reply.choices);
    return last.replies.at(-1)?.text ?? "";
  };
  return {
    say: (text: string) => hear({ text }),
    tap(label: string) {
      const choice = seen.findLast((one) => one.label === label);
      if (!choice) throw new Error(`nothing says ${label}`);
      return hear({ choice: choice.id });
    },
    labels: () => last.replies.at(-1)?.choices.map(({ label }) => label) ?? [],
    reply: () => {
      const { text = "", choices = [], numbered = true } = last.replies.at(-1) ?? {};
      return { id: "r", text, choices, numbered, keys: [] };
    },
    payload: () => last.effects[0]?.payload,
  };
}

test("a tap adds an option and shows what is picked, another takes it out, and enough ends it", () => {
  const { say, tap, labels, payload } = conversation();
  expect(say("pilih program")).toContain("Mau program apa?\n\nBoleh pilih lebih dari satu.");
  expect(labels()).toEqual(["JKK", "JKM", "Hari tua"]);
  expect(tap("JKK")).toContain("Sudah dipilih: JKK.");
  expect(labels()).toEqual(["✓ JKK", "JKM", "Hari tua", "Selesai"]);
  expect(tap("Hari tua")).toContain("Sudah dipilih: JKK dan Hari tua.");
  expect(tap("✓ JKK")).toContain("Sudah dipilih: Hari tua.");
  expect(tap("Selesai")).toContain("Punya alat apa?");
  expect(labels()).toEqual(["Helm", "Sepatu", "Tidak ada"]);
  expect(tap("Tidak ada")).toContain("Ikut menabung, jadi Hari tua.");
  expect(say("ubah program")).toContain("Sudah dipilih: Hari tua.");
  expect(say("selesai")).toContain("1. Program: Hari tua\n2. Alat: Tidak ada");
  say("ya, benar");
  expect(payload()).toEqual({ program: "jht", alat: "-" });
});

test("the same tap twice changes nothing more, and one in an old message adds", () => {
  const { say, tap } = conversation();
  say("pilih program");
  tap("JKK");
  expect(tap("JKK")).toContain("Sudah dipilih: JKK.");
  tap("Selesai");
  expect(tap("JKM")).toContain("Sudah dipilih: JKK dan JKM.");
  expect(tap("Selesai")).toContain("Punya alat apa?");
});

test("a typed list is the whole answer, a single option one of several", () => {
  const list = conversation();
  list.say("pilih program");
  expect(list.say("1 dan 3")).toContain("Program: JKK dan Hari tua");
  expect(list.say("semua")).toContain("Alat: Helm dan Sepatu");
  const single = conversation();
  single.say("pilih program");
  expect(single.say("tabungan")).toContain("Sudah dipilih: Hari tua.");
  expect(single.say("1")).toContain("Sudah dipilih: JKK dan Hari tua.");
  expect(single.say("1")).toContain("Sudah dipilih: Hari tua.");
  expect(single.say("jkk")).toContain("Sudah dipilih: JKK dan Hari tua.");
  expect(single.say("gak jadi jht")).toContain("Sudah dipilih: JKK.");
  expect(single.say("itu aja")).toContain("Punya alat apa?");
  const only = conversation();
  only.say("pilih program");
  expect(only.say("jkm aja")).toContain("Program: JKM");
});

test("the number of the last row is enough", () => {
  const { say } = conversation();
  say("pilih program");
  say("2");
  expect(say("4")).toContain("Punya alat apa?");
});

test("no more than may be picked, and no fewer", () => {
  const { say, tap, labels } = conversation();
  say("pilih program");
  expect(say("semua")).toContain("Paling banyak 2 pilihan.");
  expect(say("tidak ada")).toContain("Pilih paling sedikit 1");
  tap("JKK");
  tap("JKM");
  expect(tap("Hari tua")).toContain("Paling banyak 2 pilihan.");
  expect(labels()).toEqual(["✓ JKK", "✓ JKM", "Hari tua", "Selesai"]);
});

test("every channel shows which are picked", () => {
  const { say, tap, reply } = conversation();
  const texts = () => "Pilih";
  say("pilih program");
  tap("JKK");
  tap("Hari tua");
  expect(renderText(reply())).toContain("1. ✓ JKK\n2. JKM\n3. ✓ Hari tua\n4. Selesai");
  const list = shapeOf(reply(), texts);
  expect(list.kind === "list" && list.rows.map(({ title }) => title)).toEqual([
    "✓ JKK",
    "JKM",
    "✓ Hari tua",
    "Selesai",
  ]);
  expect(keyboardOf(reply(), texts)).toMatchObject({
    inline_keyboard: [
      [{ text: "✓ JKK" }, { text: "JKM" }],
      [{ text: "✓ Hari tua" }, { text: "Selesai" }],
    ],
  });
});

test("what is picked so far stays while something else is asked or told", () => {
  const { say, tap } = conversation();
  say("pilih program");
  tap("JKM");
  expect(say("kalau penghasilan 1,5 juta iurannya berapa?")).toContain("Sudah dipilih: JKM.");
  say("menu");
  expect(say("lanjut")).toContain("Sudah dipilih: JKM.");
});

test("fifty people pick as they like, and nothing is lost, doubled or stuck", {
  timeout: 300_000,
}, () => {
  expect(walkedThrough("pilih", book, 50)).toBe("");
});

test("a condition on several answers is checked by its type and its words", () => {
  const problems = (condition: string) =>
    bookWith({ ...files, "flows/pilih.yaml": flow.replace("'\"jht\" in program'", condition) })
      .problems.map(({ message }) => message)
      .join("\n");
  expect(problems("'program == \"jht\"'")).toContain("list<string> == string");
  expect(problems("'\"jth\" in program'")).toContain('compares program with "jth"');
  expect(problems('\'"jkk" in program && "jkm" in program\'')).toBe("");
  expect(problems('\'"jkk" in program && "jkm" in program && "jht" in program\'')).toContain(
    "nobody comes here",
  );
});

test.for([
  ["options: [jkk, jkm, jht]", "options: [jkk]", "a choice needs two options"],
  ["max: 2", "max: 4", "between 1 and 4 of 3 options"],
  ["min: 0", "optional: true", "choices are not optional"],
])("%s instead of %s is a fault", ([from, to, says]) => {
  const { problems } = bookWith({
    ...files,
    "flows/pilih.yaml": flow.replace(from as string, to as string),
  });
  expect(problems.map(({ message }) => message).join("\n")).toContain(says);
});

test.for([
  ["jht: Hari tua", "jht: Tabungan hari tuaku", "has 21 characters, 20 fit"],
  ["helm: Helm", "helm: Semua", "tells how many of the options, not which"],
  ["jht: [jht, tabungan]", "jht: [jht, cukup]", "tells how many of the options, not which"],
])("the label or word %s that becomes %s is a fault", ([from, to, says]) => {
  const changed = texts.replace(from as string, to as string);
  const { problems } = bookWith({
    ...files,
    "locales/id/pilih.yaml": changed,
    "locales/en/pilih.yaml": changed,
  });
  expect(problems.map(({ message }) => message).join("\n")).toContain(says);
});
