import { expect, test } from "vitest";
import { startChat } from "../support/payung.ts";
import { answers, answerTo } from "../support/person.ts";
import { ownDatabase } from "../support/stores.ts";

test("answers that reach two processes at once fill one form, in order, and register once", async () => {
  const { url, remove } = await ownDatabase();
  const extra = { DATABASE_URL: url, PAYUNG_KEY: "07".repeat(32) };
  const one = startChat(["--now", "2026-11-22"], extra);
  const two = startChat(["--now", "2026-11-22"], extra);
  try {
    let step: string | null = null;
    while (step !== "nik") ({ step } = await one.say(answerTo(step)));
    const [first, second, third] = await Promise.all([
      one.say({ text: answers["nik"], id: "a" }),
      two.say({ text: answers["nik"], id: "a" }),
      two.say({ text: answers["nik"], id: "b" }),
    ]);
    expect([first, second, third].filter(({ duplicate }) => duplicate).length).toBeGreaterThan(0);
    const texts = [first, second, third].flatMap(({ replies }) => replies);
    expect(texts.length).toBeLessThanOrEqual(2);
    ({ step } = await two.say("halo"));
    for (let turn = 0; step !== "ringkasan" && turn < 30; turn++) {
      const chat = turn % 2 === 0 ? one : two;
      ({ step } = await chat.say(answerTo(step)));
    }
    const [sent, again] = await Promise.all([
      one.say({ text: "ya", id: "z" }),
      two.say({ text: "ya", id: "z" }),
    ]);
    expect([...sent.effects, ...again.effects]).toEqual(["registration.submit"]);
  } finally {
    await Promise.all([one.kill(), two.kill()]);
    await remove();
  }
}, 180_000);
