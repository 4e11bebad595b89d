import { expect, test } from "vitest";
import type { EffectOutcome, Event } from "../../src/engine/event.ts";
import { respond } from "../../src/engine/respond.ts";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, nowForTests, sessionAt } from "../support/talk.ts";

const book = bookForTests();
const newYear = { at: Date.parse("2027-01-02T03:00:00Z"), today: "2027-01-02" };
const failed: EffectOutcome = { state: "failed", code: "unreachable" };
const turn = (session: Session | null, event: Partial<Event>, now = nowForTests) =>
  respond(book, session, { seed: "bbbbbbbbbbbbbbbb", messages: [], ...event }, now);
const say = (session: Session | null, text: string, now = nowForTests) =>
  turn(session, { messages: [{ text }] }, now);
const keys = ({ replies }: ReturnType<typeof turn>) => replies.flatMap((reply) => reply.keys);

/** A session whose last message led to an effect that could not be done yet, and the effect's key. */
function awaiting(before: Session | null, text: string) {
  const asked = say(before, text);
  const key = asked.effects[0]?.key ?? "";
  return { key, session: turn(asked.session, { result: { key, outcome: failed } }).session };
}
const registered: EffectOutcome = {
  state: "done",
  result: { nomor: "PYG-00000-00000-0", sudah_ada: false },
};

test("what was handed in is not asked again when its result comes under other rules", () => {
  const { key, session } = awaiting(sessionAt(book, "ringkasan"), "ya");
  const done = turn(session, { result: { key, outcome: registered } }, newYear);
  expect(keys(done)).toEqual(["daftar_mandiri.selesai"]);
});

test("while it is under way nothing of it is asked, in whatever language or year", () => {
  const { session } = awaiting(sessionAt(book, "ringkasan"), "ya");
  const back = say(session, "daftar sendiri", newYear);
  expect(keys(back)).toContain("engine.still_working");
  const english = say(back.session, "english", newYear);
  expect(keys(english)).toEqual(["engine.still_working"]);
  const anew = say(back.session, "mulai dari awal", newYear);
  expect(keys(anew)).toEqual(["engine.still_working"]);
  expect(anew.session.restarting).toBeUndefined();
});

test("a late result reaches the person whatever they opened meanwhile", () => {
  const { key, session } = awaiting(say(sessionAt(book, "alamat"), "hapus data").session, "ya");
  const busy = say(say(session, "hapus data").session, "hitung iuran").session;
  const outcome: EffectOutcome = {
    state: "done",
    result: { tanda_terima: "HPS-00000-00000-0", jumlah: 0 },
  };
  const done = turn(busy, { result: { key, outcome } });
  expect(keys(done)).toContain("hapus_data.terhapus");
  expect(JSON.stringify(done.session)).not.toContain("3404074506850002");
});
