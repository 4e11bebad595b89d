import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeGraph } from "../../../src/channels/whatsapp-cloud/graph.ts";
import type { Outgoing } from "../../../src/conversation/ports/channel.ts";
import { choicesOf, fakeAndCloud } from "../../support/graph-fake-bot.ts";
import type { GraphPerson } from "../../support/graph-fake-person.ts";

let all: Awaited<ReturnType<typeof fakeAndCloud>>;
let ana: GraphPerson;
beforeEach(async () => {
  all = await fakeAndCloud();
  ana = all.graph.person({ bsuid: "ID.1000001" });
  ana.wroteAt = Date.now();
});
afterEach(() => all.close());

const send = (fields: Partial<Outgoing> = {}) => all.send("ID.1000001", fields);

test("a text goes out as it stands, without a preview, and its receipt is WhatsApp's id", async () => {
  const text = "Iuran *Rp16.800* _per bulan_ ~x~ `y` https://contoh.id";
  const result = await send({ text });
  expect(result).toEqual({ state: "sent", receipt: all.graph.sent[0]?.id });
  expect(all.graph.sent[0]?.payload).toEqual({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    recipient: "ID.1000001",
    type: "text",
    text: { preview_url: false, body: text },
  });
  expect(all.graph.calls[0]).toMatchObject({
    path: "/v24.0/106540352242922/messages",
    authorization: `Bearer ${all.graph.token}`,
  });
});

test("who is known by phone number only is addressed by it", async () => {
  const budi = all.graph.person({ phone: "62811000002" });
  budi.wroteAt = Date.now();
  expect(await all.send("62811000002")).toMatchObject({ state: "sent" });
  expect(all.graph.sent[0]?.payload).toMatchObject({ to: "62811000002" });
  expect(all.graph.sent[0]?.payload).not.toHaveProperty("recipient");
});

test("buttons and rows carry their choices' ids", async () => {
  await send({ choices: choicesOf("Ya", "Tidak") });
  await send({ choices: choicesOf("A", "B", "C", "Penjual sayur keliling dan ikan") });
  expect(all.graph.sent[0]).toMatchObject({
    type: "button",
    buttons: [
      { id: "aBc123.langkah.0", title: "Ya" },
      { id: "aBc123.langkah.1", title: "Tidak" },
    ],
  });
  expect(all.graph.sent[1]).toMatchObject({
    ...{ type: "list", open: "Pilih" },
    rows: [
      ...["A", "B", "C"].map((title, at) => ({ id: `aBc123.langkah.${at}`, title })),
      {
        id: "aBc123.langkah.3",
        title: "Penjual sayur keliling…",
        description: "Penjual sayur keliling dan ikan",
      },
    ],
  });
});

describe("a file goes out as one message with its text", () => {
  const file = { name: 'data"\r\nsaya/é.txt', content: "Nama: Sri\nUsaha: warung é" };
  const sentFile = () => {
    const sent = all.graph.sent.at(-1);
    const media = all.graph.media.get(sent?.document?.id ?? "");
    return { content: String(Buffer.from(media?.content ?? [])), mime: media?.mime, sent };
  };

  test("as a caption", async () => {
    expect(await send({ file, text: "x".repeat(1024) })).toMatchObject({ state: "sent" });
    expect(sentFile()).toMatchObject({
      ...{ content: file.content, mime: "text/plain" },
      sent: {
        type: "document",
        text: "x".repeat(1024),
        document: { filename: "data___saya_é.txt" },
      },
    });
    expect(all.graph.sent).toHaveLength(1);
  });

  test("above buttons", async () => {
    await send({ file, choices: choicesOf("Menu") });
    expect(sentFile()).toMatchObject({
      content: file.content,
      sent: { type: "button", text: "Siapa namanya?", buttons: [{ title: "Menu" }] },
    });
  });

  test("with more choices than buttons they stand in the caption", async () => {
    await send({ file, choices: choicesOf("A", "B", "C", "D"), numbered: true });
    expect(sentFile().sent).toMatchObject({
      ...{ type: "document", text: "Siapa namanya?\n\n1. A\n2. B\n3. C\n4. D" },
    });
  });

  test("an upload that fails sends nothing", async () => {
    all.graph.failNext({ path: /\/media$/, code: 131053, message: "(#131053) Media upload error" });
    expect(await send({ file })).toEqual({
      state: "failed",
      error: { code: "refused", detail: "131053 (#131053) Media upload error" },
    });
    all.graph.resetNext(1, /\/media$/);
    expect(await send({ file })).toMatchObject({ error: { code: "unreachable" } });
    expect(all.graph.sent).toEqual([]);
  });
});

describe("a picture goes out as one message with its text, byte for byte", () => {
  const content = readFileSync("test/pictures/iuran.png");
  const file = { name: "iuran.png", alt: "Gambar iuran", mime: "image/png", content } as const;
  const sentPicture = () => {
    const sent = all.graph.sent.at(-1);
    const media = all.graph.media.get(sent?.image?.id ?? "");
    return { same: content.equals(media?.content ?? new Uint8Array()), mime: media?.mime, sent };
  };

  test("as a caption", async () => {
    await send({ file, text: "Iuran per bulan" });
    expect(sentPicture()).toMatchObject({
      ...{ same: true, mime: "image/png", sent: { type: "image", text: "Iuran per bulan" } },
    });
    expect(all.graph.sent).toHaveLength(1);
  });

  test("above buttons", async () => {
    await send({ file, choices: choicesOf("Menu") });
    expect(sentPicture()).toMatchObject({
      ...{ same: true, sent: { type: "button", buttons: [{ title: "Menu" }] } },
    });
  });
});

describe("what WhatsApp could never take is refused without asking it", () => {
  const file = { name: "a.txt", content: "x" };
  const table: [what: string, fields: Partial<Outgoing>, detail: string][] = [
    ["an empty text", { text: " \n" }, "the text is empty"],
    ["a text too long", { text: "x".repeat(4097) }, "the text has 4097 characters, of 4096"],
    [
      "a text too long beside a file",
      { text: "x".repeat(1025), file },
      "the text has 1025 characters, of 1024",
    ],
  ];
  test.for(table)("%s", async ([, fields, detail]) => {
    expect(await send(fields)).toEqual({ state: "failed", error: { code: "refused", detail } });
    expect(all.graph.calls).toEqual([]);
  });
  test("4096 characters are sent", async () => {
    expect(await send({ text: "x".repeat(4096) })).toMatchObject({ state: "sent" });
  });
});

test("a cut connection and an answer too late are unreachable, and nothing is thrown", async () => {
  all.graph.resetNext();
  expect(await send()).toMatchObject({ state: "failed", error: { code: "unreachable" } });
  await all.close();
  all = await fakeAndCloud({ callMs: 60 });
  all.graph.person({ bsuid: "ID.1000001" });
  all.graph.slowNext(3000);
  const begun = Date.now();
  expect(await send()).toEqual({
    state: "failed",
    error: { code: "unreachable", detail: "no answer in time" },
  });
  all.graph.slowNext(3000, 1, /\/media$/);
  expect(await send({ file: { name: "a.txt", content: "x" } })).toMatchObject({
    error: { code: "unreachable", detail: "no answer in time" },
  });
  expect(Date.now() - begun).toBeLessThan(1500);
});

test("an upload leaves the message half of the time", async () => {
  const { graph, send: sendSlowly, close } = await fakeAndCloud({ callMs: 1000 });
  graph.person({ bsuid: "ID.1000001" }).wroteAt = Date.now();
  graph.slowNext(700, 1, /\/media$/);
  const file = { name: "a.txt", content: "x" };
  expect(await sendSlowly("ID.1000001", { file })).toMatchObject({
    error: { code: "unreachable", detail: "no answer in time" },
  });
  expect(graph.sent).toEqual([]);
  await close();
});

test("nobody listening is unreachable", async () => {
  const { cloud, contact, close } = await fakeAndCloud({ apiRoot: "http://127.0.0.1:1" });
  const reply = { text: "Halo", choices: [], numbered: false, keys: [] };
  expect(await cloud.channel.send(contact("62811000001"), reply)).toMatchObject({
    state: "failed",
    error: { code: "unreachable" },
  });
  await close();
});

test("a call tells when it was ended", async () => {
  const { token, phoneNumberId, apiRoot } = all.graph;
  const api = makeGraph({ token, phoneNumberId, apiRoot, apiVersion: "v24.0" });
  expect(await api.call("1", { signal: AbortSignal.abort() })).toEqual({
    ok: false,
    fault: { http: null, code: null, words: "no answer in time" },
  });
});

test("a person who can't be reached is refused", async () => {
  ana.unreachable = true;
  expect(await send()).toMatchObject({ error: { code: "refused" } });
});

test("the channel names itself, its number and its pace", async () => {
  expect(all.cloud.channel).toMatchObject({
    channel: "whatsapp-cloud",
    account: "106540352242922",
    limits: { perSecond: 60, contactGapMs: 0 },
  });
  const { cloud, close } = await fakeAndCloud({ messagesPerSecond: 20 });
  expect(cloud.channel.limits.perSecond).toBe(20);
  await close();
});
