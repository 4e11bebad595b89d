import { describe, expect, test } from "vitest";
import { Busy } from "../../../src/conversation/ports/intake.ts";
import { keptAll } from "../../support/graph-fake-bot.ts";
import { until } from "../../support/tg-fake-bot.ts";
import { hookAndPeople } from "./hook-and-people.ts";

const setUp = hookAndPeople();

const gate = () => {
  let open = () => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait, open: () => open() };
};

describe("one person's messages keep their order", () => {
  test("by their times within a body, however far these are off", async () => {
    const { graph, post, ana, said } = await setUp();
    const hours = (ago: number) => String(Math.floor(graph.clock() / 1000) - ago * 3600);
    const says = (text: string, timestamp: string) =>
      ana.event({ type: "text", text: { body: text }, timestamp });
    await post(says("c", hours(1)), says("a", hours(7)), says("d", hours(1)), says("b", hours(2)));
    expect(said()).toEqual(["a", "b", "c", "d"]);
  });

  test("across bodies that come side by side, and nobody else waits", async () => {
    const { wait, open } = gate();
    const kept = keptAll((_, { text }) => (text === "satu" ? wait : undefined));
    const { post, says, budi } = await setUp(kept);
    const first = post(says("satu"));
    await until(() => kept.steps.includes("accept ID.1000001"));
    const second = post(says("dua"), says("tiga"));
    expect(await post(says("x", budi))).toBe(200);
    expect(kept.said()).toEqual(["x"]);
    open();
    expect(await Promise.all([first, second])).toEqual([200, 200]);
    expect(kept.said()).toEqual(["x", "satu", "dua", "tiga"]);
  });

  test("also where a body brings statuses that take long", async () => {
    const { wait, open } = gate();
    let telling = false;
    const kept = keptAll(undefined, () => {
      telling = true;
      return wait;
    });
    const { post, says, budi } = await setUp(kept);
    const first = post({ status: { id: "wamid.B", status: "read" } }, says("satu"));
    await until(() => telling);
    const second = post(says("dua"), says("x", budi));
    await until(() => kept.said().length > 0);
    expect(kept.said()).toEqual(["x"]);
    open();
    await Promise.all([first, second]);
    expect(kept.said()).toEqual(["x", "satu", "dua"]);
  });

  test("where one was not taken, the later ones of its body are not either", async () => {
    let failures = 1;
    const kept = keptAll((_, { text }) => {
      if (text === "satu" && failures-- > 0) throw new Busy();
    });
    const { hook, says } = await setUp(kept);
    hook.push(says("satu"), says("dua"));
    await until(() => hook.idle);
    expect(hook.answers).toEqual([503, 200]);
    expect(kept.said()).toEqual(["satu", "dua"]);
  });
});
