import { refused, value } from "./answer-type.ts";
import { announcesQuestion, isNoAnswer, isScolding, tellsMishap } from "./no-answer.ts";
import { endsAsQuestion } from "./talk.ts";
import { answerType, visible } from "./tidy.ts";
import { contentWords, wordsOf } from "./words.ts";

/** Characters of a free text unless the question says otherwise. */
const mostCharacters = 500;

/** A question is no answer to another: "?" at its end, a question word in front, or "ditanggung ga". */
function isQuestion(typed: string): boolean {
  if (typed.length > longestQuestion) return false;
  if (/\?\s*$/.test(typed)) return true;
  const words = contentWords(wordsOf(typed));
  return words.length > 2 && (questionOpeners.has(words[0] ?? "") || endsAsQuestion(words));
}
const longestQuestion = 300;

/** Words of "I do not know"; beyond them a story is told: "ga tau siapa yg nabrak". */
const mostOfNoStory = 3;

const questionOpeners = new Set(
  "berapa bagaimana kenapa mengapa kapan apakah bolehkah bisakah gimana".split(" "),
);

/** A story of an accident or a death; a long text may tell of one and answer all the same. */
const isMishap = (typed: string): boolean => typed.length <= longestQuestion && tellsMishap(typed);

const saysNothing = (typed: string, story: boolean): boolean =>
  isScolding(typed) ||
  announcesQuestion(typed) ||
  (isNoAnswer(typed) && !(story && wordsOf(typed).length > mostOfNoStory));

/** A NIK or a telephone number belongs to another question, and would lie here unmasked. */
const longNumber = /(?:\d[\s.-]?){10,}/;

/** What a broken client sends in place of a text. */
const brokenClient = /^(?:undefined|null|nan)$/i;

/** A NIK, or that of a family card. */
const identityNumber = /(?:\d[\s.-]?){16,}/;

/** Free text as typed, without control characters and with single spaces; replies that answer nothing are refused, and digits where none may stand; `min` and `max` bound its characters. */
export const text = answerType({
  name: "text",
  strict: false,
  cel: "string",
  display: "text",
  longest: 4_000,
  clean: visible,
  parse(typed, { min = 1, max = mostCharacters, digits = true, numbers = false, story = false }) {
    const found = [...typed].length;
    if (!/[\p{L}\p{N}]/u.test(typed)) return refused("unclear");
    if (brokenClient.test(typed)) return refused("unclear");
    if (isQuestion(typed)) return refused("unclear", { question: 1 });
    if (saysNothing(typed, story)) return refused("unclear");
    if (!story && isMishap(typed)) return refused("unclear");
    if (!story && !numbers && longNumber.test(typed)) return refused("unclear");
    if (identityNumber.test(typed)) return refused("unclear");
    if (!digits && /\p{N}/u.test(typed)) return refused("unclear");
    if (found < min) return refused("too_short", { found, min });
    if (found > max) return refused("too_long", { found, max });
    return value(typed);
  },
});
