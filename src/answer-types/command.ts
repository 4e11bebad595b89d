import {
  type CommandName,
  commandRules,
  greetings,
  phrasesOf,
  politeness,
} from "./command-words.ts";
import { editDistance } from "./edit-distance.ts";
import { tidy } from "./tidy.ts";
import { isAddress, isParticle, rawWordsOf, squeeze, wordsOf } from "./words.ts";

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
  const bySign = signs[tidied];
  if (bySign) return { command: bySign };
  if (isGreeting(tidied)) return { command: "MENU", greeting: true };
  const command = commandOf(tidied);
  return command === null ? null : { command };
}

const signs: Readonly<Record<string, CommandName>> = {
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
};

function commandOf(text: string): CommandName | null {
  const words = wordsOf(text.replace(/^[/#!.]+/, "")).filter(
    (word) => !isAddress(word) && !isParticle(word),
  );
  const heard = words.map(nearestCommandWord);
  return byPhrase(heard.join(" ")) ?? byPhrase(withoutPoliteness(heard).join(" ")) ?? byRule(heard);
}

const phrases = phrasesOf((words) => words.split(" ").map(squeeze).join(" "));
const byPhrase = (text: string): CommandName | null =>
  phrases.get(text.split(" ").map(squeeze).join(" ")) ?? null;

const withoutPoliteness = (words: readonly string[]): string[] =>
  words.filter((word) => !politeness.has(word));

/** A rule fits when each word is one it knows, and the words that make the command are among them. */
function byRule(words: readonly string[]): CommandName | null {
  const rest = withoutPoliteness(words);
  if (rest.length === 0 || rest.length > 8) return null;
  for (const rule of commandRules) {
    if (rest.some((word) => !rule.needs.has(word) && !rule.allows.has(word))) continue;
    if (rest.some((word) => rule.needs.has(word)) && (rule.test?.(words, rest) ?? true))
      return rule.command;
  }
  return null;
}

const longWords = [...new Set(commandRules.flatMap((rule) => [...rule.needs]))].filter(
  (word) => word.length >= 6,
);
const knownWords = new Set([
  ...commandRules.flatMap((rule) => [...rule.needs, ...rule.allows]),
  ...politeness,
]);

/** A word of the commands that was meant by a slip of the thumb, else the word itself. */
function nearestCommandWord(word: string): string {
  if (word.length < 6 || knownWords.has(word)) return word;
  return longWords.find((known) => editDistance(word, known, 1) === 1) ?? word;
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
