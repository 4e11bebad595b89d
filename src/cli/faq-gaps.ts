import type { KeptGap } from "../conversation/ports/gaps.ts";
import { clusters } from "../faq/clusters.ts";
import type { App } from "./app.ts";
import type { Io } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";

/** Topics of a group that are shown. */
const topicsShown = 3;

/** Questions that ask the same: how often and why they are kept, the newest day, one of them, and what was offered or answered. */
type Group = {
  count: number;
  why: Partial<Record<KeptGap["why"], number>>;
  newest: string;
  example: string;
  topics: string[];
};

/** `faq gaps`: questions that did not get the right answer, those that ask the same together, the most frequent first. */
export async function faqGaps(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("faq gaps", "questions that did not get the right answer", io);
  parser.parse(args, { from: "user" });
  const groups = clusters(await app.store.gaps.list()).map(groupOf);
  if (parser.opts<GlobalOptions>().json) io.out(JSON.stringify(groups));
  else if (groups.length === 0) io.out("No question went unanswered.");
  else for (const group of groups) io.out(lineOf(group));
  return 0;
}

function groupOf(gaps: readonly KeptGap[]): Group {
  const newest = gaps.at(-1);
  return {
    count: gaps.length,
    why: Object.fromEntries(counted(gaps.map(({ why }) => why))),
    newest:
      gaps
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? "",
    example: newest?.question ?? "",
    topics: counted(gaps.flatMap(({ topics }) => topics))
      .slice(0, topicsShown)
      .map(([topic]) => topic),
  };
}

/** Each once with how often, the most frequent first. */
function counted(all: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]);
}

function lineOf({ count, why, newest, example, topics }: Group): string {
  const reasons = Object.entries(why).map(([one, times]) => `${one} ${times}`);
  const offered = topics.length > 0 ? `  (${topics.join(", ")})` : "";
  return `${String(count).padStart(4)}  ${newest}  ${reasons.join(", ")}: ${example}${offered}`;
}
