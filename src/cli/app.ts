import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { openBook } from "../book/open-book.ts";
import type { OfficeZone } from "../cases/office-hours.ts";
import type { Config } from "../config.ts";
import {
  type Conversation,
  makeConversation,
  type Outgoings,
} from "../conversation/conversation.ts";
import { type Finish, makeFinish } from "../conversation/finish.ts";
import { makePauses, type Pauses } from "../conversation/pause.ts";
import { makeChores } from "../conversation/perform/chores.ts";
import { makePerformers } from "../conversation/perform/performers.ts";
import type { Fetch } from "../conversation/ports/channel.ts";
import type { Contact } from "../conversation/ports/contact.ts";
import { type Linking, makeLinking, withoutLinks } from "../conversation/secure-links.ts";
import type { Book } from "../flow/book.ts";
import type { Log } from "../lib/log.ts";
import { type Problem, problemLine } from "../lib/problem.ts";
import { makeDrawing } from "../pictures/make-drawing.ts";
import { openStore, type Store } from "../store/open.ts";
import { fetchHere } from "./fetch-here.ts";
import { nowFrom } from "./io.ts";
import { reloadOnChange } from "./reload.ts";
import { makeDocument, makeReadWorkers } from "./sheets.ts";

/** The folder that holds flows/ and locales/. */
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** Everything that a running Payung consists of. */
export type App = {
  /** As it is now. */
  readonly book: Book;
  /** Has flows and texts taken over when their files change, until it is stopped. */
  followFiles(): { stop(): void };
  store: Store;
  /** `outgoings`: who is told of what is to be sent; nobody, where a command shows it itself. `pauses`: none where nobody types live. */
  conversation: (now: () => number, outgoings?: Outgoings, pauses?: Pauses) => Conversation;
  /** Makes of what is stored what channels send. */
  finish: Finish;
  /** Says how files are brought in that people send; none are, before. */
  fetchBy(fetch: (contact: Contact) => Fetch | null): void;
  log: Log;
  /** The clock by which times are shown to officers. */
  zone: OfficeZone;
  close(): Promise<void>;
};

/** The book could not be opened: a readable list of what is wrong with it. */
export class FaultyBook extends Error {
  constructor(problems: readonly Problem[]) {
    super(
      `Payung does not start: ${problems.length} fault(s) in flows, texts or rates.\n${problems.map(problemLine).join("\n")}`,
    );
    this.name = "FaultyBook";
  }
}

/** Opens book and store and puts them together; `root` holds flows/ and locales/. Throws FaultyBook or StoreError, both with sentences for people. */
export async function openApp(
  config: Config,
  dataDir: string,
  root: string = projectRoot,
): Promise<App> {
  const log = makeLog(config.logLevel);
  const { book: first, problems } = openBook(root, config);
  if (!first) throw new FaultyBook(problems);
  let book = first;
  const store = await openStore({
    dataDir,
    databaseUrl: config.databaseUrl,
    redisUrl: config.redisUrl,
    key: config.key,
    log: { warn: (fields, message) => log.warn(message, fields as Record<string, string>) },
  });
  const current = () => book;
  const drawing = makeDrawing();
  const { records, cases, files, workers } = store;
  let fetching: (contact: Contact) => Fetch | null = () => null;
  const fetch = (contact: Contact) =>
    contact.channel === "terminal" ? fetchHere : fetching(contact);
  const chores = makeChores(cases, fetch);
  const performers = makePerformers({
    ...{ records, cases, files, workers, fetch },
    readWorkers: makeReadWorkers(current),
    ...{ chores, book: current, log },
  });
  return {
    get book() {
      return book;
    },
    followFiles: () =>
      reloadOnChange({
        root,
        installation: config,
        take: (next) => {
          book = next;
        },
        log,
      }),
    store,
    log,
    zone: config.zone,
    finish: makeFinish({
      linking: linkingOf(config, store),
      draw: drawing.draw,
      document: (name) => makeDocument(book, name),
      files,
      log,
    }),
    conversation: (now, outgoings = nobody, pauses = makePauses(0, now)) =>
      makeConversation({
        book: current,
        line: store.line,
        jobs: store.jobs,
        performers,
        cases,
        gaps: store.gaps,
        outgoings,
        pauses,
        identityElsewhere: config.secureForm?.only ?? [],
        now: () => nowFrom(now()),
        clock: Date.now,
        log,
      }),
    fetchBy(fetch) {
      fetching = fetch;
    },
    async close() {
      await drawing.close();
      await store.close();
    },
  };
}

const linkingOf = ({ secureForm }: Config, { tickets }: Store): Linking =>
  secureForm ? makeLinking(secureForm, tickets, Date.now) : withoutLinks;

const nobody: Outgoings = { ready: () => false, committed: () => undefined };

/** Logs go to standard error, so that standard output holds the command's output alone. */
function makeLog(level: Config["logLevel"]): Log {
  const logger = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
  return {
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, fields) => logger.error(fields ?? {}, event),
  };
}
