import { afterAll, expect, test } from "vitest";
import { makeFinish } from "../../src/conversation/finish.ts";
import type { Reply } from "../../src/engine/event.ts";
import { makeDrawing } from "../../src/pictures/make-drawing.ts";
import { plainParts } from "../support/finish.ts";
import { comparisonFor, usualComparison } from "./comparison.ts";
import { readPng } from "./read-png.ts";

const drawing = makeDrawing();
afterAll(() => drawing.close());
const patience = 30_000;

test(
  "a comparison becomes a sound PNG, small, twice as wide as a small telephone, with letters in it",
  async () => {
    const png = await drawing.draw(usualComparison());
    const picture = readPng(png);
    expect(picture).toMatchObject({ width: 720, ended: true });
    expect(picture.height).toBeGreaterThan(600);
    expect(picture.height).toBeLessThan(1100);
    expect(png.length).toBeLessThanOrEqual(60_000);
    // Without its font a picture has bars alone: dark points stand where the title is.
    const title = Array.from({ length: 300 * 40 }, (_, at) =>
      picture.at(32 + (at % 300), 36 + Math.trunc(at / 300)),
    );
    expect(title.filter(([red = 255]) => red < 80).length).toBeGreaterThan(500);
    expect(picture.at(0, 0)).toEqual([255, 255, 255]);
  },
  patience,
);

test(
  "the longest picture of each kind is small too",
  async () => {
    const children = { bulan_dibayar: 40, anak: 2 };
    for (const comparison of [
      comparisonFor("manfaat", {
        kejadian: "meninggal-kerja",
        penghasilan: 20_000_000,
        ...children,
      }),
      comparisonFor("iuran_karyawan", {
        ...{ ukuran: "besar", bidang: "konstruksi", upah: 25_000_000, jumlah_karyawan: 1000 },
      }),
    ]) {
      if (!comparison) throw new Error("nothing to compare");
      expect((await drawing.draw(comparison)).length).toBeLessThanOrEqual(60_000);
    }
  },
  patience,
);

test(
  "what else is to be done goes on while a picture is drawn",
  async () => {
    const fresh = makeDrawing();
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const begun = performance.now();
    await fresh.draw(usualComparison());
    const took = performance.now() - begun;
    clearInterval(timer);
    // Had the library been loaded here, no tick would have come before the end.
    expect(ticks).toBeGreaterThan(took / 50);
    await fresh.close();
  },
  patience,
);

test(
  "the same picture is drawn once",
  async () => {
    const one = drawing.draw(usualComparison());
    expect(drawing.draw(usualComparison())).toBe(one);
    await one;
  },
  patience,
);

test("a picture that can't be drawn is left out, and its text, which says every amount, goes alone", async () => {
  const warned: unknown[] = [];
  const log = { info() {}, warn: (...all: unknown[]) => warned.push(all), error() {} };
  const closed = makeDrawing();
  const finish = makeFinish({ ...plainParts, draw: closed.draw, log });
  const file = { name: "iuran.png", alt: "Gambar", comparison: usualComparison() };
  const reply: Reply = { text: "JKK + JKM Rp16.400", choices: [], numbered: false, keys: [], file };
  const contact = { channel: "web", account: "local", user: "u" };
  const finishing = finish(contact, { id: "p", body: reply });
  await closed.close();
  const { file: _, ...alone } = reply;
  expect(await finishing).toEqual(alone);
  expect(warned).toEqual([["picture_failed", { name: "closed" }]]);
});
