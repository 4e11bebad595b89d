import fc from "fast-check";
import type { Message } from "../../src/engine/event.ts";
import { type Dice, diceOf } from "./dice.ts";
import { babble, commands, corrections, ofDrafts, questions, wrong } from "./random-words.ts";
import { anyAnswer, inventedNik, type Open, rightAnswer } from "./right-answer.ts";

/** What a person, or the world around them, does in one turn, and how often among the others. */
const weights = {
  /** Nothing: a minute goes by. Walks are shrunk to this. */
  rests: 1,
  answers: 45,
  errs: 5,
  babbles: 4,
  corrects: 7,
  asks: 5,
  commands: 8,
  drafts: 4,
  opens: 5,
  tapsOld: 3,
  forges: 1,
  sends: 2,
  repeats: 3,
  bursts: 3,
  waits: 3,
  officer: 4,
  result: 3,
} as const;
export type Doing = keyof typeof weights;

/** One turn of a walk; `pick` decides everything that is left open. */
export type Move = { does: Doing; pick: number };

/** Walks of so many turns; they shrink to walks in which nothing but the cause happens. */
export const walksOf = (turns: number): fc.Arbitrary<Move[]> => {
  const doings = Object.entries(weights).flatMap(([name, weight]) =>
    Array.from({ length: weight }, () => name as Doing),
  );
  const move = fc.record({ does: fc.constantFrom(...doings), pick: fc.nat() });
  return fc.array(move, { minLength: turns, maxLength: turns });
};

/** What the person sees and remembers. */
export type View = {
  open: Open | null;
  /** The flow that the walk is about, and how people ask for it. */
  flow: string;
  intents: readonly string[];
  /** What the last reply offers to tap. */
  choices: readonly string[];
  /** Ids of all that could ever be tapped. */
  seen: readonly string[];
  last: Message;
};

/** What arrives when the person makes this move: none for moves that are not theirs. */
export function messagesOf({ does, pick }: Move, view: View): Message[] {
  const dice = diceOf(pick);
  if (does !== "bursts") return [messageOf(does, view, dice)].flat();
  const parts = Array.from({ length: 2 + dice.below(3) }, () =>
    messageOf(dice.of(burstOf), view, dice),
  );
  return parts.flat();
}
const burstOf = [
  "answers",
  "answers",
  "errs",
  "corrects",
  "asks",
  "commands",
  "babbles",
  "drafts",
] as const;

function messageOf(does: Doing, view: View, dice: Dice): Message | [] {
  switch (does) {
    case "answers":
      return answer(view, dice);
    case "errs":
      return err(view, dice);
    case "babbles":
      return { text: dice.of(babble) };
    case "corrects":
      return { text: dice.of(corrections) };
    case "asks":
      return { text: dice.of(questions) };
    case "commands":
      return { text: dice.of(commands) };
    case "drafts":
      return { text: dice.of(ofDrafts) };
    case "opens":
      return open(view, dice);
    case "tapsOld":
      return view.seen.length > 0 ? { choice: dice.of(view.seen) } : [];
    case "forges":
      return { choice: forged(view, dice) };
    case "sends":
      return dice.of<Message>([
        { media: { kind: "image" } },
        { media: { kind: "other" } },
        { location: { lat: -7.782912, lon: 110.367083 } },
        { phone: "+6281200001234" },
        { notice: "edited" },
        { notice: "hurried" },
      ]);
    case "repeats":
      return view.last;
    case "rests":
    case "waits":
    case "officer":
    case "result":
    case "bursts":
      return [];
  }
}

/** Where nothing is asked, something that is offered, or the flow that the walk is about. */
function answer(view: View, dice: Dice): Message {
  if (view.open) return rightAnswer(view.open, dice);
  return view.choices.length > 0 && dice.onceIn(2)
    ? { choice: dice.of(view.choices) }
    : open(view, dice);
}

function err(view: View, dice: Dice): Message {
  const step = view.open?.step.kind === "ask" ? view.open.step : null;
  if (dice.onceIn(3)) return { text: dice.of(wrong) };
  return { text: dice.onceIn(8) ? inventedNik(dice) : anyAnswer(step, dice) };
}

const open = ({ flow, intents }: View, dice: Dice): Message =>
  intents.length > 0 && !dice.onceIn(3) ? { text: dice.of(intents) } : { choice: `go.${flow}` };

function forged({ seen }: View, dice: Dice): string {
  const old = seen.at(-1)?.split(".") ?? ["aaaaaa", "nik"];
  return dice.of([
    "aaaaaa.nik.3404074506850002",
    "cmd.constructor",
    "cmd.RESTART_YES",
    "faq.tidak-ada",
    "go.tidak_ada",
    "",
    `${old[0]}.${old[1]}.palsu`,
    `${old[0]}.kirim.ya`,
    `${old[0]}.ringkasan.ya`,
    `${old[0]}.nik.1`,
    `${old[0]}.program._skip`,
    `${old[0]}.penghasilan._same`,
  ]);
}
