import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { Graph } from "../../../src/channels/whatsapp-cloud/graph.ts";
import {
  makeWhatsAppCloud,
  type WhatsAppCloudOptions,
} from "../../../src/channels/whatsapp-cloud/make-whatsapp-cloud.ts";
import { makeReadMarks } from "../../../src/channels/whatsapp-cloud/read-marks.ts";
import { Busy } from "../../../src/conversation/ports/intake.ts";
import { fakeAndCloud, keptAll } from "../../support/graph-fake-bot.ts";
import { until } from "../../support/tg-fake-bot.ts";

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());
const setUp = async (options: Partial<WhatsAppCloudOptions> = {}) => {
  const all = await fakeAndCloud(options);
  close = all.close;
  const ana = all.graph.person({ bsuid: "ID.1000001", phone: "62811000001" });
  const budi = all.graph.person({ phone: "62811000002" });
  return { ...all, hook: all.graph.hook, ana, budi };
};

test("200 is answered only after everything was taken in", async () => {
  let open = () => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  const kept = keptAll(() => wait);
  const { hook, ana } = await setUp(kept);
  ana.says("halo");
  await until(() => kept.steps.length === 2);
  await sleep(30);
  expect(hook.answers).toEqual([]);
  open();
  await until(() => hook.answers.length === 1);
  expect(hook.answers).toEqual([200]);
});

test("while the intake is busy or the store is down, Meta is asked to deliver again, and nothing is doubled", async () => {
  const errors: unknown[] = [new Busy(), new Error("store down: halo"), "odd"];
  const kept = keptAll((user) => {
    if (user !== "ID.1000001") return;
    const error = errors.shift();
    if (error) throw error;
  });
  const { hook, ana, budi, lines, graph } = await setUp(kept);
  ana.says("satu");
  budi.says("dua");
  await until(() => hook.idle);
  expect(hook.answers).toEqual([503, 503, 503, 200]);
  expect(kept.said("ID.1000001")).toEqual(["satu"]);
  expect(kept.said("62811000002")).toEqual(["dua"]);
  expect(lines).toEqual([
    `warn whatsapp_intake_waits {"account":"${graph.phoneNumberId}","name":"Busy"}`,
  ]);
});

test("a status that could not be written down comes again, and stops no message", async () => {
  let failures = 1;
  const kept = keptAll(undefined, ({ receipt }) => {
    if (receipt === "wamid.5" && failures-- > 0) throw new Error("store down");
  });
  const { hook, ana } = await setUp(kept);
  for (let at = 0; at < 30; at++) hook.push({ status: { id: `wamid.${at}`, status: "sent" } });
  ana.says("halo");
  await until(() => hook.answers.length === 1);
  expect(hook.answers).toEqual([503]);
  expect(kept.said()).toEqual(["halo"]);
  expect(kept.reports).toHaveLength(29);
  await until(() => hook.idle);
  expect(new Set(kept.reports.map(({ receipt }) => receipt)).size).toBe(30);
});

test("what is told of one message is written down in its order", async () => {
  const kept = keptAll(undefined, ({ state }) => (state === "sent" ? sleep(20) : undefined));
  const { hook } = await setUp(kept);
  for (const status of ["sent", "delivered", "read"])
    hook.push({ status: { id: "wamid.1", status } });
  await until(() => hook.idle);
  expect(kept.reports.map(({ state }) => state)).toEqual(["sent", "delivered", "read"]);
});

test("a person's last message of a body is marked as read, with typing shown, once it is in", async () => {
  const { graph, ana, budi, hook } = await setUp();
  ana.says("satu");
  const last = ana.says("dua");
  const other = budi.says("tiga");
  await until(() => graph.marks.length === 2);
  await until(() => hook.idle);
  expect(graph.marks).toHaveLength(2);
  for (const id of [last, other])
    expect(graph.marks).toContainEqual({ id, typing: true, at: expect.any(Number) });
});

test("what was seen before, or says nothing, is not marked again", async () => {
  const { graph, ana, hook } = await setUp();
  const event = ana.event({ type: "text", text: { body: "halo" } });
  graph.push(event);
  await until(() => graph.marks.length === 1);
  graph.push(event);
  ana.reacts("wamid.B");
  await until(() => hook.answers.length === 2);
  await sleep(30);
  expect(graph.marks).toHaveLength(1);
});

test("marking delays nothing and its failure is nobody's", async () => {
  const { graph, ana, hook, cloud, lines, entered } = await setUp();
  const real = graph.token;
  Object.assign(graph, { token: "another" });
  ana.says("satu");
  await until(() => entered.length === 1 && hook.idle);
  Object.assign(graph, { token: real });
  await cloud.stop();
  expect(hook.answers).toEqual([200]);
  expect(graph.marks).toEqual([]);
  expect(lines).toEqual([]);
});

test("marks go out a few at once, are bounded in number, and end with a stop", async () => {
  let most = 0;
  let now = 0;
  let calls = 0;
  const ended: boolean[] = [];
  const graph: Graph = {
    ...{ account: "1", apiRoot: "", open: () => Promise.reject(new Error("not asked")) },
    async call(_path, { signal }) {
      calls++;
      most = Math.max(most, ++now);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      ended.push(signal.aborted);
      now--;
      return { ok: true, body: {} };
    },
  };
  const marks = makeReadMarks(graph);
  for (let at = 0; at < 1000; at++) marks.entered(`wamid.${at}`);
  await marks.stop();
  marks.entered("wamid.late");
  expect([most, calls]).toEqual([8, 8]);
  expect(ended).toEqual(Array.from({ length: 8 }, () => true));
});

test("after a stop nothing is acknowledged any more; what was begun goes in", async () => {
  let open = () => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  const kept = keptAll(() => wait);
  const { hook, ana, cloud, send, graph } = await setUp(kept);
  ana.says("satu");
  ana.says("belum");
  await until(() => kept.steps.length === 2);
  let stopped = false;
  const stopping = cloud.stop().then(() => {
    stopped = true;
  });
  const late = hook.post(hook.bodyOf([ana.event({ type: "text", text: { body: "dua" } })]));
  expect(await late).toBe(503);
  expect(stopped).toBe(false);
  open();
  await stopping;
  await until(() => hook.answers.length > 0);
  expect(hook.answers[0]).toBe(503);
  expect(kept.said()).toEqual(["satu"]);
  expect(await send("ID.1000001")).toMatchObject({ state: "sent" });
  expect(graph.marks).toEqual([]);
});

test("a stop waits for statuses that are being written down", async () => {
  let open = () => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  let begun = false;
  const kept = keptAll(undefined, () => {
    begun = true;
    return wait;
  });
  const { hook, cloud } = await setUp(kept);
  hook.push({ status: { id: "wamid.1", status: "sent" } });
  await until(() => begun);
  const stopping = cloud.stop().then(() => kept.reports.length);
  await sleep(10);
  open();
  expect(await stopping).toBe(1);
});

test.for([
  { token: "" },
  { appSecret: " " },
  { verifyToken: "" },
  { phoneNumberId: "" },
  { phoneNumberId: "+62 811" },
])("%o is a defect", async (odd) => {
  const all = await setUp();
  const { token, appSecret, verifyToken, phoneNumberId } = all.graph;
  const { intake, receipts } = all;
  const log = { info() {}, warn() {}, error() {} };
  expect(() =>
    makeWhatsAppCloud({
      ...{ token, appSecret, verifyToken, phoneNumberId, intake, receipts, log },
      ...{ texts: (key) => key, clock: Date.now, ...odd },
    }),
  ).toThrow(/WhatsApp/);
});
