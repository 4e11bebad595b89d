import { type AnswerType, type ParseContext, type Parsed, refused } from "./answer-type.ts";

/** Control and format characters, halves of surrogate pairs and private ones; joiners hold emoji together and stay. */
const unseen = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u115F\u1160\u3164\uFFFC\uFFFD]/gu;

/** What changes the look of the character before it. */
const modifiers = /\p{Variation_Selector}|\p{Emoji_Modifier}|\p{Join_Control}|\u20E3/gu;

/** A text as people see it: no invisible characters, one space between words, composed letters. */
export const visible = (text: string): string =>
  plainAscii.test(text)
    ? text
    : text.normalize("NFC").replace(/\s+/gu, " ").replace(unseen, "").trim();

/** A copy to read from: `visible`, and wide, raised or fancy characters as plain ones; never stored as typed text. */
export const tidy = (text: string): string => (plainAscii.test(text) ? text : tidied(text));

/** Most of what people type needs no tidying: ASCII without backticks, single spaces. */
const plainAscii = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

const tidied = (text: string): string =>
  visible(text)
    .replace(/[¼½¾]/g, " $& ")
    .normalize("NFKC")
    .replace(modifiers, "")
    .replace(/\u2044/g, "/")
    .replace(/[\u2018\u2019\u201B\u02BC\u0060\u00B4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/gu, " ")
    .trim();

/** Raw characters beyond which a text is not even tidied. */
const longestRaw = 8_000;

/** An answer type whose parser gets tidied text of 1 to `longest` characters. */
export function answerType(
  type: AnswerType & { longest: number; clean?: (text: string) => string },
): AnswerType {
  const { longest, clean = tidy, parse, ...rest } = type;
  return {
    ...rest,
    parse(text: string, context: ParseContext): Parsed {
      if (text.length > longestRaw) return refused("too_long", { max: longest });
      const cleaned = clean(text);
      if (cleaned === "") return refused("empty");
      if (cleaned.length > longest) return refused("too_long", { max: longest });
      return parse(cleaned, context);
    },
  };
}
