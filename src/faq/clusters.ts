import { wordsIn } from "./normalise.ts";

/** Something asked, and how much of it is shared decides what it is asked together with. */
export type Asked = { question: string };

/** Shares of their words from which two questions ask the same. */
const alike = 0.5;

/** Words that say nothing of what is asked. */
const idle: ReadonlySet<string> = new Set(
  "saya yang itu ini di ke dari dan atau dengan untuk apa apakah ya kak pak bu min mau tanya tolong halo jadi kalau bisa ada tidak sudah belum bagaimana berapa kapan dimana siapa kenapa mohon terima kasih".split(
    " ",
  ),
);

/** Puts questions of the same meaning together, as far as their words tell; the largest group first, in it the order they came in. */
export function clusters<One extends Asked>(all: readonly One[]): One[][] {
  const groups = new Map<string, { words: ReadonlySet<string>; members: One[] }>();
  for (const one of all) {
    const words = wordsOf(one.question);
    const key = [...words].sort().join(" ");
    const group = groups.get(key) ?? nearest([...groups.values()], words);
    if (group) group.members.push(one);
    else groups.set(key, { words, members: [one] });
  }
  return [...groups.values()]
    .map(({ members }) => members)
    .sort((one, other) => other.length - one.length);
}

/** Words that carry the question; all of them where none does. */
function wordsOf(question: string): ReadonlySet<string> {
  const words = wordsIn(question);
  const telling = words.filter((word) => !idle.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

function nearest<Group extends { words: ReadonlySet<string> }>(
  groups: readonly Group[],
  words: ReadonlySet<string>,
): Group | undefined {
  let best: { group: Group; share: number } | undefined;
  for (const group of groups) {
    const share = shared(group.words, words);
    if (share >= alike && share > (best?.share ?? 0)) best = { group, share };
  }
  return best?.group;
}

/** How many of the words of both stand in both (Jaccard). */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  return both === 0 ? 0 : both / (one.size + other.size - both);
}
