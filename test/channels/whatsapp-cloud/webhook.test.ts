import { describe, expect, test } from "vitest";
import type { HookEvent } from "../../support/graph-fake-hook.ts";
import { hookAndPeople } from "./hook-and-people.ts";

const setUp = hookAndPeople();

test("Meta is shown whose end point this is, and nobody else", async () => {
  const { graph } = await setUp();
  expect(await graph.verify()).toEqual({ status: 200, text: "1158201444" });
  for (const token of ["", "kata-periksa-palsU", `${graph.verifyToken}x`, "x"])
    expect(await graph.verify(token)).toEqual({ status: 403, text: "" });
  const { cloud } = await setUp();
  const verify = (query: Record<string, string>) =>
    cloud.webhook.verify?.(new URLSearchParams(query));
  const token = { "hub.verify_token": graph.verifyToken, "hub.challenge": "5" };
  expect(verify({ ...token, "hub.mode": "subscribe" })).toBe("5");
  expect(verify(token)).toBeNull();
  expect(verify({ ...token, "hub.mode": "unsubscribe" })).toBeNull();
  expect(verify({ "hub.mode": "subscribe", "hub.verify_token": graph.verifyToken })).toBeNull();
});

test("the end point is called whatsapp and reads 3 MiB", async () => {
  const { cloud } = await setUp();
  expect(cloud.webhook).toMatchObject({ name: "whatsapp", maxBytes: 3_145_728 });
});

describe("a body is believed only with Meta's signature over its very bytes", () => {
  test("as it came", async () => {
    const { hook, says, said } = await setUp();
    const body = hook.bodyOf([says("Jl. Melati/5 é")]);
    expect(await hook.post(body)).toBe(200);
    expect(said()).toEqual(["Jl. Melati/5 é"]);
  });

  test("not written anew, though it says the same", async () => {
    const { hook, says, tried } = await refusing();
    const body = hook.bodyOf([says("Jl. Melati/5 é")]);
    const anew = new TextEncoder().encode(
      JSON.stringify(JSON.parse(new TextDecoder().decode(body))),
    );
    expect(await hook.post(anew, hook.sign(body))).toBe(403);
    expect(tried()).toBe(0);
  });

  const table: [what: string, signature: (right: string) => string | null][] = [
    ["none", () => null],
    ["an empty one", () => ""],
    [
      "a wrong one of the same length",
      (right) => `${right.slice(0, -1)}${right.endsWith("0") ? "1" : "0"}`,
    ],
    ["a shorter one", (right) => right.slice(0, -2)],
    ["one without its name", (right) => right.slice(7)],
    ["one in capitals", (right) => right.toUpperCase()],
  ];
  test.for(table)("not with %s", async ([, signature]) => {
    const { hook, says, tried } = await refusing();
    const body = hook.bodyOf([says("halo")]);
    expect(await hook.post(body, signature(hook.sign(body)))).toBe(403);
    expect(tried()).toBe(0);
  });

  test("not under another secret, and the log tells once a minute", async () => {
    const { graph, hook, says, tried, lines } = await refusing();
    const body = hook.bodyOf([says("halo")]);
    for (let time = 0; time < 3; time++)
      expect(await hook.post(body, hook.sign(body, "lain"))).toBe(403);
    expect(tried()).toBe(0);
    expect(lines).toEqual([`warn whatsapp_signature_wrong {"account":"${graph.phoneNumberId}"}`]);
  });

  async function refusing() {
    const all = await setUp();
    return { ...all, tried: () => all.steps.length };
  }
});

describe("what is no event of WhatsApp's", () => {
  const table: [what: string, body: string, status: number][] = [
    ["no JSON", "{", 400],
    ["nothing", "", 400],
    ["null", "null", 200],
    ["a list", "[]", 200],
    ["another object", '{"object":"page","entry":[]}', 200],
    [
      "entries that are none",
      '{"object":"whatsapp_business_account","entry":[1,null,{"changes":5}]}',
      200,
    ],
    ["a depth without end", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, 200],
    ["10 MB", `"${"x".repeat(10_000_000)}"`, 413],
    ["3 MiB and a byte", `"${"x".repeat(3 * 2 ** 20 - 1)}"`, 413],
    ["3 MiB", `"${"x".repeat(3 * 2 ** 20 - 2)}"`, 200],
  ];
  test.for(table)("%s", async ([, body, status]) => {
    const { hook, steps } = await setUp();
    expect(await hook.post(new TextEncoder().encode(body))).toBe(status);
    expect(steps).toEqual([]);
  });
});

test("fields that nobody knows yet change nothing", async () => {
  const { hook, ana, said } = await setUp();
  const event = ana.event({ type: "text", text: { body: "halo", tone: "glad" }, mood: { a: [1] } });
  expect(await hook.post(hook.bodyOf([event], { weather: "sun", errors: [] }))).toBe(200);
  expect(said()).toEqual(["halo"]);
});

test("100 events of all kinds in one body are each taken, but for the malformed", async () => {
  const { graph, post, entered, reports, events } = await setUp();
  const all: HookEvent[] = [];
  for (let at = 0; at < 50; at++) {
    const person = graph.person({ bsuid: `ID.1000${100 + at}`, phone: `628110001${10 + at}` });
    all.push(person.event({ type: "text", text: { body: `halo ${at}` } }));
    all.push({ status: { id: `wamid.${at}`, status: "delivered", timestamp: "1763780400" } });
  }
  all[10] = { message: { id: "wamid.x", from: { no: 1 }, type: "text" } };
  all[11] = { status: { status: 5 } };
  expect(await post(...all)).toBe(200);
  expect(entered).toHaveLength(49);
  for (const { user, message } of entered) {
    const at = Number(user.slice(7)) - 100;
    expect(message).toMatchObject({ text: `halo ${at}`, phone: `+628110001${10 + at}` });
  }
  expect(reports).toHaveLength(49);
  expect(events()).toEqual(["whatsapp_message_unreadable", "whatsapp_status_unreadable"]);
});

test("several entries and changes in one body are all read, but for another number's", async () => {
  const { hook, says, said, lines, graph } = await setUp();
  const one = (text: string, id = graph.phoneNumberId) => {
    const body = JSON.parse(new TextDecoder().decode(hook.bodyOf([says(text)])));
    body.entry[0].changes[0].value.metadata.phone_number_id = id;
    return body.entry[0];
  };
  const entry = [
    one("a"),
    one("b", "62811999"),
    { changes: [...one("c").changes, ...one("d").changes] },
  ];
  expect(await hook.post(hook.raw({ object: "whatsapp_business_account", entry }))).toBe(200);
  expect(said().toSorted()).toEqual(["a", "c", "d"]);
  expect(lines).toEqual([
    `warn whatsapp_other_number {"account":"${graph.phoneNumberId}","count":1}`,
  ]);
});

test("what Meta says of the number as a whole is told by its code", async () => {
  const { hook, post, lines, graph } = await setUp();
  const error = { code: 131031, title: "62811000001 locked", message: "rahasia" };
  expect(await post({ error })).toBe(200);
  expect(lines).toEqual([
    `error whatsapp_error {"account":"${graph.phoneNumberId}","code":131031}`,
  ]);
  expect(hook.answers).toEqual([]);
});

test("the same event five times is taken once", async () => {
  const { hook, says, said, entered } = await setUp();
  const event = says("halo");
  const body = hook.bodyOf([event, event]);
  const answers = await Promise.all([1, 2, 3, 4].map(() => hook.post(body)));
  expect(answers).toEqual([200, 200, 200, 200]);
  expect(said()).toEqual(["halo"]);
  expect(entered[0]).toMatchObject({
    user: "ID.1000001",
    id: `wa-${"message" in event ? event.message["id"] : ""}`,
  });
});

test("whoever writes is made known before their message is taken in", async () => {
  const { post, says, budi, steps } = await setUp();
  await post(says("a"), says("b"), says("c", budi));
  expect(steps.filter((step) => step.includes("ID."))).toEqual([
    ...["wrote ID.1000001", "accept ID.1000001", "wrote ID.1000001", "accept ID.1000001"],
  ]);
  expect(steps.filter((step) => step.includes("62811"))).toEqual([
    ...["wrote 62811000002", "accept 62811000002"],
  ]);
});
