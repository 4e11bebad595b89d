import { expect, test } from "vitest";
import type { Conversation, Entered } from "../../src/conversation/conversation.ts";
import { makeIntake } from "../../src/conversation/intake.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { Busy } from "../../src/conversation/ports/intake.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";

const at = Date.parse("2026-11-22T03:00:00Z");
const contact = (user: string): Contact => ({ channel: "telegram", account: "bot", user });
const says = (text: string): Inbound => ({
  kind: "message",
  at: new Date(at).toISOString(),
  text,
});

/** An intake on a line whose turns end when the test says so. */
function opened(enter?: Conversation["enter"]) {
  const entered: { user: string; id: string; message: Inbound }[] = [];
  const ends: (() => void)[] = [];
  const events: string[] = [];
  const log = { info() {}, warn() {}, error: (event: string) => void events.push(event) };
  const intake = makeIntake(
    {
      enter:
        enter ??
        (async ({ user }, id, message): Promise<Entered> => {
          if (message.kind === "message") entered.push({ user, id, message });
          return { state: "turn", work: new Promise((resolve) => ends.push(() => resolve([]))) };
        }),
    },
    { clock: () => at, log },
  );
  return { intake, entered, ends, events };
}

test("a message is accepted when it is in line, while its turn still runs", async () => {
  const { intake, entered } = opened();
  expect(await intake.accept(contact("a"), "1", says("halo"))).toBe("entered");
  expect(entered).toHaveLength(1);
});

test("no more turns run at once than there are hands, and the next goes in when one ends", async () => {
  const { intake, entered, ends } = opened();
  const accepted = Array.from({ length: 70 }, (_, i) =>
    intake.accept(contact(`u${i}`), `${i}`, says("halo")),
  );
  await Promise.all(accepted.slice(0, 64));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(entered).toHaveLength(64);
  for (const end of ends.splice(0, 6)) end();
  await Promise.all(accepted);
  expect(entered.map(({ id }) => id)).toEqual(Array.from({ length: 70 }, (_, i) => `${i}`));
});

test("a flood of messages from many is refused as busy instead of being held in memory", async () => {
  const { intake } = opened();
  const accepted = Array.from({ length: 1100 }, (_, i) =>
    intake.accept(contact(`u${i}`), `${i}`, says("halo")).catch((error: unknown) => error),
  );
  const last = await Promise.all(accepted.slice(1064));
  expect(last.every((one) => one instanceof Busy)).toBe(true);
});

test("who writes too fast is told once, in line with their answers, and the rest is dropped", async () => {
  const { intake, entered, ends } = opened();
  for (let i = 0; i < 70; i++) {
    const accepted = await intake.accept(contact("a"), `${i}`, says("halo"));
    expect(accepted).toBe(i < 60 ? "entered" : "refused");
    ends.at(-1)?.();
  }
  expect(entered).toHaveLength(61);
  expect(entered.at(-1)?.message).toEqual({
    kind: "message",
    at: new Date(at).toISOString(),
    notice: "hurried",
  });
});

test("while the store does not answer, the same message may be delivered as often as it takes", async () => {
  let down = true;
  const { intake } = opened(async () => {
    if (down) throw new Error("store down");
    return { state: "turn", work: Promise.resolve([]) };
  });
  for (let i = 0; i < 50; i++)
    await expect(intake.accept(contact("a"), "1", says("halo"))).rejects.toThrow("store down");
  down = false;
  expect(await intake.accept(contact("a"), "1", says("halo"))).toBe("entered");
});

test("a contact whose stored state can't be read holds up nobody else", async () => {
  const { intake, events } = opened(async ({ user }) => {
    if (user === "broken") throw Object.assign(new Error("changed"), { code: "tampered" });
    return { state: "turn", work: Promise.resolve([]) };
  });
  expect(await intake.accept(contact("broken"), "1", says("halo"))).toBe("refused");
  expect(await intake.accept(contact("a"), "2", says("halo"))).toBe("entered");
  expect(events).toEqual(["contact_unreadable"]);
});

test("a turn that ends badly is logged by its name and gives its place back", async () => {
  const { intake, events } = opened(async () => ({
    state: "turn",
    work: Promise.reject(new TypeError("secret words")),
  }));
  for (let i = 0; i < 100; i++) await intake.accept(contact(`u${i}`), `${i}`, says("halo"));
  await intake.settled();
  expect(events).toHaveLength(100);
  expect(JSON.stringify(events)).not.toContain("secret");
});
