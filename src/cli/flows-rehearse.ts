import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breath } from "node:timers/promises";
import { openBook } from "../book/open-book.ts";
import type { Line } from "../conversation/ports/line.ts";
import type { Now } from "../engine/event.ts";
import { rehearse } from "../engine/rehearse.ts";
import type { Session } from "../engine/session.ts";
import type { Book } from "../flow/book.ts";
import { problemLine } from "../lib/problem.ts";
import type { App } from "./app.ts";
import { type BookRoot, bookRootOf } from "./book-root.ts";
import { type Io, nowFrom } from "./io.ts";
import { NoData } from "./no-data.ts";
import { command, type GlobalOptions } from "./options.ts";
import { count, type Tallies, tallyLine, together } from "./rehearsal.ts";
import { play } from "./transcripts/play.ts";
import { transcriptsIn } from "./transcripts/suite.ts";
import { openTrial } from "./transcripts/trial.ts";

/** Sessions that are read at once. */
const page = 200;

type Options = GlobalOptions & { transcripts: boolean };

/** One book in the place of another. */
type Change = { before: Book; after: Book };

/**
 * `flows rehearse OLD NEW`: what a change of flows does to the forms that people are filling in, and to those of the transcripts of
 * OLD after each of their messages. Tells counts and names of steps; nothing is changed. 1 when an answer would be lost.
 */
export async function flowsRehearse(
  args: readonly string[],
  io: Io,
  openStored: () => Promise<App>,
): Promise<number> {
  const parser = command("flows rehearse", "what changed flows do to half-filled forms", io)
    .argument("<old>", "a folder that holds flows/ and locales/, or a git revision")
    .argument("<new>", "the same, as it is to be")
    .option("--no-transcripts", "only the stored sessions");
  parser.parse(args, { from: "user" });
  const options = parser.opts<Options>();
  const names = parser.processedArgs.map(String);
  const roots = names.map((name) => bookRootOf(name, io.folder ?? process.cwd()));
  try {
    const [old, fresh] = roots;
    if (old && fresh) return await rehearsed(old, fresh, io, { options, openStored });
    io.err(
      `${names[roots.indexOf(null)]} is neither a folder that holds flows/ nor a git revision.`,
    );
    return 2;
  } finally {
    for (const root of roots) root?.remove();
  }
}

async function rehearsed(
  old: BookRoot,
  fresh: BookRoot,
  io: Io,
  { options, openStored }: { options: Options; openStored: () => Promise<App> },
): Promise<number> {
  const change = changeBetween(old, fresh, io);
  if (!change) return 1;
  const parts: [string, Tallies][] = [];
  const stored = await storedForms(change, nowFrom(io.now.at()), openStored);
  if (stored) parts.push(["stored sessions", stored]);
  else io.err("There is no data folder, so no stored sessions.");
  if (options.transcripts) parts.push(["transcripts", await transcriptForms(change, old.path)]);
  if (options.json) io.out(JSON.stringify(Object.fromEntries(parts.map(asJson))));
  else for (const line of parts.flatMap(report)) io.out(line);
  return parts.some(([, tallies]) => together(tallies).lost > 0) ? 1 : 0;
}

/** Both books; null, with what is wrong said, where one is faulty. */
function changeBetween(old: BookRoot, fresh: BookRoot, io: Io): Change | null {
  const [before, after] = [old, fresh].map((root, at) => {
    const { book, problems } = openBook(root.path, { operator: null, office: null });
    for (const problem of problems) io.err(`${at === 0 ? "OLD" : "NEW"} ${problemLine(problem)}`);
    return book;
  });
  return before && after ? { before, after } : null;
}

/** Every open form of the data folder or the configured stores; null where there is none of them. */
async function storedForms(
  change: Change,
  now: Now,
  openStored: () => Promise<App>,
): Promise<Tallies | null> {
  let app: App;
  try {
    app = await openStored();
  } catch (error) {
    if (error instanceof NoData) return null;
    throw error;
  }
  try {
    return await formsOnLine(change, now, app.store.line);
  } finally {
    await app.close();
  }
}

async function formsOnLine(change: Change, now: Now, line: Line): Promise<Tallies> {
  const tallies: Tallies = new Map();
  const seen = new Set<string>();
  let from: string | null = null;
  do {
    const { sessions, next } = await line.sessions(from, page);
    for (const { id, session } of sessions) {
      if (seen.has(id)) continue;
      seen.add(id);
      rehearseAll(tallies, change, session as Session, now);
    }
    from = next;
    await breath(); // a running bot answers people in between
  } while (from !== null);
  return tallies;
}

/** The forms of invented people, as they stand after each message of the transcripts of OLD. */
async function transcriptForms(change: Change, root: string): Promise<Tallies> {
  const tallies: Tallies = new Map();
  const app = await openTrial(root);
  const { line } = app.store;
  try {
    for (const file of transcriptsIn(root))
      await play(app, file, readFileSync(join(root, file), "utf8"), async (contact, at) => {
        const session = (await line.peek(contact)) as Session | null;
        if (session) rehearseAll(tallies, change, session, nowFrom(at));
      });
  } finally {
    await app.close();
  }
  return tallies;
}

function rehearseAll(
  tallies: Tallies,
  { before, after }: Change,
  session: Session,
  now: Now,
): void {
  for (const one of rehearse(before, after, session, now)) count(tallies, one);
}

const asJson = ([name, tallies]: [string, Tallies]) => [
  name === "transcripts" ? "transcripts" : "stored",
  { ...together(tallies), flows: Object.fromEntries(tallies) },
];

function report([name, tallies]: [string, Tallies]): string[] {
  const flows = [...tallies].sort(([one], [other]) => one.localeCompare(other));
  return [
    `${name}: ${tallyLine(together(tallies))}`,
    ...flows.map(([flow, tally]) => `  ${flow}: ${tallyLine(tally)}`),
  ];
}
