import type { DeliveryReport } from "../../conversation/ports/deliveries.ts";
import type { Inbound } from "../../conversation/ports/line.ts";
import {
  change,
  contact,
  entry,
  envelope,
  fault,
  message,
  status,
  type Value,
  type WaContact,
  type WaMessage,
} from "./event.ts";
import { readMessage } from "./read-message.ts";
import { failureFrom } from "./send-error.ts";
import { timeOf } from "./time-of.ts";

/** A message of a person's. `id`: WhatsApp's own of the message; `at`: epoch ms. */
export type Heard = { user: string; id: string; at: number; message: Inbound };

/** Something in a body that is not read, by its kind, for the log. */
export type Odd = "message" | "status" | "other_number" | "group" | "number_changed";

/** What a body says. */
export type Reading = {
  /** In the order of their times, then of arrival. */
  heard: Heard[];
  reports: DeliveryReport[];
  /** Codes of Meta's about the number or the app as a whole. */
  errors: number[];
  odd: Odd[];
};

/** Reads a webhook's body for one business number; null if it is no event of WhatsApp's. `now`: epoch ms. Never throws. */
export function readEvent(body: unknown, account: string, now: number): Reading | null {
  const { data } = envelope.safeParse(body);
  if (!data) return null;
  const reading: Reading = { heard: [], reports: [], errors: [], odd: [] };
  const changes = data.entry.flatMap((one) => entry.safeParse(one).data?.changes ?? []);
  for (const one of changes) {
    const value = change.safeParse(one).data?.value;
    if (!value) continue;
    if (value.metadata.phone_number_id !== account) reading.odd.push("other_number");
    else readValue(value, reading, now);
  }
  reading.heard.sort((a, b) => a.at - b.at);
  return reading;
}

function readValue(value: Value, reading: Reading, now: number): void {
  const contacts = value.contacts.flatMap((one) => contact.safeParse(one).data ?? []);
  for (const one of value.messages) {
    const { data } = message.safeParse(one);
    const heard = data ? heardFrom(data, contacts, now) : "message";
    if (typeof heard === "string") reading.odd.push(heard);
    else if (heard) reading.heard.push(heard);
  }
  for (const one of value.statuses) {
    const { data } = status.safeParse(one);
    const report = data && reportFrom(data, now);
    if (report) reading.reports.push(report);
    else if (!data) reading.odd.push("status");
  }
  for (const one of value.errors) reading.errors.push(codeOf(one) ?? 0);
}

/** Null where nothing was said. */
function heardFrom(wa: WaMessage, contacts: readonly WaContact[], now: number): Heard | Odd | null {
  if (wa.group_id !== undefined) return "group";
  if (wa.type === "system") return "number_changed";
  const { user, phone } = senderOf(wa, contacts);
  if (user === undefined) return "message";
  const at = timeOf(wa.timestamp, now);
  try {
    const said = readMessage(wa);
    const known = phone === undefined ? {} : { phone: `+${phone}` };
    const inbound = { kind: "message" as const, at: new Date(at).toISOString() };
    return said && { user, id: wa.id, at, message: { ...inbound, ...said, ...known } };
  } catch {
    return "message";
  }
}

/**
 * Who wrote, and their phone number where it is known. Several persons' contacts may come together: one counts only by an
 * id that the message bears too, or where the message bears none and there is no other.
 */
function senderOf(
  { from, from_user_id }: WaMessage,
  contacts: readonly WaContact[],
): { user: string | undefined; phone: string | undefined } {
  const nameless = from === undefined && from_user_id === undefined;
  const [first, second] = contacts;
  const one = nameless
    ? second
      ? undefined
      : first
    : contacts.find(({ user_id, wa_id }) =>
        from_user_id === undefined || user_id === undefined
          ? wa_id !== undefined && wa_id === from
          : user_id === from_user_id,
      );
  const phone = from ?? one?.wa_id;
  return { user: from_user_id ?? one?.user_id ?? phone, phone };
}

const states: Readonly<Record<string, DeliveryReport["state"]>> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "failed",
};

/** Undefined for a state that tells nothing new. */
function reportFrom(
  { id, status: name, timestamp, errors }: ReturnType<typeof status.parse>,
  now: number,
): DeliveryReport | undefined {
  const state = Object.hasOwn(states, name) ? states[name] : undefined;
  if (!state) return undefined;
  const report = { receipt: id, state, at: timeOf(timestamp, now) };
  return state === "failed" ? { ...report, failure: failureFrom(codeOf(errors[0])) } : report;
}

const codeOf = (error: unknown): number | null => fault.safeParse(error).data?.code ?? null;
