import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  patience,
  soon,
  type WhatsAppWebSite,
  whatsAppWebSite,
} from "../support/whatsapp-web-site.ts";

let site: WhatsAppWebSite;
beforeEach(async () => {
  site = await whatsAppWebSite();
});
afterEach(() => site.close());

/** A row of numbers from 0 to 1 that is the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const byNumber = (one: string, other: string): number =>
  Number(one.slice(6)) - Number(other.slice(6));

test("killed at 20 seeded moments while people write: every message is in line, once, in the order in which it was written, or put aside and brought back by hand", async () => {
  const { server } = site;
  const random = seeded(20_261_122);
  await site.paired({
    PAYUNG_OPERATOR_NAME: "Dinas Contoh",
    PAYUNG_OPERATOR_CONTACT: "0000-0000-0000",
  });
  const people = Array.from({ length: 4 }, (_, i) => server.person(200 + i));
  const numbers: string[] = [];
  // An officer is written to: every message is kept as it came, and nothing is answered.
  for (const one of people) {
    await one.send("petugas");
    numbers.push(/KSS-[\d-]+/.exec((await one.hears(patience)).text)?.[0] ?? "");
  }
  const sent = people.map((): string[] => []);
  const write = () =>
    Promise.all(
      people.map((one, index) => {
        const list = sent[index] ?? [];
        const text = `pesan ${list.length}`;
        list.push(text);
        return one.send(text);
      }),
    );
  const texts = async (number: string): Promise<string[]> => {
    const { out } = await site.command("cases", "show", number);
    return out.match(/pesan \d+/g) ?? [];
  };
  let confirmed = 0;
  server.on("receipt", () => confirmed++);
  for (let kill = 0; kill < 20; kill++) {
    const whileAway = kill % 2 === 1;
    const before = confirmed;
    if (!whileAway) await write();
    // Somewhere among what is just being taken in, however fast this machine is.
    const some = Math.min(Math.floor(random() * 5), server.pending.size);
    await soon(() => confirmed - before >= some);
    await sleep(random() * 15);
    await site.bots.at(-1)?.kill();
    if (kill % 4 === 1) await write();
    const online = new Promise((resolve) => server.once("online", resolve));
    site.start();
    await online;
  }
  await soon(() => server.pending.size === 0);
  await write();
  for (const [index, number] of numbers.entries()) {
    const wanted = sent[index] ?? [];
    let kept: string[] = [];
    await soon(async () => {
      kept = await texts(number);
      return kept.includes(wanted.at(-1) ?? "");
    });
    expect.soft(kept).toEqual(wanted.filter((text) => kept.includes(text)));
  }
  // A message at which the bot died three times running is put aside, not lost; some are with the officer already.
  const { out } = await site.command("dead", "list", "--json");
  const aside = JSON.parse(out) as { id: string; what: string; code: string }[];
  for (const { what, code } of aside) expect([what, code]).toEqual(["message", "poison"]);
  for (const { id } of aside) expect((await site.command("dead", "retry", id)).code).toBe(0);
  for (const [index, number] of numbers.entries()) {
    const wanted = sent[index] ?? [];
    await soon(async () => (await texts(number)).length >= wanted.length);
    expect((await texts(number)).sort(byNumber)).toEqual(wanted);
  }
  expect(sent.flat()).toHaveLength(64);
  site.expectSilence(people);
}, 590_000);
