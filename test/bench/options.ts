import { parseArgs } from "node:util";
import { OWN, PEERS } from "./open-peer.ts";

export type BenchOptions = {
  rounds: number;
  users: number;
  concurrency: readonly number[];
  peers: readonly string[];
  safetyUsers: number;
  /** Seconds of each open loop; 0 leaves them out. */
  openSeconds: number;
  /** Whether the time of a start is taken. */
  start: boolean;
  /** Labelled questions that are asked of the understanding; undefined leaves them out. */
  questions: string | undefined;
  /** Stored sessions to grow to; 0 leaves the section on growth out. */
  sessions: number;
  /** Nothing but that section. */
  onlyGrowth: boolean;
  json: string | undefined;
};

export const USAGE = `npm run bench -- [--rounds 3] [--users 1000] [--concurrency 1,32] [--peers all|none|${[...PEERS, ...OWN].join("|")},...]
  [--questions FILE|none] [--growth] [--sessions 1000000] [--quick] [--json FILE]
--questions: labelled questions to ask (columns text, topic, also, style), test/faq/held-out.tsv if not said.
--growth: nothing but what a turn costs with more flows, turns and stored sessions (so many).
--quick: one round of 200 persons, 50 for safety, no open loop, no start, no questions, no growth.`;

/** Reads the command line; throws with a sentence. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: "string" },
      users: { type: "string" },
      concurrency: { type: "string", default: "1,32" },
      peers: { type: "string", default: "all" },
      questions: { type: "string", default: "test/faq/held-out.tsv" },
      growth: { type: "boolean", default: false },
      sessions: { type: "string", default: "1000000" },
      quick: { type: "boolean", default: false },
      json: { type: "string" },
    },
  });
  const { quick } = values;
  return {
    rounds: wholeNumber("rounds", values.rounds ?? (quick ? "1" : "3")),
    users: wholeNumber("users", values.users ?? (quick ? "200" : "1000")),
    concurrency: values.concurrency.split(",").map((one) => wholeNumber("concurrency", one)),
    peers: chosen(values.peers),
    safetyUsers: quick ? 50 : 200,
    openSeconds: quick ? 0 : 20,
    start: !quick,
    questions: quick || values.questions === "none" ? undefined : values.questions,
    sessions: quick && !values.growth ? 0 : wholeNumber("sessions", values.sessions),
    onlyGrowth: values.growth,
    json: values.json,
  };
}

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Error(`--${name} is a whole number above 0, not ${text}`);
}

function chosen(text: string): readonly string[] {
  if (text === "all") return PEERS;
  if (text === "none") return [];
  const names = text.split(",");
  const known: readonly string[] = [...PEERS, ...OWN];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no such peer: ${unknown.join(", ")}`);
  return names;
}
