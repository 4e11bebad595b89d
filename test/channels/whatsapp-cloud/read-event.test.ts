import { describe, expect, test } from "vitest";
import { readEvent } from "../../../src/channels/whatsapp-cloud/read-event.ts";

const account = "106540352242922";
const now = Date.parse("2026-11-22T03:00:05Z");
const seconds = now / 1000 - 5;
const from = "62811000001";

const bodyOf = (value: object, phone_number_id = account) => ({
  object: "whatsapp_business_account",
  entry: [
    {
      id: "1",
      changes: [{ field: "messages", value: { metadata: { phone_number_id }, ...value } }],
    },
  ],
});
const read = (value: object) => readEvent(bodyOf(value), account, now);
const wa = (fields: object) => ({ id: "wamid.A", from, timestamp: `${seconds}`, ...fields });
const text = (body: string, fields: object = {}) => wa({ type: "text", text: { body }, ...fields });

test("a message is what a person said, when, and from which number", () => {
  expect(read({ messages: [text("halo")] })?.heard).toEqual([
    {
      ...{ user: from, id: "wamid.A", at: seconds * 1000 },
      message: {
        ...{ kind: "message", at: "2026-11-22T03:00:00.000Z", text: "halo", phone: `+${from}` },
      },
    },
  ]);
});

test("nothing is odd about what says nothing", () => {
  const messages = [wa({ type: "reaction", reaction: { message_id: "wamid.B", emoji: "👍" } })];
  expect(read({ messages })).toEqual({ heard: [], reports: [], errors: [], odd: [] });
});

test("a changed number and a group are not read, and told by kind", () => {
  const system = { type: "system", system: { type: "user_changed_number", wa_id: "62811000009" } };
  const messages = [wa(system), text("halo", { group_id: "G1" })];
  expect(read({ messages })).toMatchObject({ heard: [], odd: ["number_changed", "group"] });
});

test.for<[what: string, message: unknown]>([
  ["no object", "halo"],
  ["nothing", null],
  ["no id", { ...text("halo"), id: undefined }],
  ["no sender", text("halo", { from: undefined })],
  ["a sender that is no number", text("halo", { from: "Sri" })],
  ["no type", wa({ text: { body: "halo" } })],
  ["a text without a text", wa({ type: "text" })],
  ["a text that is none", wa({ type: "text", text: { body: 5 } })],
  ["a picture without one", wa({ type: "image" })],
  ["a place beyond the poles", wa({ type: "location", location: { latitude: 91, longitude: 0 } })],
  [
    "a place without a number",
    wa({ type: "location", location: { latitude: null, longitude: 0 } }),
  ],
])("a message with %s is left out, and the others are read", ([, odd]) => {
  const reading = read({ messages: [odd, text("ada")] });
  expect(reading?.odd).toEqual(["message"]);
  expect(reading?.heard.map(({ message }) => message.text)).toEqual(["ada"]);
});

describe("who wrote", () => {
  const ana = { wa_id: from, user_id: "ID.1000001" };
  const budi = { wa_id: "62811000002", user_id: "ID.1000002" };
  const table: [what: string, fields: object, contacts: unknown[], user: string, phone?: string][] =
    [
      ["is known by the number", {}, [], from, from],
      [
        "by the business's own id in the message",
        { from_user_id: "ID.1000001" },
        [],
        "ID.1000001",
        from,
      ],
      ["by a parent's id", { from_user_id: "ID.ENT.1000001" }, [], "ID.ENT.1000001", from],
      ["by that of the contact with the number", {}, [budi, ana], "ID.1000001", from],
      ["by the id alone", { from: undefined, from_user_id: "ID.1000001" }, [], "ID.1000001"],
      [
        "with the contact's number",
        { from: undefined, from_user_id: "ID.1000001" },
        [budi, ana],
        "ID.1000001",
        from,
      ],
      ["never by another one's contact", {}, [budi], from, from],
      [
        "never with another one's number",
        { from: undefined, from_user_id: "ID.1000001" },
        [budi],
        "ID.1000001",
      ],
      ["by the only contact, without an id", { from: undefined }, [ana], "ID.1000001", from],
      ["by a contact with a number only", { from: undefined }, [{ wa_id: from }], from, from],
      [
        "beside contacts that can't be read",
        {},
        [null, { wa_id: 5 }, "x", ana],
        "ID.1000001",
        from,
      ],
      ["by the number with a plus", { from: `+${from}` }, [], from, from],
      ["by the number if the id is none", { from_user_id: "../x" }, [], from, from],
    ];
  test.for(table)("%s", ([, fields, contacts, user, phone]) => {
    const [heard] = read({ messages: [text("halo", fields)], contacts })?.heard ?? [];
    expect(heard?.user).toBe(user);
    expect(heard?.message.phone).toBe(phone === undefined ? undefined : `+${phone}`);
  });

  test("is not guessed among several contacts", () => {
    const messages = [text("halo", { from: undefined })];
    expect(read({ messages, contacts: [ana, budi] })).toMatchObject({
      heard: [],
      odd: ["message"],
    });
  });
});

describe("the time", () => {
  const hours = 3600;
  const table: [timestamp: unknown, at: number][] = [
    [`${seconds}`, seconds],
    [seconds, seconds],
    [`${seconds - 5 * hours}`, seconds - 5 * hours],
    [`${seconds - 8 * 24 * hours}`, seconds - 8 * 24 * hours],
    ...[undefined, null, "", "kemarin", "NaN", "1e999", -5, 0, {}, [], true].map(
      (odd): [unknown, number] => [odd, now / 1000],
    ),
    [`${seconds + 5 * hours}`, now / 1000],
    [`${seconds * 1000}`, now / 1000],
    [`${seconds - 40 * 24 * hours}`, now / 1000],
  ];
  test.for(table)("%o", ([timestamp, expected]) => {
    const iso = new Date(expected * 1000).toISOString();
    const reading = read({
      messages: [text("halo", { timestamp })],
      statuses: [{ id: "wamid.B", status: "sent", timestamp }],
    });
    expect(reading?.heard[0]?.message.at).toBe(iso);
    expect(reading?.reports[0]?.at).toBe(expected * 1000);
  });
});

test("messages are read in the order of their times, then of arrival", () => {
  const messages = [
    ["c", 0],
    ["a", -9],
    ["d", 0],
    ["b", -9],
  ].map(([body, after]) => text(String(body), { timestamp: `${seconds + Number(after)}` }));
  expect(
    read({ messages })
      ?.heard.map(({ message }) => message.text)
      .join(""),
  ).toBe("abcd");
});

test("statuses are told, others than the four known are not", () => {
  const status = (state: string, fields: object = {}) => ({
    id: "wamid.B",
    status: state,
    timestamp: `${seconds}`,
    ...fields,
  });
  const known = ["sent", "delivered", "read"].map((state) => ({
    receipt: "wamid.B",
    state,
    at: seconds * 1000,
  }));
  const reading = read({
    statuses: [
      ...["sent", "delivered", "read", "played", "deleted", "warning", "constructor"].map((state) =>
        status(state),
      ),
      status("failed", { errors: [{ code: 131047, title: "Re-engagement message" }] }),
      status("failed"),
      ...[null, { status: "sent" }, { id: "wamid.B" }],
    ],
  });
  expect(reading?.reports).toEqual([
    ...known,
    { ...known[0], state: "failed", failure: { code: "131047", error: "window" } },
    { ...known[0], state: "failed", failure: { code: "unknown", error: "refused" } },
  ]);
  expect(reading?.odd).toEqual(["status", "status", "status"]);
});

test("events of another number, of another field and of another kind are left alone", () => {
  const value = { messages: [text("halo")] };
  expect(readEvent(bodyOf(value, "999"), account, now)).toMatchObject({
    heard: [],
    odd: ["other_number"],
  });
  const other = {
    object: "whatsapp_business_account",
    entry: [{ changes: [{ field: "account_alerts", value: {} }] }],
  };
  expect(readEvent(other, account, now)).toEqual({ heard: [], reports: [], errors: [], odd: [] });
  for (const body of [null, 5, "x", [], {}, { object: "page", entry: [] }])
    expect(readEvent(body, account, now)).toBeNull();
});
