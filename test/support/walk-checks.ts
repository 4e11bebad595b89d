import { isDeepStrictEqual } from "node:util";
import { wordsOfFile } from "../../src/cli/file-words.ts";
import type { Message, Reply } from "../../src/engine/event.ts";
import { limits } from "../../src/engine/limits.ts";
import { respond } from "../../src/engine/respond.ts";
import type { Session } from "../../src/engine/session.ts";
import { flowOf } from "../../src/engine/work.ts";
import type { Book } from "../../src/flow/book.ts";
import { leaks } from "./leaks.ts";
import { lostAnswers } from "./lost-answers.ts";
import type { Doing } from "./random-person.ts";
import { Submissions } from "./submissions.ts";
import type { Call, Walk, Watch } from "./walk.ts";

/** Bytes of a session; a character has at most three. */
const sessionLimit = 64 * 1024;
/** Characters of a reply. */
const replyLimit = 4096;

/** Every how many calls the same is asked twice, every choice is tapped on a copy, and the session compared with its JSON. */
const everySo = 8;

/** Looks at one walk from its first turn on. */
export class Checks implements Watch {
  private calls = 0;
  private readonly submissions = new Submissions();

  call(walk: Walk, call: Call): void {
    const { before, event, now, response } = call;
    check(response.effects.length <= 1, "more than one effect at once");
    check(
      response.replies.filter(({ file, alone }) => !file && !alone).length <= 1,
      "more than one reply",
    );
    for (const reply of response.replies) checkReply(reply);
    checkSession(walk.book, response.session);
    for (const problem of lostAnswers(walk.book, call)) fail(problem);
    for (const problem of leaks(walk.book, call)) fail(problem);
    for (const problem of this.submissions.see(call)) fail(problem);
    this.calls += 1;
    if (this.calls % everySo !== 0) return;
    const again = respond(walk.book, before, event, now);
    check(isDeepStrictEqual(again, response), "the same input gave something else");
    const { session } = response;
    const copy = JSON.parse(JSON.stringify(session));
    check(isDeepStrictEqual(copy, session), "a session that is not plain JSON");
    if (response.effects.length === 0) tapAll(walk, call);
  }

  turn(walk: Walk, does: Doing, messages: readonly Message[], replies: readonly Reply[]): void {
    const { session } = walk;
    check(
      replies.filter(({ file, alone }) => !file && !alone).length <= 1,
      "more than one reply in a turn",
    );
    if (messages.length > 0 && !session?.handover) {
      const said = replies.at(-1);
      check(said !== undefined && said.text.trim() !== "", "no reply: a dead end");
      check(session?.asked != null || (said?.choices.length ?? 0) > 0, "no way on: a dead end");
    }
    if (does === "officer") check(replies.length === 1, "an officer's act was not told");
  }
}

/** Every choice below a reply answers to something. */
function tapAll(walk: Walk, { event, now, response }: Call): void {
  const choices = response.replies.flatMap((reply) => reply.choices);
  for (const { id, label } of choices) {
    const session = response.session;
    const messages = [{ choice: id }];
    const tapped = respond(walk.book, session, { seed: `${event.seed}x`, messages }, now);
    const said = tapped.replies.at(-1);
    check(said !== undefined || tapped.effects.length > 0, `nothing answers to "${label}"`);
    check(!said?.keys.includes("engine.old_choice"), `"${label}" is offered, but called old`);
  }
}

function checkReply({ text, choices, file }: Reply): void {
  check(text.trim() !== "", "an empty reply");
  check(text.length <= replyLimit, `a reply of ${text.length} characters`);
  const beside = file && wordsOfFile(file);
  for (const said of [text, beside ?? "", ...choices.map(({ label }) => label)]) {
    const odd = /undefined|\bNaN\b|\[object|[{}]/.exec(said);
    check(odd === null, `a text with ${odd?.[0]}`);
    check(
      !/(?:^|[\s(:])-(?=[.,;:)]|\s*$)|Rp-|- (?:tahun|bulan)\b/m.test(said),
      "a dash for a value",
    );
    check(!/\d(?:[ .-]?\d){15}/.test(said), "an identity number in clear");
  }
  const ids = choices.map(({ id }) => id);
  check(new Set(ids).size === ids.length, "a choice is offered twice");
  for (const { id, label } of choices) {
    check(label.trim() !== "", `a choice without a label: ${id}`);
    check(Buffer.byteLength(id) <= 64, `a choice id of more than 64 bytes: ${id}`);
  }
}

function checkSession(book: Book, session: Session): void {
  const { length } = JSON.stringify(session);
  check(length * 3 <= sessionLimit, `a session of ${length} characters`);
  const { forms, stack, asked, closed } = session;
  const ids = forms.map(({ id }) => id);
  check(forms.length <= limits.drafts, `${forms.length} forms`);
  check(closed.length <= limits.closed, `${closed.length} closed forms`);
  check(new Set(ids).size === ids.length, "two forms with one id");
  check(new Set(stack).size === stack.length, "a form twice in the stack");
  for (const id of stack) check(ids.includes(id), "a form in the stack that is no more");
  if (!asked) return;
  const form = forms.find(({ id }) => id === asked.form);
  check(form !== undefined && stack.at(-1) === asked.form, "a question of a form not under way");
  const step = form && flowOf({ book }, form).byName.get(asked.step);
  check(step?.kind === "ask" || step?.kind === "review", `no such question: ${asked.step}`);
}

/** What a walk must never see. */
export class WalkFault extends Error {}

export function fail(problem: string): never {
  throw new WalkFault(problem);
}
export function check(holds: boolean, problem: string): void {
  if (!holds) fail(problem);
}
