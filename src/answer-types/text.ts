import { refused, value } from "./answer-type.ts";
import { answerType, visible } from "./tidy.ts";

/** Characters of a free text unless the question says otherwise. */
const mostCharacters = 500;

/** Free text as typed, without control characters and with single spaces; `min` and `max` bound its characters. */
export const text = answerType({
  name: "text",
  strict: false,
  cel: "string",
  display: "text",
  longest: 4_000,
  clean: visible,
  parse(typed, { min = 1, max = mostCharacters }) {
    const found = [...typed].length;
    if (!/[\p{L}\p{N}]/u.test(typed)) return refused("unclear");
    if (found < min) return refused("too_short", { found, min });
    if (found > max) return refused("too_long", { found, max });
    return value(typed);
  },
});
