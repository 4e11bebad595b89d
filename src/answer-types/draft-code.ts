import { refused, value } from "./answer-type.ts";
import { answerType } from "./tidy.ts";

/** Signs of a code that Payung gives. */
const length = 8;

/** `X7K2-M9PQ` as people type it: small letters, "kode" before it, with spaces or none. Whether it counts is not said. */
export const draftCode = answerType({
  name: "draft-code",
  strict: true,
  cel: "string",
  display: "text",
  longest: 60,
  parse(text) {
    const typed = text.trim().replace(/^(?:kode|kodenya|code)\b[\s:=]*/iu, "");
    const signs = typed.replace(/[\s\p{Pd}.]/gu, "").toUpperCase();
    if (!/^[A-Z0-9]+$/.test(signs) || !/\d/.test(signs)) return refused("unclear");
    const detail = { found: signs.length, expected: length };
    if (signs.length < length) return refused("too_short", detail);
    if (signs.length > length) return refused("too_long", detail);
    return value(`${signs.slice(0, 4)}-${signs.slice(4)}`);
  },
});
