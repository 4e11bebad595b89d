import type { SendError, SendErrorCode } from "../../conversation/ports/channel.ts";
import { type Fault, shortened } from "./graph.ts";

/** What an error of Meta's means for whoever delivers. */
export type ErrorRow = { code: SendErrorCode; retryAfterMs?: number };

/** Meta's error codes from `from` to `to`, both included. */
export type ErrorRange = ErrorRow & { from: number; to: number };

const one = (from: number, code: SendErrorCode, retryAfterMs?: number): ErrorRange => ({
  from,
  to: from,
  code,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/**
 * Meta's error codes (developers.facebook.com, "Error codes" of the WhatsApp Business Platform). They arrive in the answer
 * to a sending or later in a status; the HTTP status beside them means little.
 */
export const errorTable: readonly ErrorRange[] = [
  one(0, "unauthorized"),
  one(1, "unreachable"),
  one(2, "unreachable"),
  one(3, "unauthorized"),
  one(4, "too_many", 60_000),
  one(10, "unauthorized"),
  one(100, "refused"),
  one(190, "unauthorized"),
  { from: 200, to: 299, code: "unauthorized" },
  one(368, "locked"),
  one(80007, "too_many", 60_000),
  // The number's own throughput.
  one(130429, "too_many", 5000),
  one(130497, "locked"),
  one(131000, "unreachable"),
  one(131009, "refused"),
  one(131016, "unreachable"),
  one(131026, "refused"),
  one(131031, "locked"),
  // Not among the people whom a test number may write to.
  one(131030, "refused"),
  // Nobody pays for the replies: somebody must look.
  one(131042, "locked"),
  one(131047, "window"),
  // Too much was reported as spam: somebody must look.
  one(131048, "locked"),
  one(131049, "refused"),
  one(131051, "refused"),
  one(131052, "refused"),
  one(131053, "refused"),
  one(131056, "too_many_to_contact"),
  // Faults of templates.
  { from: 132000, to: 132999, code: "refused" },
  one(133004, "unreachable"),
  // The number is not registered with the API.
  one(133010, "locked"),
  one(135000, "refused"),
];

/** What a failed call means for whoever delivers. */
export function sendErrorFrom({ http, code, words }: Fault): SendError {
  const { code: meaning, retryAfterMs } = rowOf(code) ?? { code: byStatus(http) };
  const number = code ?? http;
  return {
    code: meaning,
    detail: number === null ? words : `${number} ${words}`,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** What an error in a status means; `code` is Meta's own. Without a known code the message will simply not arrive. */
export const failureFrom = (code: number | null): { code: string; error: SendErrorCode } => ({
  code: code === null ? "unknown" : String(code),
  error: rowOf(code)?.code ?? "refused",
});

/** Why a part is not even tried. */
export const refusal = (detail: string): SendError => ({
  code: "refused",
  detail: shortened(detail),
});

const rowOf = (code: number | null): ErrorRow | undefined =>
  code === null ? undefined : errorTable.find(({ from, to }) => from <= code && code <= to);

function byStatus(http: number | null): SendErrorCode {
  if (http === null || http >= 500 || http < 400) return "unreachable";
  if (http === 429) return "too_many";
  return http === 401 || http === 403 ? "unauthorized" : "refused";
}
