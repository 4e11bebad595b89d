import { refused, value } from "./answer-type.ts";
import { answerType } from "./tidy.ts";

/** Digits of a number that Payung gives: ten and one to check them. */
const length = 11;

/** `PYG-48217-09365-8` as people type it: without the letters, with spaces or none. Whether there is such a number is not said. */
export const registrationNumber = answerType({
  name: "registration-number",
  strict: true,
  cel: "string",
  display: "text",
  longest: 60,
  parse(text) {
    const found = /^(?:no(?:mor)?\W*)?(?:pyg)?((?:[\s\p{Pd}.:]*\d)+)[\s.]*$/iu.exec(text.trim());
    const digits = found?.[1]?.replace(/\D/g, "") ?? "";
    if (digits === "") return refused("unclear");
    const detail = { found: digits.length, expected: length };
    if (digits.length < length) return refused("too_short", detail);
    if (digits.length > length) return refused("too_long", detail);
    return value(`PYG-${digits.slice(0, 5)}-${digits.slice(5, 10)}-${digits.slice(10)}`);
  },
});
