import type { Effect, EffectOutcome, Message } from "../../src/engine/event.ts";
import { respond } from "../../src/engine/respond.ts";
import type { Session } from "../../src/engine/session.ts";
import { bookOfLists } from "./list-flow.ts";
import { nowForTests as now } from "./talk.ts";

const book = bookOfLists();
let seeds = 0;

/** A person in the flow, whose effects are done as the test says. */
export function person() {
  let session: Session | null = null;
  let open: Effect[] = [];
  const turn = (
    messages: readonly Message[],
    result?: { key: string; outcome: EffectOutcome },
    channel = "telegram",
  ) => {
    const seed = `s${seeds++}`.padEnd(16, "x");
    const event = { seed, messages, channel, ...(result ? { result } : {}) };
    const response = respond(book, session && JSON.parse(JSON.stringify(session)), event, now);
    session = response.session;
    open = [...response.effects];
    return { ...response, text: response.replies.map(({ text }) => text).join("\n") };
  };
  const done = (result: Record<string, string | number | boolean>, effect = open[0]) =>
    turn([], { key: effect?.key ?? "", outcome: { state: "done", result } });
  return {
    turn,
    done,
    says: (text: string, channel?: string) => turn([{ text }], undefined, channel),
    failed: (code: string, final = false, effect = open[0]) =>
      turn([], {
        key: effect?.key ?? "",
        outcome: { state: "failed", code, ...(final ? { final: true as const } : {}) },
      }),
    open: () => open,
    step: () => session?.asked?.step ?? null,
    form: () => session?.forms.find(({ flow }) => flow === "kirim_daftar"),
    json: () => JSON.stringify(session),
  };
}
