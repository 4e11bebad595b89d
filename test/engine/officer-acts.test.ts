import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { talk } from "../support/talk.ts";
import { book, keys, number, say, withOfficer } from "./officer-talk.ts";

const act = (session: Session | null, kind: "reply" | "close" | "late", text?: string) =>
  talk(book, session, [], {
    officer: { number, act: kind, ...(text === undefined ? {} : { text }) },
  });

test("what an officer writes is told as theirs, and the bot asks nothing with it", () => {
  const told = act(withOfficer("alamat"), "reply", "Boleh minta fotonya?");
  expect(told.replies).toHaveLength(1);
  expect(told.replies[0]?.text).toBe("Petugas:\nBoleh minta fotonya?");
  expect(told.session.asked).toBeNull();
});

test("an officer who writes to somebody back at the bot is answered by what they write next", () => {
  const back = say(withOfficer("alamat"), "selesai").session;
  const told = act(back, "reply", "Sekarang di rumah sakit mana?");
  expect(keys(told)).toEqual(["engine.handover.says", "engine.handover.paused"]);
  const answered = say(told.session, "di RSUD");
  expect(answered.forwarded).toEqual([{ text: "di RSUD", urgent: false }]);
  expect(answered.session.forms[0]?.marks).not.toHaveProperty("alamat");
  expect(say(answered.session, "selesai").session.asked?.step).toBe("alamat");
});

test("when the officer closes, what was meant for them answers nothing, and one tap takes the form up", () => {
  const closed = act(withOfficer("alamat"), "close");
  expect(closed.session.handover).toBeUndefined();
  expect(keys(closed)).toEqual(["engine.handover.closed"]);
  const thanks = say(closed.session, "oh gitu, terima kasih banyak ya bu rina");
  expect(thanks.session.forms[0]?.marks).not.toHaveProperty("alamat");
  const resumed = say(closed.session, { choice: "cmd.CONTINUE" });
  expect(resumed.session.asked?.step).toBe("alamat");
  expect(say(closed.session, "lanjut").session.asked?.step).toBe("alamat");
});

test("a close that comes after the person went back interrupts nothing", () => {
  const back = say(withOfficer("alamat"), "selesai").session;
  const closed = act(back, "close");
  expect(keys(closed)).toContain("engine.handover.closed");
  expect(closed.session.asked?.step).toBe("alamat");
});

test("who waits too long is told, and goes on waiting", () => {
  const late = act(withOfficer("alamat"), "late");
  expect(keys(late)).toEqual(["engine.handover.late"]);
  expect(late.session.handover?.number).toBe(number);
});

test("the menu waits as forms do", () => {
  const back = say(withOfficer(), "menu").session;
  const told = act(back, "reply", "Sekarang di rumah sakit mana?");
  const said = say(told.session, "di RSUD");
  expect(said.replies).toEqual([]);
  expect(said.forwarded).toHaveLength(1);
});
