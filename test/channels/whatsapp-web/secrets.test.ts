import { afterEach, beforeEach, expect, test } from "vitest";
import { soon, waMockAndBots } from "../../support/wa-mock-bot.ts";

let all: Awaited<ReturnType<typeof waMockAndBots>>;
beforeEach(async () => {
  all = await waMockAndBots();
});
afterEach(() => all.close());

test("neither keys nor addresses nor anything that a person wrote or reads comes into the log or an error", async () => {
  const mark = "TANDA-3171234567890123";
  const { server, lines } = all;
  const number = `+${server.account.pn}`;
  let failures = 2;
  all.refuses = ({ text }) => {
    if (text === mark && failures-- > 0) throw new Error(`store refused ${mark}`);
    return false;
  };
  const bot = await all.paired({ number });
  const code = (/Code: (\S+)/.exec(all.shown.join("\n"))?.[1] ?? "?").replace("-", "");
  const ana = server.person(1, mark);
  await ana.send(mark);
  await soon(() => all.heard.length === 1);
  await ana.sendFile("document", Buffer.from(mark), { fileName: `${mark}.pdf`, caption: mark });
  await ana.send({ [mark]: mark, reactionMessage: { text: mark } } as never);
  // A reaction without what it is to: the library stumbles over that.
  await soon(() => server.pending.size === 0, 8000);
  const { user = "" } = all.heard[0] ?? {};
  const told: unknown[] = [];
  const answers = ["463", "x".repeat(5), mark].map((error) => () => {
    server.overrides.push(({ tag, attrs: { id = "", to = "" } }) =>
      tag === "message"
        ? { tag: "ack", attrs: { class: "message", id, from: to, error } }
        : undefined,
    );
  });
  const file = { name: `${mark}.txt`, content: mark };
  server.files.fault = (_, response) => Boolean(response.writeHead(500).end(mark));
  told.push(await all.send(bot, user, mark, { file }));
  for (const trouble of answers.reverse()) {
    server.overrides.length = 0;
    trouble();
    told.push(await all.send(bot, user, mark));
  }
  server.streamError(503);
  await soon(() => lines.join().includes("whatsapp_web_closed"));
  const media = all.heard[1]?.message.media;
  const failed = await bot.channel
    .fetch?.({ channel: "whatsapp-web", account: "utama", user }, media ?? { kind: "other" }, 9000)
    .catch((error: Error) => `${error.stack} ${String(error.cause)}`);
  told.push(failed);
  const written = `${lines.join("\n")}\n${JSON.stringify(told)}`;
  expect(lines.length).toBeGreaterThan(4);
  const inner = ["privKey", "rootKey", "<Buffer", "@lid", "@s.whatsapp.net", "/v/"];
  const { pn, lid } = server.account;
  for (const secret of ["3171234567890123", ana.pn, ana.lid, pn, lid, code, ...inner])
    expect(written).not.toContain(secret);
}, 60_000);
