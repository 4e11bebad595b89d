import { afterEach, expect, test } from "vitest";
import { choicesOf, fakeAndCloud, keptAll } from "../../support/graph-fake-bot.ts";
import { until } from "../../support/tg-fake-bot.ts";

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

test("neither secrets nor addresses nor anything that a person wrote or reads comes into the log or an error", async () => {
  const mark = "TANDA-3171234567890123";
  let failures = 3;
  const kept = keptAll(({ length }, { text }) => {
    if (failures-- > 0) throw new Error(`store refused ${text} of ${length}`);
  });
  const all = await fakeAndCloud(kept);
  close = all.close;
  const { graph, cloud, lines, contact, send } = all;
  const ana = graph.person({ bsuid: "ID.1000001", phone: "62811000001", name: mark });
  ana.says(mark);
  ana.sends({ kind: "document", name: `${mark}.pdf`, caption: mark });
  ana.send({ type: "text", text: { [mark]: mark } });
  ana.send({ type: mark, group_id: mark });
  ana.send({ type: "system", system: { body: mark, wa_id: "62811000009" } });
  graph.push(
    { status: { id: mark, status: mark, recipient_id: "62811000001" } },
    { status: { [mark]: mark } },
    { error: { code: 131031, title: mark, message: "62811000001" } },
  );
  await until(() => graph.hook.idle);
  await graph.hook.post(new TextEncoder().encode(mark), mark);
  const body = graph.hook.bodyOf([]);
  await graph.hook.post(body, graph.appSecret);
  const told: string[] = [];
  const words = `${graph.token} "${mark}" 62811000001 ID.1000001 +62 811 000 001`;
  const fields = { text: mark, choices: choicesOf(mark), keys: [mark] };
  for (const trouble of [
    () => graph.resetNext(),
    () => graph.failNext({ http: 403, message: `<html>${mark}</html>` }),
    () => graph.failNext({ code: 190, message: words, details: words }),
    () => graph.failNext({ code: 131009, message: words }),
  ]) {
    trouble();
    told.push(JSON.stringify(await send("ID.1000001", fields)));
    trouble();
    told.push(
      JSON.stringify(await send("62811000001", { ...fields, file: { name: mark, content: mark } })),
    );
  }
  const path = /\/v24\.0\/\d+$/;
  const ref = graph.keepMedia(new TextEncoder().encode(mark), "text/plain", { sha256: mark });
  graph.failNext({ code: 190, message: words, path });
  for (const url of [
    undefined,
    `https://evil.example/${mark}`,
    `${graph.apiRoot}/${mark}`,
    undefined,
  ]) {
    const media = graph.media.get(ref);
    if (media) media.facts["url"] = url ?? `${graph.apiRoot}/files/${ref}`;
    const failed = await cloud.channel
      .fetch?.(contact("62811000001"), { kind: "document", name: mark, ref }, 9000)
      .catch((error: Error) => `${error.message} ${error.stack} ${String(error.cause)}`);
    told.push(JSON.stringify(failed));
  }
  expect(lines.length).toBeGreaterThan(4);
  expect(told).toHaveLength(12);
  const { token, appSecret, verifyToken } = graph;
  for (const secret of [
    mark,
    "3171234567890123",
    token,
    appSecret,
    verifyToken,
    "62811",
    "811 000",
    "ID.1000",
  ])
    expect(`${lines.join("\n")}\n${told.join("\n")}`).not.toContain(secret);
});
