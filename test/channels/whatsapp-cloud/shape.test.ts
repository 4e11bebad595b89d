import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTexts } from "../../../src/book/read-texts.ts";
import { drawWhatsApp } from "../../../src/channels/whatsapp-cloud/draw-whatsapp.ts";
import { limits, type Shape, shapeOf } from "../../../src/channels/whatsapp-cloud/shape.ts";
import { renderAs } from "../../../src/cli/render-as.ts";
import { choicesOf, replyOf } from "../../support/graph-fake-bot.ts";
import { shownFrom } from "../../support/graph-fake-rules.ts";

const texts = () => "Pilih";
const x = (count: number) => "x".repeat(count);
const labels = (count: number, length = 5) =>
  Array.from({ length: count }, (_, at) => `${at}`.padStart(length, "x"));

describe("a reply takes the best shape that holds all of it", () => {
  const table: [what: string, labels: string[], text: string, kind: string][] = [
    ["no choice", [], "Halo", "text"],
    ["1 choice", ["Ya"], "Halo", "buttons"],
    ["3 short choices", labels(3, 20), "Halo", "buttons"],
    ["4 short choices", labels(4, 20), "Halo", "list"],
    ["a label of 21 characters", ["Ya", x(21)], "Halo", "list"],
    ["20 characters, each of two code units", ["😀".repeat(20)], "Halo", "buttons"],
    ["21 of them", ["😀".repeat(21)], "Halo", "list"],
    ["two equal labels", ["Ya", "Ya"], "Halo", "list"],
    ["10 choices", labels(10), "Halo", "list"],
    ["11 choices", labels(11), "Halo", "text"],
    ["a label of 72 characters", [x(72)], "Halo", "list"],
    ["a label of 73 characters", [x(73)], "Halo", "text"],
    ["an empty label", ["Ya", " "], "Halo", "text"],
    ["buttons below 1024 characters", ["Ya"], x(1024), "buttons"],
    ["buttons below 1025 characters", ["Ya"], x(1025), "text"],
    ["a list below 1024 characters", labels(4), x(1024), "list"],
    ["a list below 1025 characters", labels(4), x(1025), "text"],
  ];
  test.for(table)("%s", ([, some, text, kind]) => {
    expect(shapeOf(replyOf({ text, choices: choicesOf(...some) }), texts).kind).toBe(kind);
  });

  test("choices with one id can't be told apart and are not tapped", () => {
    const choices = [
      { id: "a", label: "Ya" },
      { id: "a", label: "Tidak" },
    ];
    expect(shapeOf(replyOf({ choices }), texts).kind).toBe("text");
  });
});

describe("a row's title is the label, or its beginning with the whole label below", () => {
  const table: [label: string, row: object][] = [
    [x(24), { title: x(24) }],
    [x(25), { title: `${x(23)}…`, description: x(25) }],
    [
      "Penjual sayur keliling dan ikan",
      { title: "Penjual sayur keliling…", description: "Penjual sayur keliling dan ikan" },
    ],
    [
      "Pedagang barang kelontong besar",
      { title: "Pedagang barang…", description: "Pedagang barang kelontong besar" },
    ],
    // A sign of several code points stays whole: 5 farmers of 3 points each and a joiner would be cut within the 8th.
    ["👩‍🌾".repeat(9), { title: `${"👩‍🌾".repeat(7)}…`, description: "👩‍🌾".repeat(9) }],
  ];
  test.for(table)("%s", ([label, row]) => {
    const shape = shapeOf(replyOf({ choices: choicesOf("A", "B", "C", label) }), texts);
    expect(shape.kind === "list" && shape.rows[3]).toEqual({ id: "aBc123.langkah.3", ...row });
  });
});

test("where nothing can be tapped the choices stand in the text, numbered where numbers pick them", () => {
  const choices = choicesOf(...labels(11));
  expect(shapeOf(replyOf({ choices, numbered: true }), texts)).toMatchObject({
    kind: "text",
    text: expect.stringContaining("1. xxxx0\n2. xxxx1"),
  });
  expect(shapeOf(replyOf({ choices, numbered: false }), texts)).toMatchObject({
    text: expect.stringContaining("• xxxx0\n• xxxx1"),
  });
});

const offered = (shape: Shape): string[] | null => {
  if (shape.kind === "buttons") return shape.buttons.map(({ title }) => title);
  if (shape.kind === "text") return null;
  return shape.rows.map(({ title, description }) => description ?? title);
};

test("whatever the reply, WhatsApp takes its shape and no choice is lost", () => {
  const label = fc.string({ unit: "grapheme", minLength: 1, maxLength: 90 });
  fc.assert(
    fc.property(
      fc.array(label, { maxLength: 13 }),
      fc.string({ minLength: 1, maxLength: 1100 }).filter((text) => text.trim() !== ""),
      fc.boolean(),
      (some, text, numbered) => {
        const reply = replyOf({ text, choices: choicesOf(...some), numbered });
        const shape = shapeOf(reply, texts);
        const shown = offered(shape) ?? some.filter((one) => shape.text.includes(one));
        expect(shown).toEqual(some);
        if (shape.kind === "buttons")
          for (const { title } of shape.buttons)
            expect([...title].length).toBeLessThanOrEqual(limits.buttonTitle);
        if (shape.kind === "list")
          for (const { title, description } of shape.rows) {
            expect([...title].length).toBeLessThanOrEqual(limits.rowTitle);
            expect([...(description ?? "")].length).toBeLessThanOrEqual(limits.rowDescription);
          }
      },
    ),
  );
});

test("the fake of WhatsApp refuses what is beyond the limits", () => {
  const send = (interactive: object) => () =>
    shownFrom(
      {
        ...{ messaging_product: "whatsapp", recipient_type: "individual", to: "62811000001" },
        ...{ type: "interactive", interactive },
      },
      () => true,
    );
  const buttons = (...titles: string[]) => ({
    type: "button",
    body: { text: "Halo" },
    action: {
      buttons: titles.map((title, at) => ({ type: "reply", reply: { id: `${at}`, title } })),
    },
  });
  const list = (...rows: object[]) => ({
    type: "list",
    body: { text: "Halo" },
    action: { button: "Pilih", sections: [{ rows }] },
  });
  const row = (at: number) => ({ id: `${at}`, title: "Ya" });
  expect(send(buttons("A", "B", x(20)))).not.toThrow();
  expect(send(buttons("A", "B", "C", "D"))).toThrow();
  expect(send(buttons("A", "A"))).toThrow();
  expect(send(buttons(x(21)))).toThrow();
  expect(send(list(...Array.from({ length: 10 }, (_, at) => row(at))))).not.toThrow();
  expect(send(list(...Array.from({ length: 11 }, (_, at) => row(at))))).toThrow();
  expect(send(list({ id: "a", title: x(25) }))).toThrow();
  expect(send(list({ id: "a", title: "A", description: x(73) }))).toThrow();
  expect(send({ ...buttons("A"), body: { text: x(1025) } })).toThrow();
  expect(send({ ...buttons("A"), footer: {} })).toThrow();
});

test.for(["id", "en"])("the list's button has room for its label in %s", (language) => {
  const { entries } = readTexts(".", `locales/${language}`);
  const label = entries.find(({ key }) => key === "whatsapp.list_button")?.text ?? "";
  expect(label.length).toBeGreaterThan(0);
  expect(label.length).toBeLessThanOrEqual(limits.listButton);
});

test("a terminal shows it as WhatsApp would", () => {
  const draw = (...some: string[]) =>
    drawWhatsApp(replyOf({ text: "Mau apa?", choices: choicesOf(...some) }), texts);
  expect(draw("Daftar", "Tanya")).toBe("Mau apa?\n\n[ Daftar ]\n[ Tanya ]");
  expect(draw("A", "B", "C", "Penjual sayur keliling dan ikan")).toBe(
    "Mau apa?\n\n≡ Pilih\n  A\n  B\n  C\n  Penjual sayur keliling… (Penjual sayur keliling dan ikan)",
  );
  expect(draw()).toBe("Mau apa?");
  expect(renderAs["whatsapp-cloud"]?.(replyOf({ text: "Halo" }), texts)).toBe("Halo");
});
