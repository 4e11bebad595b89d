import { nowFrom } from "../../src/cli/io.ts";
import { makeReadWorkers } from "../../src/cli/sheets.ts";
import { makeConversation } from "../../src/conversation/conversation.ts";
import { makePauses } from "../../src/conversation/pause.ts";
import { makeChores } from "../../src/conversation/perform/chores.ts";
import { makePerformers } from "../../src/conversation/perform/performers.ts";
import type { Fetch } from "../../src/conversation/ports/channel.ts";
import type { ReadWorkers } from "../../src/conversation/ports/sheets.ts";
import type { WorkerLists } from "../../src/conversation/ports/worker-lists.ts";
import type { Book } from "../../src/flow/book.ts";
import type { Store } from "../../src/store/open.ts";

const at = Date.parse("2026-11-23T10:00:00+07:00");
const silent = { info() {}, warn() {}, error() {} };

type Change = { workers?: WorkerLists; read?: ReadWorkers };

/** The real conversation on a store; files come from where the test says, if anywhere. */
export function listTalk(
  store: Store,
  book: Book,
  fetch: Fetch | null,
  { workers = store.workers, read = makeReadWorkers(() => book) }: Change = {},
) {
  const { records, cases, files, line, jobs, gaps } = store;
  let ahead = 0;
  const conversation = makeConversation({
    ...{ line, jobs, cases, gaps, log: silent, identityElsewhere: [] },
    book: () => book,
    performers: makePerformers({
      ...{ records, cases, files, workers, readWorkers: read, fetch: () => fetch },
      ...{ chores: makeChores(cases, () => fetch), book: () => book, log: silent },
    }),
    pauses: makePauses(0, Date.now),
    outgoings: { ready: () => false, committed: () => undefined },
    now: () => nowFrom(at),
    clock: () => Date.now() + ahead,
  });
  return {
    conversation,
    later: () => {
      ahead += 3_600_000;
    },
  };
}
