import { nikParts } from "../rules/nik.ts";

/** A stretch of a text: from its first character to the one after its last. */
export type Span = readonly [from: number, to: number];

/** Numbers of issuers by their first digits, and how long their cards' numbers are (ISO/IEC 7812; ranges as the networks publish them). */
const issuers: readonly { first: RegExp; lengths: readonly number[] }[] = [
  { first: /^4/, lengths: [13, 16, 19] },
  { first: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { first: /^3[47]/, lengths: [15] },
  { first: /^(?:30[0-5]|3[689])/, lengths: [14] },
  { first: /^35(?:2[89]|[3-8])/, lengths: [16, 19] },
  { first: /^62/, lengths: [16, 19] },
  { first: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { first: /^(?:50|5[6-9]|6)/, lengths: [16, 19] },
];

/** What a number is called by who writes it, when it is that of a card of a bank. */
const ofCard =
  /kartu\s+(?:kredit|debit|debet|atm|bank)|(?:credit|debit)\s+card|\b(?:visa|master\s?card|jcb|amex|cvv|cvc|atm)\b/iu;
/** Other long numbers that people are asked for. */
const ofOther =
  /(?:\b(?:nik|niknya|ktp|e-?ktp|kk|nib|npwp|kpj|npp|va|briva|rek|rekening|hp|wa|telp|telepon|imei|resi|token|meter|pelanggan|idpel|pln)|keluarga|penduduk|virtual account|kode (?:iuran|bayar|billing)|induk kependudukan|pendaftaran)\b/giu;

/** Digits with at most one sign between two of them. */
const run = /\d(?:[\s.\p{Pd}\p{Cf}]{0,2}\d){12,30}/gu;
/** How numbers of cards are spaced. */
const spacing =
  /^(?:\d{12,19}|\d{4}(?: \d{4}){2} \d{1,4}|\d{4}(?: \d{4}){3} \d{1,3}|\d{4} \d{6} \d{4,5})$/;

/**
 * Where the numbers of bank cards stand in a text: 13 to 19 digits of a known issuer whose check digit is right. A NIK or a KK number
 * (region and date are sound), and what is called by another name right before, is none unless the text speaks of a card. `today`:
 * ISO date, for the year of a birth.
 */
export function cardNumbersIn(text: string, today: string): Span[] {
  const named = ofCard.test(text);
  const found: Span[] = [];
  for (const match of text.matchAll(run)) {
    const groups = [...match[0].matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
      digits,
      from: match.index + index,
    }));
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (!named && isOther(before)) continue;
    found.push(...inGroups(groups, { named, today }));
  }
  return found;
}

type Group = { digits: string; from: number };

/** The longest stretches of groups that make the number of a card; of several numbers in a row each begins a group. */
function inGroups(groups: readonly Group[], how: { named: boolean; today: string }): Span[] {
  for (let first = 0; first < groups.length; first++) {
    if (first > 0 && (groups[first - 1]?.digits.length ?? 0) > 2) break;
    for (let last = groups.length - 1; last >= first; last--) {
      const some = groups.slice(first, last + 1);
      const end = some.at(-1);
      const start = some[0];
      if (
        !start ||
        !end ||
        !isCard(
          some.map(({ digits }) => digits),
          how,
        )
      )
        continue;
      return [[start.from, end.from + end.digits.length], ...inGroups(groups.slice(last + 1), how)];
    }
  }
  return [];
}

function isCard(
  groups: readonly string[],
  { named, today }: { named: boolean; today: string },
): boolean {
  const digits = groups.join("");
  if (!named && !spacing.test(groups.join(" "))) return false;
  const issuer = issuers.some(
    ({ first, lengths }) => first.test(digits) && lengths.includes(digits.length),
  );
  if (!issuer || !passesLuhn(digits) || /^(\d)\1+$/.test(digits)) return false;
  return named || !mayBeOther(digits, today);
}

/** A NIK, a KK number or one of these with a digit lost; a business number (NIB); a tax number, whose ninth digit checks it. */
function mayBeOther(digits: string, today: string): boolean {
  switch (digits.length) {
    case 16:
      return isNik(digits, today);
    case 15:
      return passesLuhn(digits.slice(0, 9)) || lacksDigitOfNik(digits, today);
    default:
      return digits.length < 15;
  }
}

const isNik = (digits: string, today: string): boolean => !("problem" in nikParts(digits, today));

function lacksDigitOfNik(digits: string, today: string): boolean {
  for (let place = 0; place <= digits.length; place++)
    for (let digit = 0; digit < 10; digit++)
      if (isNik(digits.slice(0, place) + digit + digits.slice(place), today)) return true;
  return false;
}

/** Whether the name that stands nearest before a number is that of another kind of number. */
const isOther = (before: string): boolean => {
  const last = [...before.matchAll(ofOther)].at(-1);
  return last !== undefined && !/\d/.test(before.slice(last.index));
};

/** Whether the last digit checks the others (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const counted = place % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
