import type { Webhook } from "../../conversation/ports/intake.ts";
import type { Log, LogFields } from "../../lib/log.ts";
import { type Odd, type Reading, readEvent } from "./read-event.ts";
import { isSame, isSigned } from "./signature.ts";
import type { Taker } from "./take-events.ts";

/** Bytes of a body that are read: Meta's go up to 3 MB. */
const maxBytes = 3 * 2 ** 20;

/** A trouble that strangers or Meta may cause at any pace is told at most this often, in ms. */
const againMs = 60_000;

export type Receiving = {
  taker: Taker;
  account: string;
  appSecret: string;
  verifyToken: string;
  log: Log;
  clock: () => number;
  signal: AbortSignal;
};

/** The end point that Meta delivers to; whatever is not answered with 200 it delivers again, for days. */
export function makeWebhook(receiving: Receiving): Webhook {
  const { taker, account, appSecret, verifyToken, log, clock, signal } = receiving;
  const said = new Map<string, number>();
  const warn = (event: string, fields: LogFields = {}) => {
    if (clock() - (said.get(event) ?? Number.NEGATIVE_INFINITY) < againMs) return;
    said.set(event, clock());
    log.warn(event, { account, ...fields });
  };
  return {
    name: "whatsapp",
    maxBytes,
    verify(query) {
      const asks = query.get("hub.mode") === "subscribe";
      const knows = isSame(query.get("hub.verify_token") ?? "", verifyToken);
      return asks && knows ? query.get("hub.challenge") : null;
    },
    async receive({ headers, body }) {
      if (body.byteLength > maxBytes) return 413;
      if (!isSigned(body, headers.get("x-hub-signature-256"), appSecret)) {
        warn("whatsapp_signature_wrong");
        return 403;
      }
      if (signal.aborted) return 503;
      const event = parsed(body);
      if (event === undefined) return 400;
      const reading = readEvent(event, account, clock());
      if (!reading) return 200;
      tell(log, account, reading);
      const failed = await taker.take(reading, signal);
      if (failed !== null && !signal.aborted) warn("whatsapp_intake_waits", { name: failed });
      return failed === null ? 200 : 503;
    },
  };
}

const oddEvents: Readonly<Record<Odd, string>> = {
  message: "whatsapp_message_unreadable",
  status: "whatsapp_status_unreadable",
  other_number: "whatsapp_other_number",
  group: "whatsapp_group_ignored",
  number_changed: "whatsapp_number_changed",
};

/** Says what was not read, by kind and number, and what Meta says of the bot's number. */
function tell(log: Log, account: string, { errors, odd }: Reading): void {
  for (const code of errors) log.error("whatsapp_error", { account, code });
  for (const kind of new Set(odd))
    log.warn(oddEvents[kind], { account, count: odd.filter((one) => one === kind).length });
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
