import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { openApp } from "../../src/cli/app.ts";
import type { Conversation } from "../../src/conversation/conversation.ts";
import { guarded } from "../../src/conversation/guarded.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import { allInDatabase, allOnRedis } from "../support/all-stored.ts";
import { testConfig } from "../support/app.ts";
import { answerTo } from "../support/person.ts";
import { ownDatabase, TEST_KEY } from "../support/stores.ts";

const at = "2026-11-22T03:00:00Z";
const says = (more: Partial<Inbound>): Inbound => ({ kind: "message", at, ...more });
let users = 0;
const somebody = (): Contact => ({ channel: "kept", account: "test", user: `u${users++}` });

/** Invented secrets; each stands nowhere else. */
const card = "5555 5555 5555 4444";
const codes = ["73910482", "61940", "884412", "509713", "330188", "Rajawali_77"];
const secrets = [card, card.replaceAll(" ", ""), ...codes];

describe.each([["PostgreSQL"], ["PostgreSQL and Redis"]])("on %s", (place) => {
  let app: App;
  let conversation: Conversation;
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  const redisUrl = place === "PostgreSQL" ? undefined : inject("redisUrl");

  beforeAll(async () => {
    database = await ownDatabase();
    const { url: databaseUrl } = database;
    const config = { ...testConfig, key: TEST_KEY, databaseUrl, redisUrl };
    app = await openApp(config, config.dataDir);
    conversation = app.conversation(() => Date.parse(at));
    // Learning stops everything for a while; not in the middle of it.
    app.book.understand("halo");
  });
  afterAll(async () => {
    await app.close();
    await database.remove();
  });

  /** Everything that lies in the store, in clear. */
  const stored = async () => [
    ...(await allInDatabase(database.url)),
    ...(redisUrl === undefined ? [] : await allOnRedis(redisUrl)),
  ];

  test("a secret that somebody sends lies nowhere, whatever they were doing", async () => {
    const [menu, form, talk, burst] = [somebody(), somebody(), somebody(), somebody()];
    await conversation.receive(menu, "1", says({ text: `kode otp saya ${codes[0]}` }));
    let step: string | null = null;
    for (let turn = 0; step !== "alamat"; turn++) {
      const { turns } = await conversation.receive(form, `${turn}`, says({ text: answerTo(step) }));
      step = turns.at(-1)?.step ?? null;
    }
    await conversation.receive(form, "pin", says({ text: `dusun mawar, pin atm ${codes[1]}` }));
    await conversation.receive(form, "card", says({ text: card }));
    await conversation.receive(talk, "1", says({ text: "petugas" }));
    const media = { kind: "image", name: `otp ${codes[2]}.jpg` } as const;
    await conversation.receive(talk, "2", says({ text: `pak otpnya ${codes[3]}`, media }));
    await conversation.receive(talk, "3", says({ text: "nomor lain 0812 0000 1234, seterusnya" }));
    await Promise.all(
      ["apa itu jht?", `otp ${codes[4]} bisa dipakai bayar kripto?`, `password ${codes[5]}`].map(
        (text, index) => conversation.receive(burst, `${index}`, says({ text })),
      ),
    );
    // In line, and in nobody's hands yet.
    const waiting = somebody();
    const body = guarded(says({ text: `cvv ${codes[0]}, kartu ${card}` }), "2026-11-22");
    await app.store.line.enter(waiting, { id: "1", body }, Date.parse(at));
    const all = await stored();
    // What may stay is found: the search sees through the encryption, in sessions, cases, the line and the outbox.
    for (const seen of ["seterusnya", "[dihapus]", "Contohsari", "engine.secret.card"])
      expect(
        all.some((value) => value.includes(seen)),
        seen,
      ).toBe(true);
    for (const secret of secrets)
      expect(
        all.filter((value) => value.includes(secret)),
        secret,
      ).toEqual([]);
  });
});

test("a message that goes into the line is guarded by the conversation itself", async () => {
  const app = await openApp(testConfig, ":memory:");
  const entered: unknown[] = [];
  const { line } = app.store;
  const real = line.enter;
  line.enter = (contact, item, now) => {
    entered.push(item.body);
    return real.call(line, contact, item, now);
  };
  try {
    const message = says({ text: "otp 482913", media: { kind: "image", name: "pin 4455.png" } });
    await app.conversation(Date.now).receive(somebody(), "1", message);
    expect(entered).toEqual([
      {
        ...says({ text: "otp [dihapus]", secret: "code" }),
        media: { kind: "image", name: "pin [dihapus].png" },
      },
    ]);
  } finally {
    await app.close();
  }
});
