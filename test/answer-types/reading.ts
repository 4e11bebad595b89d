import type { AnswerType, ParseContext } from "../../src/answer-types/answer-type.ts";

/** The day on which the tests read answers. */
export const today = "2026-11-22";

/** What a type makes of a text, in one word: the value, `!reason` when refused, `?ask` when it asks back. */
export function reading(
  type: AnswerType,
  text: string,
  context: Partial<ParseContext> = {},
): unknown {
  const parsed = type.parse(text, { today, ...context });
  switch (parsed.kind) {
    case "value":
      return parsed.value;
    case "refused":
      return `!${parsed.reason}`;
    case "narrow":
      return `?${parsed.ask}`;
  }
}
