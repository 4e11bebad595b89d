import { afterEach } from "vitest";
import type { WhatsAppCloudOptions } from "../../../src/channels/whatsapp-cloud/make-whatsapp-cloud.ts";
import { fakeAndCloud } from "../../support/graph-fake-bot.ts";
import type { HookEvent } from "../../support/graph-fake-hook.ts";

/** Sets up a channel and its WhatsApp with two people, and posts bodies of one's own making; all is closed after each test. */
export function hookAndPeople() {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  return async (options: Partial<WhatsAppCloudOptions> = {}) => {
    const all = await fakeAndCloud(options);
    closing.push(all.close);
    const { hook } = all.graph;
    const ana = all.graph.person({ bsuid: "ID.1000001", phone: "62811000001", name: "Ana" });
    const budi = all.graph.person({ phone: "62811000002" });
    const says = (text: string, who = ana): HookEvent =>
      who.event({ type: "text", text: { body: text } });
    const post = (...events: HookEvent[]) => hook.post(hook.bodyOf(events));
    return { ...all, hook, ana, budi, says, post };
  };
}
