import { respond } from "../../src/engine/respond.ts";
import type { Session } from "../../src/engine/session.ts";
import type { Book } from "../../src/flow/book.ts";
import { scriptOf } from "./form.ts";
import { bookOf, requestFor } from "./growth-book.ts";
import { type Cost, costOf, type Taking, taking } from "./growth-cost.ts";

/** Flows in the book. */
export const flowCounts = [10, 1000] as const;
/** The turns of one contact that are looked at. */
export const turns = [5, 50, 500] as const;

const now = { at: 1_795_000_000_000, today: "2026-11-22" };

/**
 * What a contact writes again and again: the twelve messages of the form and three beside it. Fifteen, so that the turns that are
 * looked at are about the same message.
 */
const cycle = (user: number): readonly string[] => [
  ...scriptOf(user).says,
  `halo kak mau minta ${requestFor(user % 8)} dong`,
  "iuran telat sebulan gimana ya",
  "batal",
];

type Kind = { name: string; texts: (user: number) => readonly string[] };

/** Kinds of messages that are looked for in flows: within the form, and where somebody is in none. */
const kinds: readonly Kind[] = [
  { name: "the form's twelve messages", texts: (user) => scriptOf(user).says },
  {
    name: "a sentence that asks for a flow",
    texts: (user) => [`kak mau minta ${requestFor(user % 8)} dong`],
  },
  { name: "a text that asks for nothing", texts: () => ["lagi hujan di sini kak"] },
];

/** One contact's turns; `session` goes through JSON as between two turns in earnest. */
function turnOn(book: Book, session: Session | null, text: string, at: number): Session {
  const seed = `turn${String(at).padStart(12, "0").replace(/\d/g, asLetter)}`;
  return respond(book, session, { seed, messages: [{ text }] }, now).session;
}

const asLetter = (digit: string): string => "abcdefghij"[Number(digit)] ?? "";

export type FlowsRow = { kind: string; costs: Map<number, Cost> };

/** The cost of a turn by kind of message and number of flows; the books take turns, so that a noisy minute touches both. */
export function costByFlows(rounds: number, users: number): FlowsRow[] {
  const books = flowCounts.map((count) => ({ count, book: bookOf(count) }));
  return kinds.map(({ name, texts }) => {
    const all = books.map((one) => ({ ...one, taken: taking() }));
    for (let round = 0; round <= rounds; round++)
      for (const { book, taken } of all)
        for (let user = 0; user < users; user++)
          // the first round warms up
          converse(book, texts(user), round === 0 ? taking() : taken);
    return { kind: name, costs: new Map(all.map(({ count, taken }) => [count, costOf(taken)])) };
  });
}

/** A stranger's messages, one after the other. */
function converse(book: Book, texts: readonly string[], into: Taking): void {
  let session: Session | null = null;
  into.begin();
  for (const [at, text] of texts.entries()) {
    const before = performance.now();
    session = turnOn(book, session, text, at);
    into.took(performance.now() - before);
  }
  into.end();
}

export type LengthRow = { turn: number; cost: Cost; bytes: number };

/** The cost of the fifteen turns around the fifth, the fiftieth and the five-hundredth of a contact, over many contacts. */
export function costByLength(users: number): LengthRow[] {
  const book = bookOf(flowCounts[0]);
  const windows = (): Window[] =>
    turns.map((turn) => ({ ...{ turn, ...windowOf(turn) }, taken: taking(), bytes: [] }));
  const measured = windows();
  const warmUp = windows();
  for (let user = 0; user < users / 4; user++) talk(book, user, warmUp);
  for (let user = 0; user < users; user++) talk(book, user, measured);
  return measured.map(({ turn, taken, bytes }) => ({
    ...{ turn, cost: costOf(taken) },
    bytes: bytes.reduce((sum, one) => sum + one, 0) / bytes.length,
  }));
}

type Window = { turn: number; first: number; last: number; taken: Taking; bytes: number[] };

/** One contact's whole conversation, measured where there is a window. */
function talk(book: Book, user: number, windows: readonly Window[]): void {
  const texts = cycle(user);
  let session: Session | null = null;
  for (let turn = 1; turn <= (windows.at(-1)?.last ?? 0); turn++) {
    const here = windows.find(({ first, last }) => first <= turn && turn <= last);
    if (turn === here?.first) here.taken.begin();
    const before = performance.now();
    session = turnOn(book, session, texts[(turn - 1) % texts.length] ?? "", turn);
    here?.taken.took(performance.now() - before);
    if (turn === here?.last) here.taken.end();
    if (turn === here?.turn) here.bytes.push(JSON.stringify(session).length);
  }
  if (session?.closed.at(-1)?.end !== "selesai") throw new Error("a form did not end");
}

/** First and last turn of the round of fifteen in which a turn lies. */
function windowOf(turn: number): { first: number; last: number } {
  const length = cycle(0).length;
  const first = Math.floor((turn - 1) / length) * length + 1;
  return { first, last: first + length - 1 };
}
