import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type App, openApp } from "../../src/cli/app.ts";
import { nowFrom } from "../../src/cli/io.ts";
import type { Conversation } from "../../src/conversation/conversation.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { startUpkeep } from "../../src/conversation/upkeep.ts";
import { triedNumber } from "../../src/store/status-tries.ts";
import { allInDatabase, allOnRedis } from "../support/all-stored.ts";
import { testConfig } from "../support/app.ts";
import { wholeForm } from "../support/person.ts";
import { testCipher } from "../support/redis.ts";
import { type RedisServer, startRedis } from "../support/redis-server.ts";
import { ownDatabase, TEST_KEY } from "../support/stores.ts";

const day = 86_400_000;
const start = Date.parse("2026-11-22T03:00:00Z");

/** Words by which things are found, by how long they are kept. */
const kept = {
  fromDraft: "tandasatu",
  fromFile: "tandadua.csv",
  fromList: "tandatiga",
  fromTalk: "pak tandaempat",
  fromReport: "jatuh tandalima",
  given: "tandaenam",
  ofRegistration: "pasar contoh",
  asking: "alamathanyabertanya",
  hurt: "alamatcelaka",
  registered: "alamatterdaftar",
};

describe.each([["PostgreSQL"], ["PostgreSQL and Redis"]])("on %s", (place) => {
  let app: App;
  let conversation: Conversation;
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  // what other tests keep on their Redis would be found too
  let redis: RedisServer | undefined;
  const contactOf = (user: string): Contact => ({
    ...{ channel: "kept", account: `held ${place}` },
    user: `${user} ${place}`,
  });

  beforeAll(async () => {
    database = await ownDatabase();
    if (place !== "PostgreSQL") redis = await startRedis();
    const config = {
      ...{ ...testConfig, key: TEST_KEY },
      ...{ databaseUrl: database.url, redisUrl: redis?.url },
    };
    app = await openApp(config, config.dataDir);
    vi.useFakeTimers({ now: start, toFake: ["Date"] });
    conversation = app.conversation(Date.now);
    app.book.understand("halo");
  });
  afterAll(async () => {
    vi.useRealTimers();
    await app.close();
    await redis?.stop();
    await database.remove();
  });

  const stored = async () => [
    ...(await allInDatabase(database.url)),
    ...(redis ? await allOnRedis(redis.url) : []),
  ];
  const found = async (wanted: Readonly<Record<string, string>>) => {
    const all = (await stored()).map((value) => value.toLowerCase());
    return Object.keys(wanted).filter((name) =>
      all.some((value) => value.includes(String(wanted[name]).toLowerCase())),
    );
  };
  /** What a running bot does every hour, so many days after the beginning. */
  const tidyAt = async (days: number): Promise<void> => {
    vi.setSystemTime(start + days * day);
    const upkeep = startUpkeep(conversation, {
      ...app.store,
      ...{ officeTime: null, clock: Date.now, log: app.log },
      book: () => app.book,
      today: () => nowFrom(Date.now()).today,
    });
    await upkeep.stop();
  };
  let count = 0;
  const says = async (contact: Contact, ...texts: string[]): Promise<string> => {
    let told = "";
    for (const text of texts) {
      const message = { kind: "message", at: new Date().toISOString(), text } as const;
      const { turns } = await conversation.receive(contact, `m${count++}`, message);
      told += turns.flatMap(({ parts }) => parts.map(({ reply }) => reply.text)).join("\n");
    }
    return told;
  };
  const closed = async (told: string): Promise<void> => {
    const [number = ""] = /KSS-[\d-]+\d/.exec(told) ?? [];
    const at = new Date().toISOString();
    expect(await app.store.cases.close(`close ${number}`, number, "dewi", at)).toBe(true);
  };

  test("everything is gone when its time is over, and not before", async () => {
    const { store } = app;
    const at = new Date(start).toISOString();
    const registered = contactOf(kept.registered);
    const hurt = contactOf(kept.hurt);
    const asking = contactOf(kept.asking);
    const told = await says(registered, ...wholeForm());
    const [number = ""] = /PYG-[\d-]+\d/.exec(told) ?? [];
    const drafted = ["daftarkan ibu saya", "setuju", "3404074506850003", kept.fromDraft];
    const draft = await says(registered, ...drafted, "menu");
    const name = kept.fromFile;
    const file = { name, kind: "sheet", mime: "text/csv", content: Buffer.from("x") } as const;
    await store.files.keep(registered, "file", file, at);
    const row = { nik: "3404070303887394", upah: 2_000_000, nama: kept.fromList };
    await store.workers.add("list", registered, "list", { rows: [row], faults: [] }, at);
    await closed(await says(registered, "petugas", kept.fromTalk, "selesai"));
    await closed(await says(hurt, "lapor kecelakaan", kept.fromReport));
    await says(asking, "apa itu jht?", "sambungkan");
    const guess = { key: `guess ${place}`, number, birthDate: "1999-01-01", at };
    await store.records.findState(asking, guess);
    // What is given up lies beside the line, with what was said.
    await store.line.enter(
      contactOf(kept.given),
      { id: "dead", body: { kind: "message", at, text: kept.given } },
      start,
    );
    const turn = await store.line.take(contactOf(kept.given), start + 31_000);
    if (!turn) throw new Error("no turn");
    const dead = [{ id: "dead", code: "poison" }] as const;
    const outcome = { session: null, taken: ["dead"], parts: [], jobs: [], dead };
    await store.line.commit(turn.lease, outcome, start + 32_000);

    const wanted = { ...kept, tries: triedNumber(testCipher(), number) };
    const all = Object.keys(wanted);
    const without = (...names: string[]) => all.filter((one) => !names.includes(one));
    expect(await found(wanted), draft).toEqual(all);
    await tidyAt(2);
    expect(await found(wanted)).toEqual(without("tries"));
    await tidyAt(29);
    expect(await found(wanted)).toEqual(without("tries"));
    await tidyAt(31);
    const short = ["tries", "fromDraft", "fromFile", "fromList", "given", "asking"];
    expect(await found(wanted)).toEqual(without(...short));
    await tidyAt(89);
    expect(await found(wanted)).toEqual(without(...short));
    await tidyAt(91);
    const closedCases = ["fromTalk", "fromReport", "hurt"];
    expect(await found(wanted)).toEqual(without(...short, ...closedCases));
    await says(registered, "hapus data", "ya");
    expect(await found(wanted)).toEqual(["registered"]);
    // Their address lay beside the answer that nobody fetched.
    await tidyAt(122);
    expect(await found(wanted)).toEqual([]);
  });
});
