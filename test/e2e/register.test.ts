import { afterEach, expect, test } from "vitest";
import { startChat } from "../support/payung.ts";
import { answerTo } from "../support/person.ts";

let chat: ReturnType<typeof startChat>;
afterEach(() => {
  chat.child.kill("SIGKILL");
});

/** Answers question after question until the review stands open. */
async function untilReview(): Promise<string[]> {
  const asked: string[] = [];
  let step: string | null = null;
  while (step !== "ringkasan") {
    ({ step } = await chat.say(answerTo(step)));
    asked.push(step ?? "");
    if (asked.length > 30) throw new Error(asked.join(" "));
  }
  return asked;
}

test("a whole registration in memory ends with a number and the effect registration.submit", async () => {
  chat = startChat(["--data", ":memory:", "--now", "2026-11-22"]);
  await untilReview();
  const last = await chat.say("ya");
  expect(last.effects).toEqual(["registration.submit"]);
  expect(last.failed).toEqual([]);
  expect(last.replies).toHaveLength(1);
  expect(last.replies[0]?.text).toMatch(/PYG-\d{5}-\d{5}-\d/);
  expect(last.flow).toBeNull();
  expect(await chat.end()).toBe(0);
});

test("an answer corrected at the review is changed, and nothing else is asked again", async () => {
  chat = startChat(["--data", ":memory:", "--now", "2026-11-22"]);
  await untilReview();
  const opened = await chat.say("ganti tempat kerja");
  expect(opened.step).toBe("tempat_kerja");
  const back = await chat.say("pasar percontohan");
  expect(back.step).toBe("ringkasan");
  expect(back.replies[0]?.text).toContain("pasar percontohan (tadinya pasar contoh)");
  expect((await chat.say("ya")).effects).toEqual(["registration.submit"]);
});

test("an income changed at the review asks again only for what was decided upon its price", async () => {
  chat = startChat(["--data", ":memory:", "--now", "2026-11-22"]);
  const first = await untilReview();
  const changed = await chat.say("ganti penghasilan jadi 3,2 juta");
  expect(changed.step).toBe("program");
  expect(changed.replies[0]?.text).toContain("Rp20.650");
  const months = await chat.say("masih sama");
  expect(months.step).toBe("bulan");
  expect(months.replies[0]?.text).toContain("Rp82.600");
  const review = await chat.say("sama");
  expect(review.step).toBe("ringkasan");
  expect(first).toContain("wilayah");
  expect(review.replies[0]?.text).toMatch(/November 2026 - Desember 2026: Rp20.650/);
  expect(review.replies[0]?.text).toMatch(/Januari 2027: Rp41.300/);
  expect((await chat.say("ya")).effects).toEqual(["registration.submit"]);
});

test("each line in gives exactly one line out, also one that is not JSON", async () => {
  chat = startChat(["--data", ":memory:"]);
  expect((await chat.raw("{not json")).error).toBeDefined();
  expect((await chat.raw("{}")).error).toBeDefined();
  expect((await chat.say({ text: 5 })).error).toBeDefined();
  expect(await chat.say({ text: "halo", id: "m1", from: "siti" })).toMatchObject({
    id: "m1",
    flow: "menu",
    step: "pilihan",
  });
});

test("a redelivered id is answered as a duplicate, without a reply", async () => {
  chat = startChat(["--data", ":memory:"]);
  await chat.say({ text: "daftar sendiri", id: "m1" });
  const again = await chat.say({ text: "daftar sendiri", id: "m1" });
  expect(again).toMatchObject({ duplicate: true, replies: [], effects: [], step: "setuju" });
});

test("two contacts in one process do not see each other", async () => {
  chat = startChat(["--data", ":memory:"]);
  await chat.say({ text: "daftar sendiri", from: "satu" });
  expect((await chat.say({ text: "halo", from: "dua" })).step).toBe("pilihan");
  expect((await chat.say({ text: "ya", from: "satu" })).step).toBe("nik");
});
