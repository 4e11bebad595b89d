import { nameOfFile } from "../../src/cli/file-words.ts";
import type { Effect, Event, Message, Now, Reply, Response } from "../../src/engine/event.ts";
import { joinReplies } from "../../src/engine/join-replies.ts";
import { respond } from "../../src/engine/respond.ts";
import type { Session } from "../../src/engine/session.ts";
import { flowOf } from "../../src/engine/work.ts";
import type { Book } from "../../src/flow/book.ts";
import { type Dice, diceOf } from "./dice.ts";
import { Outside } from "./outside.ts";
import { type Doing, type Move, messagesOf, type View } from "./random-person.ts";
import type { Open } from "./right-answer.ts";

/** One call of the engine, for whoever checks it. */
export type Call = {
  does: Doing;
  before: Session | null;
  event: Event;
  now: Now;
  response: Response;
};

/** What looks at a walk as it goes on; it throws where something is not as it must be. */
export type Watch = {
  call(walk: Walk, call: Call): void;
  turn(walk: Walk, does: Doing, messages: readonly Message[], replies: readonly Reply[]): void;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Near the turn of a day and of a year, when other rules come into force. */
const beginnings = [
  "2026-11-22T03:00:00Z",
  "2026-12-31T16:50:00Z",
  "2027-01-03T02:00:00Z",
  "2026-12-20T16:58:00Z",
].map((at) => Date.parse(at));

/** Effects upon one message; more is a loop. As in a turn of the conversation. */
const effectRounds = 8;

/** One contact's way through the book: the session, the clock, and what is outside. */
export class Walk {
  session: Session | null = null;
  reply: Reply | null = null;
  readonly outside = new Outside();
  /** What was typed and said, to be read. */
  readonly script: string[] = [];
  readonly book: Book;
  private readonly flow: string;
  private readonly watch: Watch;
  private at: number;
  private last: Message = { text: "halo" };
  private seen: string[] = [];
  private turns = 0;

  constructor(book: Book, flow: string, watch: Watch, dice: Dice) {
    this.book = book;
    this.flow = flow;
    this.watch = watch;
    this.at = dice.of(beginnings);
  }

  /** Makes one move: its messages, or what happens to the person. */
  move(move: Move): void {
    const dice = diceOf(move.pick + 1);
    this.at += minute;
    if (move.does === "waits") this.wait(dice);
    else if (move.does === "officer") this.officer(dice);
    else if (move.does === "result") this.result(dice);
    else if (move.does !== "rests") this.send(move.does, messagesOf(move, this.view()), dice);
  }

  /** Sends messages in one turn. */
  send(does: Doing, messages: readonly Message[], dice: Dice): void {
    if (messages.length === 0) return;
    this.last = messages.at(-1) ?? this.last;
    for (const message of messages) this.script.push(`> ${this.written(message)}`);
    this.take(does, { messages }, dice);
  }

  view(): View {
    return {
      open: this.open(),
      flow: this.flow,
      intents: this.book.flows.get(this.flow)?.intents ?? [],
      choices: this.reply?.choices.map(({ id }) => id) ?? [],
      seen: this.seen,
      last: this.last,
    };
  }

  now(): Now {
    const local = new Date(this.at + 7 * hour);
    return { at: this.at, today: local.toISOString().slice(0, 10) };
  }

  private open(): Open | null {
    const asked = this.session?.asked;
    const form = this.session?.forms.find(({ id }) => id === asked?.form);
    const step = form && flowOf(this, form).byName.get(asked?.step ?? "");
    if (!asked || (step?.kind !== "ask" && step?.kind !== "review")) return null;
    return { asked, step, reply: this.reply };
  }

  /** Hours, weeks, or until shortly before or after a new year. */
  private wait(dice: Dice): void {
    const span = dice.of([7 * hour, day, 9 * day, 29 * day, 31 * day, 70 * day, 0]);
    const year = new Date(this.at).getUTCFullYear() + 1;
    const newYear = Date.parse(`${year}-01-01T00:00:00+07:00`) + dice.of([-minute, minute]);
    this.at = span > 0 ? this.at + span : Math.max(newYear, this.at);
    this.script.push(`@ ${new Date(this.at + 7 * hour).toISOString().slice(0, 16)}`);
  }

  private officer(dice: Dice): void {
    const number = this.outside.cases.at(-1);
    if (number === undefined) return;
    const act = dice.of(["reply", "close", "late"] as const);
    this.script.push(`<< ${act} ${number}`);
    if (act === "close") this.outside.cases = [];
    const text = "Boleh minta fotonya?";
    const officer = act === "reply" ? { number, act, text } : { number, act };
    this.take("officer", { messages: [], officer }, dice);
  }

  /** A result that was awaited, the last first as often as not; or one that came before comes once more. */
  private result(dice: Dice): void {
    const { waiting } = this.outside;
    const effect = dice.onceIn(2) ? waiting.pop() : waiting.shift();
    const key = effect?.key ?? this.outside.keysDone().at(-1 - dice.below(3));
    if (key === undefined) return;
    const again = { key, kind: "contact.stop", payload: {} } as const;
    const outcome = this.outside.perform(effect ?? again, false);
    this.script.push(`[result of ${key}]`);
    this.take("result", { messages: [], result: { key, outcome } }, dice);
  }

  /** Respond, perform, respond ... as a turn of the conversation does. */
  private take(does: Doing, first: Omit<Event, "seed">, dice: Dice): void {
    const seed = (++this.turns).toString(36).padStart(5, "0").padEnd(16, "x");
    const replies: Reply[] = [];
    let event: Event = { seed, ...first };
    let heard = event.messages.length;
    for (let rounds = 0; rounds <= effectRounds; rounds++) {
      if (event.messages.length < heard) rounds = 0;
      heard = event.messages.length;
      const { consumed, replies: said, effects } = this.respond(does, event);
      replies.push(...said);
      const messages = event.messages.slice(consumed);
      const [effect] = effects;
      if (!effect && messages.length === 0) {
        this.hear(does, first.messages, replies);
        return;
      }
      const result = effect && this.perform(effect, dice);
      if (!result && messages.length === 0) {
        this.hear(does, first.messages, replies);
        return;
      }
      event = { seed, messages, ...(result ? { result } : {}) };
    }
    throw new Error("effects run in circles");
  }

  private perform(effect: Effect, dice: Dice): Event["result"] {
    if (effect.slow) {
      this.outside.waiting.push(effect);
      return undefined;
    }
    const outcome = this.outside.perform(effect, dice.onceIn(7));
    this.script.push(`  [${effect.kind} ${effect.key}: ${outcome.state}]`);
    return { key: effect.key, outcome };
  }

  private respond(does: Doing, event: Event): Response {
    const before = this.session;
    const now = this.now();
    const response = respond(this.book, before, event, now);
    this.script.push(...response.replies.flatMap(written));
    this.watch.call(this, { does, before, event, now, response });
    this.session = frozen(JSON.parse(JSON.stringify(response.session)) as Session);
    return response;
  }

  private hear(does: Doing, messages: readonly Message[], said: readonly Reply[]): void {
    const replies = joinReplies(said);
    this.watch.turn(this, does, messages, replies);
    const reply = replies.at(-1);
    if (!reply) return;
    this.reply = reply;
    this.seen = [...this.seen, ...reply.choices.map(({ id }) => id)].slice(-60);
  }

  private written(message: Message): string {
    const label = this.reply?.choices.find(({ id }) => id === message.choice)?.label;
    if (message.choice !== undefined) return `> ${label ?? ""} [${message.choice}]`;
    return message.text === undefined ? `>> ${JSON.stringify(message)}` : shortened(message.text);
  }
}

const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}...` : text);

const written = ({ text, choices, file }: Reply): string[] => [
  ...text.split("\n").map((line) => `    ${line}`),
  ...(file ? [`    [${nameOfFile(file)}]`] : []),
  ...(choices.length > 0 ? [`    (${choices.map(({ label }) => label).join(" | ")})`] : []),
];

function frozen<T>(value: T): T {
  if (value && typeof value === "object") {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
