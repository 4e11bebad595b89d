import { spellingsOf } from "../lib/colloquial.ts";
import { nearest, nearIndex } from "../lib/edit-distance.ts";
import {
  type CommandName,
  commandRules,
  courtesies,
  greetings,
  phrasesOf,
  politeness,
  unlike,
} from "./command-words.ts";
import { tidy } from "./tidy.ts";
import { contentWords, isAddress, isParticle, rawWordsOf, squeeze, wordsOf } from "./words.ts";

export type { CommandName };

/** What a person tells the bot itself; `greeting` when it was only a hello. */
export type Command = { command: CommandName; greeting?: true };

/** Commands are short; longer texts are passed over unread. */
const longest = 120;

/** The global command that a whole message is; null for a sentence that merely holds such a word. */
export function parseCommand(text: string): Command | null {
  if (text.length > 4 * longest) return null;
  const tidied = tidy(text);
  if (tidied === "" || tidied.length > longest) return null;
  const bySign = signs.get(tidied);
  if (bySign) return { command: bySign };
  if (!/[a-z]/i.test(tidied)) return null;
  if (isGreeting(tidied)) return { command: "MENU", greeting: true };
  const command = commandOf(tidied) ?? afterSigh(tidied);
  return command === null ? null : { command };
}

const signs: ReadonlyMap<string, CommandName> = new Map(
  Object.entries({
    "?": "REPEAT",
    "??": "REPEAT",
    "???": "REPEAT",
    "<": "BACK",
    "<<": "BACK",
    "←": "BACK",
    "⬅": "BACK",
    "🔙": "BACK",
    "🏠": "MENU",
    "❓": "HELP",
  }),
);

function commandOf(text: string): CommandName | null {
  const words = meaningful(text.replace(/^[/#!.]+/, "").replace(/terima ?kasih/gi, "makasih"));
  const heard = words.map(nearestCommandWord);
  return (
    byPhrase(heard) ??
    byPhraseWithout(politeness, heard) ??
    byPhraseWithout(courtesies, heard) ??
    byRule(heard)
  );
}

/** A short sigh before the rest: "ah ribet, ...", "pusing ah. ...". */
const sigh =
  /^(?:[a-z]+ ){0,3}(?:ribet|pusing|capek?|cape|males|malas|lama|muter\w*|bingung|susah|bosan|bosen|kesal|kesel)(?: [a-z]+){0,2}[,.!]+ ?(?=[a-z])/i;

/** Who is weary of forms and asks for a person: nothing else is heard after a sigh, for the sigh may be about it. */
function afterSigh(text: string): CommandName | null {
  const rest = text.replace(sigh, "");
  return rest !== text && commandOf(rest) === "OFFICER" ? "OFFICER" : null;
}

const meaningful = (text: string): string[] => contentWords(wordsOf(text));

const keyOf = (words: readonly string[]): string => squeeze(words.join(" "));
const phrases = phrasesOf((phrase) => keyOf(meaningful(phrase)));
const byPhrase = (words: readonly string[]): CommandName | null =>
  phrases.get(keyOf(words)) ?? null;

function byPhraseWithout(some: ReadonlySet<string>, words: readonly string[]): CommandName | null {
  const rest = without(some, words);
  return rest.length < words.length ? byPhrase(rest) : null;
}

const without = (some: ReadonlySet<string>, words: readonly string[]): readonly string[] =>
  words.filter((word) => !some.has(word));

/** A rule fits when each word is one it knows, and the words that make the command are among them. */
function byRule(words: readonly string[]): CommandName | null {
  const rest = without(politeness, words);
  if (rest.length === 0 || rest.length > 8) return null;
  for (const rule of commandRules) {
    if (rest.some((word) => !rule.needs.has(word) && !rule.allows.has(word))) continue;
    if (rest.some((word) => rule.needs.has(word)) && (rule.test?.(words, rest) ?? true))
      return rule.command;
  }
  return null;
}

const needed: ReadonlySet<string> = new Set(commandRules.flatMap((rule) => [...rule.needs]));
const known: ReadonlySet<string> = new Set([
  ...commandRules.flatMap((rule) => [...rule.needs, ...rule.allows]),
  ...politeness,
  ...unlike,
]);
const spellings = new Map(
  [...needed].map((word) => [word, word] as const).concat([...spellingsOf(needed)]),
);
const near = nearIndex([...spellings.keys()].filter((word) => word.length >= 6));

/** The word of a command that was meant by a slip of the thumb, else the word itself. */
function nearestCommandWord(word: string): string {
  if (word.length < 6 || known.has(word)) return word;
  const meant = new Set(nearest(word, near, 1).map((found) => spellings.get(found)));
  return meant.size === 1 ? ([...meant][0] ?? word) : word;
}

/** Whether a text only greets: "halo", "assalamualaikum wr wb", "selamat pagi min", "p". */
function isGreeting(text: string): boolean {
  const words = rawWordsOf(text).map(squeeze);
  if (words.length > 8) return false;
  const greets = words.some((word) => greetings.words.has(word));
  return greets
    ? words.every(
        (word) =>
          greetings.words.has(word) ||
          greetings.beside.has(word) ||
          isAddress(word) ||
          isParticle(word),
      )
    : words.length > 0 &&
        words.length < 3 &&
        words.every((word) => isAddress(word)) &&
        !/^\W*p\W*$/.test(text);
}
