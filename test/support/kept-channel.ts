import { setTimeout as sleep } from "node:timers/promises";
import type { Channel, Outgoing, SendResult } from "../../src/conversation/ports/channel.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";

/** A channel within the process that keeps what was sent, with the time. `answer` settles what becomes of a sending. */
export function keptChannel(
  limits: Channel["limits"] = { perSecond: 100_000, contactGapMs: 0 },
  account = "kept",
) {
  const sent: { user: string; text: string; at: number }[] = [];
  const tried: string[] = [];
  const underWay = new Map<string, number>();
  let most = 0;
  const kept = {
    sent,
    tried,
    /** Texts that reached a contact, in order. */
    to: (user: string) => sent.filter((one) => one.user === user).map(({ text }) => text),
    /** Sendings under way at once to one contact, at most. */
    mostAtOnce: () => most,
    answer: async (_contact: Contact, _text: string): Promise<SendResult> => ({ state: "sent" }),
  };
  const channel: Channel = {
    channel: "kept",
    account,
    limits,
    async send({ channel: name, account: own, user }, body: Outgoing) {
      const now = (underWay.get(user) ?? 0) + 1;
      underWay.set(user, now);
      most = Math.max(most, now);
      tried.push(body.text);
      await sleep(1);
      const result = await kept.answer({ channel: name, account: own, user }, body.text);
      underWay.set(user, (underWay.get(user) ?? 0) - 1);
      if (result.state === "sent") sent.push({ user, text: body.text, at: Date.now() });
      return result;
    },
  };
  return Object.assign(kept, { channel });
}
