import type { WAMessageUpdate } from "@whiskeysockets/baileys";
import type { SendErrorCode } from "../../conversation/ports/channel.ts";
import type { DeliveryReport } from "../../conversation/ports/deliveries.ts";

/** WhatsApp's numbers for what became of a message. */
const states: Readonly<Record<number, DeliveryReport["state"]>> = {
  0: "failed",
  2: "sent",
  3: "delivered",
  4: "read",
  5: "read",
};

/** What the codes mean by which WhatsApp refuses a message. */
const refusals: Readonly<Record<string, SendErrorCode>> = {
  403: "blocked",
  419: "too_many",
  429: "too_many",
  /** The number may not write to people any more for a while. */
  463: "locked",
  500: "unreachable",
  503: "unreachable",
};

/** What a refusal means for whoever delivers. */
export const refusalOf = (code: string): SendErrorCode => refusals[code] ?? "refused";

/** What became of a message of the bot's; null for everything else that an update may say. */
export function readUpdate({ key, update }: WAMessageUpdate, now: number): DeliveryReport | null {
  const state = states[Number(update.status ?? -1)];
  if (!state || !key.fromMe || !key.id) return null;
  const report = { receipt: key.id, state, at: now };
  if (state !== "failed") return report;
  const code = /^\d{1,6}$/.exec(update.messageStubParameters?.[0] ?? "")?.[0] ?? "unknown";
  return { ...report, failure: { code, error: refusalOf(code) } };
}

/** What the other event says, which tells who of several has received and read a message. */
export function readReceipt(
  {
    key,
    receipt,
  }: {
    key: WAMessageUpdate["key"];
    receipt: { readTimestamp?: unknown; playedTimestamp?: unknown; receiptTimestamp?: unknown };
  },
  now: number,
): DeliveryReport | null {
  if (!key.fromMe || !key.id) return null;
  const isRead = receipt.readTimestamp != null || receipt.playedTimestamp != null;
  if (!isRead && receipt.receiptTimestamp == null) return null;
  return { receipt: key.id, state: isRead ? "read" : "delivered", at: now };
}
