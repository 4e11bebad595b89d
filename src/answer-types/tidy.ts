import { type AnswerType, type ParseContext, type Parsed, refused } from "./answer-type.ts";

/** Control characters, direction marks and other invisible ones, and halves of surrogate pairs. */
const unseen =
  /[\p{Cc}\p{Cs}\p{Co}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFF9-\uFFFD]/gu;

/** A text as people see it: no invisible characters, one space between words, composed letters. */
export const visible = (text: string): string =>
  text.normalize("NFC").replace(/\s+/gu, " ").replace(unseen, "").trim();

/** A copy to read from: `visible`, and wide, raised or fancy characters as plain ones; never stored as typed text. */
export const tidy = (text: string): string =>
  visible(text)
    .replace(/[¼½¾]/g, " $& ")
    .normalize("NFKC")
    .replace(/[\u200C\u200D\uFE00-\uFE0F\u20E3]|\p{Emoji_Modifier}/gu, "")
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
