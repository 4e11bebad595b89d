import type { Problem } from "../../lib/problem.ts";
import type { Book } from "../book.ts";
import { problemsInChoices } from "./problems-in-choices.ts";
import { problemsInCommands } from "./problems-in-commands.ts";
import { problemsInPaths } from "./problems-in-paths.ts";
import { problemsInProgramTexts } from "./problems-in-program-texts.ts";
import { problemsInReads } from "./problems-in-reads.ts";
import { walk } from "./walk.ts";
import { withItems } from "./with-items.ts";

/** What is proven wrong with how the flows run. Whatever cannot be decided is not claimed. */
export const problemsInFlows = (book: Book): Problem[] => [
  ...problemsInCommands(book),
  ...problemsInProgramTexts(book),
  ...[...book.flows.values()].flatMap((one) => {
    const { book: among, flow, worded } = withItems(book, one);
    const visits = walk(among, flow);
    return [
      ...problemsInPaths(among, flow, visits),
      ...problemsInReads(among, flow, visits),
      ...problemsInChoices(among, flow, visits),
    ].map(worded);
  }),
];
