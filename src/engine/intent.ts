import type { Work } from "./work.ts";

/**
 * The flow that a text asks for. In a form only a text that is the request as a whole counts; outside, also one that
 * holds the request for a form (not that for a mere text) as whole words. The longest request wins.
 */
export function findIntent(work: Work, text: string, within: boolean): string | undefined {
  const said = plain(text);
  let best: { flow: string; length: number } | undefined;
  for (const flow of work.book.flows.values())
    for (const intent of flow.intents) {
      const wanted = plain(intent);
      const part = within && flow.draft;
      const hit = said === wanted || (part && ` ${said} `.includes(` ${wanted} `));
      if (hit && wanted.length > (best?.length ?? 0))
        best = { flow: flow.name, length: wanted.length };
    }
  return best?.flow;
}

/** Lower case, letters and digits only, single spaces. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
