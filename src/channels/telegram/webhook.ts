import { createHash, timingSafeEqual } from "node:crypto";
import type { Webhook } from "../../conversation/ports/intake.ts";
import type { Taker } from "./take-updates.ts";
import type { Troubles } from "./troubles.ts";
import { allowedUpdates, isUpdate } from "./update.ts";

/** Where Telegram delivers to, and the word by which it shows that it is Telegram (A-Z, a-z, 0-9, _ and -). */
export type WebhookAddress = { url: string; secret: string };

const secretHeader = "x-telegram-bot-api-secret-token";

/** Bytes of an update that are read; Telegram's are far smaller. */
const maxBytes = 2 ** 20;

/** Deliveries that Telegram may have under way at once. */
const maxConnections = 40;

/** What Telegram is told about the end point. */
export const webhookPayload = ({ url, secret }: WebhookAddress) => ({
  url,
  secret_token: secret,
  allowed_updates: allowedUpdates,
  max_connections: maxConnections,
});

export type Receiving = { taker: Taker; troubles: Troubles; secret: string; signal: AbortSignal };

/**
 * The end point that Telegram delivers to; whatever is not answered with 200 it delivers again. A secret that Telegram would
 * not take, an empty one above all, is a defect and throws.
 */
export function makeWebhook({ taker, troubles, secret, signal }: Receiving): Webhook {
  if (!/^[\w-]{1,256}$/.test(secret))
    throw new Error("the webhook's secret must have 1 to 256 of A-Z, a-z, 0-9, _ and -");
  return {
    name: "telegram",
    maxBytes,
    async receive({ headers, body }) {
      if (!isSame(headers.get(secretHeader) ?? "", secret)) return 403;
      if (body.byteLength > maxBytes) return 413;
      const update = parsed(new TextDecoder().decode(body));
      if (!isUpdate(update)) return 400;
      const { failed } = await taker.take([update], signal);
      if (failed === null) troubles.over();
      else if (!signal.aborted) troubles.say("telegram_intake_waits", { name: failed });
      return failed === null ? 200 : 503;
    },
  };
}

/** Takes as long for a near guess as for a far one. */
function isSame(given: string, secret: string): boolean {
  const digest = (word: string) => createHash("sha256").update(word).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
