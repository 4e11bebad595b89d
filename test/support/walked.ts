import fc from "fast-check";
import type { Book } from "../../src/flow/book.ts";
import { diceOf } from "./dice.ts";
import { type Move, walksOf } from "./random-person.ts";
import { bookForTests } from "./talk.ts";
import { Walk } from "./walk.ts";
import { Checks } from "./walk-checks.ts";

const own = bookForTests();
const walks = 200;
const turns = 60;
/** The same people in every run. */
const seed = 20261122;

/** Flows in which something is asked, and those that only tell or do something. */
export const askingFlows = namesOf(true);
export const tellingFlows = namesOf(false);

function namesOf(asking: boolean): string[] {
  return [...own.flows.values()]
    .filter(({ steps }) => steps.some(({ kind }) => kind === "ask") === asking)
    .map(({ name }) => name);
}

/** Sends people, two hundred if nothing else is said, through a flow of the book, sixty turns each; what went wrong first, or nothing. */
export function walkedThrough(flow: string, book = own, people = walks): string {
  const property = fc.property(fc.nat(), walksOf(turns), (start, moves) => {
    const { problem } = walked(book, flow, start, moves);
    if (problem) throw problem;
  });
  const run = fc.check(property, { seed, numRuns: people, verbose: 1 });
  return run.failed ? told(book, flow, run) : "";
}

/** A walk to its end or to the first problem. */
function walked(book: Book, flow: string, start: number, moves: readonly Move[]) {
  const walk = new Walk(book, flow, new Checks(), diceOf(start));
  try {
    walk.send("opens", [{ choice: `go.${flow}` }], diceOf(0));
    for (const move of moves) walk.move(move);
    return { script: walk.script };
  } catch (problem) {
    return { script: walk.script, problem: problem as Error };
  }
}

/** What went wrong, how to see it again, and what was typed and said: at its shortest, and what was typed as it was found. */
function told(book: Book, flow: string, run: fc.RunDetails<[number, Move[]]>): string {
  const shrunk = run.counterexample;
  const found = run.failures[0] ?? shrunk;
  if (!shrunk || !found) return "no walk was kept";
  const { script, problem } = walked(book, flow, ...shrunk);
  const moves = shrunk[1].filter(({ does }) => does !== "rests");
  const typed = walked(book, flow, ...found).script.filter((line) => /^[>@<]/.test(line));
  return [
    problem?.stack ?? "gone when walked again",
    `flow ${flow}, seed ${run.seed}, start ${shrunk[0]}, moves ${JSON.stringify(moves)}`,
    ...script,
    "As it was found:",
    ...typed,
  ].join("\n");
}
