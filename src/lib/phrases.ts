/** Finds which of many phrases a text holds, at a cost that goes by the text's length and not by how many phrases there are. */
export type Phrases<T> = {
  /** What stands for the phrases that `said` holds as whole words, each once, in the order given; `said` has single spaces. */
  heldIn(said: string): readonly T[];
  /** What stands for the phrase that `said` is, in the order given. */
  named(said: string): readonly T[];
};

/** Phrases, of words with single spaces between them, and what each stands for. Empty phrases are in no text. */
export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const order = new Map<T, number>();
  const byPhrase = new Map<string, T[]>();
  let longest = 0;
  for (const [phrase, value] of entries) {
    if (phrase === "") continue;
    if (!order.has(value)) order.set(value, order.size);
    const values = byPhrase.get(phrase);
    if (values) values.push(value);
    else byPhrase.set(phrase, [value]);
    longest = Math.max(longest, phrase.split(" ").length);
  }
  const sorted = (values: Iterable<T>): readonly T[] =>
    [...new Set(values)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return {
    heldIn(said) {
      const found: T[] = [];
      for (const run of runsOf(said.trim().split(" "), longest))
        found.push(...(byPhrase.get(run) ?? []));
      return sorted(found);
    },
    named: (said) => sorted(byPhrase.get(said) ?? []),
  };
}

/** Every run of at most so many words that stand next to each other. */
function* runsOf(words: readonly string[], longest: number): Iterable<string> {
  for (let first = 0; first < words.length; first++) {
    let run = "";
    for (const word of words.slice(first, first + longest)) {
      run = run === "" ? word : `${run} ${word}`;
      yield run;
    }
  }
}
