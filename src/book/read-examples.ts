import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Example } from "../faq/example.ts";
import { plainWords } from "../lib/plain-words.ts";
import type { Problem } from "../lib/problem.ts";

const ending = ".txt";

/**
 * Questions as people ask them, one a line: `<topic>.txt` of the folder, and `none/<kind>.txt` for what no topic answers.
 * Reported: an empty file, a question that two topics claim or one topic has twice.
 */
export function readExamples(
  root: string,
  folder = "locales/id/faq",
): { examples: Example[]; problems: Problem[] } {
  const examples: Example[] = [];
  const problems: Problem[] = [];
  const files = [...textsIn(root, folder), ...textsIn(root, folder, "none/")];
  const seen = new Map<string, { topic: string; place: string }>();
  for (const topic of files) {
    const file = `${folder}/${topic}${ending}`;
    const before = examples.length;
    const lines = readFileSync(join(root, file), "utf8").split(/\r?\n/);
    for (const [index, line] of lines.entries()) {
      const text = line.trim();
      if (text === "") continue;
      const twice = seen.get(sameFor(text));
      if (twice) problems.push(claimedTwice(file, index + 1, topic, twice));
      else seen.set(sameFor(text), { topic, place: `${file}:${index + 1}` });
      examples.push({ topic, text });
    }
    if (examples.length === before)
      problems.push({
        file,
        line: 1,
        message: "holds no question",
        remedy: "write what people ask, one question a line, or take the file away",
      });
  }
  return { examples, problems };
}

function textsIn(root: string, folder: string, inner = ""): string[] {
  const place = join(root, folder, inner);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => inner + name.slice(0, -ending.length));
}

/** Questions of the same words are one; those without any are compared as they are. */
const sameFor = (text: string): string => plainWords(text) || text;

const claimedTwice = (
  file: string,
  line: number,
  topic: string,
  first: { topic: string; place: string },
): Problem => ({
  file,
  line,
  message:
    first.topic === topic
      ? `the same question stands in ${first.place}`
      : `${first.topic} claims this question too (${first.place})`,
  remedy: first.topic === topic ? "take one away" : "leave it with the topic that answers it",
});
