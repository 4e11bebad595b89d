import { cardNumbersIn, type Span } from "./card-number.ts";
import { secretCodesIn } from "./secret-codes.ts";

/** What was taken out of a text: a code (OTP, PIN, password, CVV), the number of a bank card, or a NIK where it may not be typed. */
export type Secret = "code" | "card" | "identity";

/** Stands where a secret was. */
export const removedMark = "[dihapus]";

/**
 * The text without what nobody may be told: codes that are called so, and numbers of bank cards. `secret`: what was in it, a card
 * before a code; null if nothing was, and the text is then as it came. `today`: ISO date.
 */
export function withoutSecrets(
  text: string,
  today: string,
): { text: string; secret: Secret | null } {
  if (!/\d|sandi|pas|pw|otp|pin|cv[vc]/iu.test(text)) return { text, secret: null };
  const cards = cardNumbersIn(text, today);
  const codes = secretCodesIn(text);
  if (cards.length + codes.length === 0) return { text, secret: null };
  const spans = [...cards, ...codes].sort((one, other) => one[0] - other[0]);
  return { text: cut(text, spans), secret: cards.length > 0 ? "card" : "code" };
}

/** The text without numbers of 16 digits, as NIK and KK numbers are; null where there is none. */
export function withoutIdentity(text: string): string | null {
  const rest = text.replace(sixteenDigits, removedMark);
  return rest === text ? null : rest;
}
const sixteenDigits = /(?<![\d+])\d(?:[\s.-]?\d){15}(?!\d)/g;

function cut(text: string, spans: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const [from, to] of spans) {
    if (from >= at) result += text.slice(at, from) + removedMark;
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}
