import { expect, test } from "vitest";
import { budi, clockTime, numberOfNobody, officer, sri, time } from "../support/officer.ts";

const { app, run, openCase, write } = officer();

test("without cases the list says so, and what failed elsewhere all the same", async () => {
  expect(await run(["cases", "list"])).toMatchObject({ code: 0, out: ["No cases."], err: [] });
  expect((await run(["cases", "list", "--json"])).out).toEqual([
    '{"cases":[],"deliveries":{"awaiting":0,"failed":{}}}',
  ]);
});

test("the list tells who waits, where they stood, and nothing of what they wrote", async () => {
  const first = await openCase(sri);
  const urgent = await openCase(budi, 2);
  await write(sri, first, { text: "rahasia satu" }, { minute: 3 });
  await write(sri, first, { text: "rahasia dua" }, { minute: 4 });
  await write(budi, urgent, { text: "rahasia tiga" }, { minute: 5, urgent: true });
  const { code, out } = await run(["cases", "list"]);
  expect(code).toBe(0);
  expect(out).toEqual([
    `${urgent}  open  URGENT  1 unanswered, last ${clockTime(5)}  terminal  daftar_mandiri.alamat`,
    `${first}  open  2 unanswered, last ${clockTime(4)}  telegram  daftar_mandiri.alamat`,
  ]);
  const { json } = await run(["cases", "list", "--json"]);
  expect(json().cases).toEqual(await app().store.desk.list(false));
});

test("a case without a word yet, an answered one and a closed one are told apart", async () => {
  const silent = await openCase(sri);
  expect((await run(["cases", "list"])).out[0]).toContain(
    `nothing written yet, opened ${clockTime(0)}`,
  );
  await write(sri, silent, { text: "halo" });
  const reply = { text: "ya?", by: "dewi", partId: "p" };
  await app().store.cases.reply("reply", silent, reply, time(2));
  expect((await run(["cases", "list"])).out[0]).toContain(`answered ${clockTime(2)}`);
  await app().store.cases.close("close", silent, "dewi", time(3));
  expect((await run(["cases", "list"])).out).toEqual(["No cases."]);
  expect((await run(["cases", "list", "--all"])).out[0]).toContain(`closed ${clockTime(3)}`);
});

test("what waits for a person's next message and what failed is counted", async () => {
  const number = await openCase(sri);
  const part = (id: string) => ({ id, position: 0, body: { text: "x" } }) as never;
  await app().store.cases.reply(
    "reply",
    number,
    { text: "ya?", by: "dewi", partId: "p1" },
    time(2),
  );
  const now = Date.parse(time(20));
  await app().store.deliveries.awaits(sri, part("p1"), now);
  await app().store.deliveries.accepted(sri, part("p2"), "receipt", now);
  const failure = { code: "131026", error: "blocked" } as const;
  const report = { receipt: "receipt", state: "failed", failure, at: now } as const;
  await app().store.deliveries.told(sri, report as never);
  await app().store.deliveries.settled(sri, ["p2"]);
  const { out } = await run(["cases", "list", "--now", time(30)]);
  expect(out[0]).toContain("1 reply waits for the person's next message");
  expect(out[1]).toBe(
    "Of all messages: 1 message waits for its person's next message; failed in 7 days: 131026 ×1.",
  );
});

test("exit codes: 0 done, 1 nothing of this number, 2 used wrongly, with a sentence", async () => {
  const ended = [
    [["cases", "list", "extra"], 2],
    [["cases", "show"], 2],
    [["cases", "reply", numberOfNobody], 2],
    [["cases", "reply", numberOfNobody, "  "], 2],
    [["cases", "reply", numberOfNobody, "x".repeat(3001)], 2],
    [["cases", "close"], 2],
    [["cases", "pizza"], 2],
    [["cases", "show", numberOfNobody], 1],
    [["cases", "reply", numberOfNobody, "halo"], 1],
    [["cases", "close", numberOfNobody], 1],
    [["cases", "--help"], 0],
    [["cases", "list", "--help"], 0],
    [["cases", "show", "--help"], 0],
    [["cases", "reply", "--help"], 0],
    [["cases", "close", "--help"], 0],
  ] as const;
  for (const [args, code] of ended) {
    const ran = await run(args);
    const words = args.map((arg) => arg.slice(0, 20)).join(" ");
    expect({ words, code: ran.code, said: ran.err.length > 0 }).toEqual({
      words,
      code,
      said: code !== 0,
    });
  }
});

test("an accident stands in the list as urgent with the first message that tells of it, before anything else", async () => {
  await write(sri, await openCase(sri), { text: "halo" }, { minute: 1 });
  const message = { kind: "message", at: time(5), text: "kecelakaan" } as const;
  const { turns } = await app()
    .conversation(() => Date.parse(time(5)))
    .receive(budi, "first", message);
  expect(turns.flatMap(({ effects }) => effects)).toEqual(["accident.report"]);
  const { out } = await run(["cases", "list"]);
  expect(out[0]).toMatch(/^KSS-\S+ {2}open {2}URGENT {2}accident {2}nothing written yet/);
  const [first] = (await run(["cases", "list", "--json"])).json().cases;
  expect(first).toMatchObject({ urgent: true, kind: "accident", flow: "lapor_kecelakaan" });
});
