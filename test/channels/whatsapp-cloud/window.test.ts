import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeAndCloud } from "../../support/graph-fake-bot.ts";
import type { GraphPerson } from "../../support/graph-fake-person.ts";
import { until } from "../../support/tg-fake-bot.ts";

let all: Awaited<ReturnType<typeof fakeAndCloud>>;
let ana: GraphPerson;
const template = { name: "sapa", language: "id" };
beforeEach(async () => {
  all = await fakeAndCloud({ template });
  ana = all.graph.person({ bsuid: "ID.1000001" });
  ana.wroteAt = Date.now();
});
afterEach(() => all.close());

const send = () => all.send("ID.1000001");

describe("24 hours after a person's last message", () => {
  test.for(["answer", "status"] as const)("nothing is taken: told by %s", async (by) => {
    all.graph.windowBy = by;
    ana.wroteAt = Date.now() - 86_400_001;
    const result = await send();
    if (by === "answer") expect(result).toMatchObject({ error: { code: "window" } });
    else {
      await until(() => all.reports.length === 1);
      expect(all.reports[0]?.failure).toEqual({ code: "131047", error: "window" });
    }
    expect(ana.inbox).toEqual([]);
  });

  test("the approved message still reaches them", async () => {
    all.graph.templates.add("sapa/id");
    ana.wroteAt = Date.now() - 86_400_001;
    expect(await all.cloud.channel.invite?.(all.contact("ID.1000001"))).toEqual({
      state: "sent",
      receipt: all.graph.sent[0]?.id,
    });
    expect(ana.inbox[0]?.payload["template"]).toEqual({ name: "sapa", language: { code: "id" } });
  });

  test("a template that was not approved is refused", async () => {
    expect(await all.cloud.channel.invite?.(all.contact("ID.1000001"))).toMatchObject({
      error: { code: "refused", detail: expect.stringMatching(/^132001 /) },
    });
  });

  test("without a template nobody is invited", async () => {
    const { cloud, close } = await fakeAndCloud();
    expect(cloud.channel.invite).toBeUndefined();
    await close();
  });
});
