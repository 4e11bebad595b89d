// xstate v5: GET snapshot -> createActor(machine, { snapshot }) -> send -> SET getPersistedSnapshot().

import { QUESTIONS, summary, TRIGGER } from "./form.mjs";
import { load } from "./load.mjs";

const { default: IORedis } = await load("ioredis");
const { assign, createActor, emit, setup } = await load("xstate");

const states = {
  idle: {
    on: {
      MSG: {
        guard: ({ event }) => event.text === TRIGGER,
        target: QUESTIONS[0].id,
        actions: emit({ type: "reply", text: QUESTIONS[0].prompt }),
      },
    },
  },
  done: { type: "final" },
};
QUESTIONS.forEach((q, i) => {
  const last = i + 1 === QUESTIONS.length;
  states[q.id] = {
    on: {
      MSG: [
        {
          guard: ({ event }) => q.validate(event.text).ok,
          target: last ? "done" : QUESTIONS[i + 1].id,
          actions: [
            assign({
              a: ({ context, event }) => ({ ...context.a, [q.id]: q.validate(event.text).value }),
            }),
            emit(({ context }) => ({
              type: "reply",
              text: last ? summary(context.a) : QUESTIONS[i + 1].prompt,
            })),
          ],
        },
        { actions: emit(({ event }) => ({ type: "reply", text: q.validate(event.text).error })) },
      ],
    },
  };
});
const machine = setup({}).createMachine({
  id: "daftar",
  initial: "idle",
  context: { a: {} },
  states,
});

export const create = async ({ url }) => {
  const r = new IORedis(url);
  return {
    async send(user, text) {
      const k = `xs:${user}`;
      const raw = await r.get(k);
      const actor = createActor(machine, raw ? { snapshot: JSON.parse(raw) } : {});
      let reply;
      actor.on("reply", (e) => {
        reply = e.text;
      });
      actor.start();
      actor.send({ type: "MSG", text });
      const snap = actor.getPersistedSnapshot();
      actor.stop();
      if (snap.status === "done") await r.del(k);
      else await r.set(k, JSON.stringify(snap), "EX", 604800);
      return reply;
    },
    close: () => r.quit(),
  };
};
