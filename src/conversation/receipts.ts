import type { Log } from "../lib/log.ts";
import { invite } from "./invite.ts";
import type { Channel, Outgoing } from "./ports/channel.ts";
import type { Deliveries, Receipts } from "./ports/deliveries.ts";
import type { Intake } from "./ports/intake.ts";
import type { OutPart } from "./ports/part.ts";
import { remedyFor } from "./send-errors.ts";

/** Times that a part goes out again which the provider took and then failed to deliver. */
const timesAgain = 3;

type ReceiptParts = {
  deliveries: Deliveries;
  intake: Pick<Intake, "giveBack">;
  /** The channel by its name, for asking people to write again. */
  channel: (name: string) => Pick<Channel, "invite"> | undefined;
  log: Log;
};

/** Sees to parts that a provider took: those that did not arrive go out again, or wait for the person, by the table of send errors. */
export function makeReceipts({ deliveries, intake, channel, log }: ReceiptParts): Receipts {
  return {
    async told(account, report) {
      const lost = await deliveries.told(account, report);
      const { failure, at } = report;
      if (!lost || !failure) return;
      const { code, error } = failure;
      log.warn("not_delivered", { channel: account.channel, code, error });
      const { contact, part } = lost;
      const remedy = remedyFor({ code: error, detail: code }, { attempts: 1, inRow: 1, age: 0 });
      if (remedy.do === "await" && !(part.body as Outgoing).passing) {
        const isFirst = await deliveries.awaits(contact, part, at);
        if (isFirst) await invite(channel(account.channel), contact, log);
        return;
      }
      if (remedy.do === "retry" && !wentOften(part)) await intake.giveBack(contact, part);
      await deliveries.settled(contact, [part.id]);
    },
    async wrote(contact) {
      const owed = await deliveries.owed(contact);
      if (owed.length === 0) return;
      for (const part of owed) await intake.giveBack(contact, part);
      await deliveries.settled(
        contact,
        owed.map(({ id }) => id),
      );
    },
  };
}

/** Every further sending leaves a `~` at the end of a part's id. */
const wentOften = ({ id }: OutPart): boolean => id.endsWith("~".repeat(timesAgain));
