// telegraf 4 WizardScene + session; store: @telegraf/session/redis (node-redis) or one over ioredis.
import { QUESTIONS, summary, TRIGGER } from "./form.mjs";
import { load } from "./load.mjs";

const { Scenes, session, Telegraf, Telegram } = await load("telegraf");

const waiting = new Map(); // replies, for all instances: callApi is patched on the prototype

export function telegraf(store, closeStore, onReply = () => undefined) {
  Telegram.prototype.callApi = async (method, payload) => {
    if (method === "sendMessage") {
      waiting.set(payload.chat_id, payload.text);
      onReply(payload.chat_id);
    }
    return {
      message_id: 1,
      date: 0,
      chat: { id: payload.chat_id, type: "private" },
      text: payload.text,
    };
  };
  const bot = new Telegraf("1:BENCH");
  bot.botInfo = { id: 1, is_bot: true, first_name: "bench", username: "bench_bot" };
  bot.catch((e) => {
    throw e;
  });
  const steps = QUESTIONS.map((q, i) => async (ctx) => {
    const r = q.validate(ctx.message.text);
    if (!r.ok) return ctx.reply(r.error);
    ctx.wizard.state[q.id] = r.value;
    if (i + 1 === QUESTIONS.length) {
      await ctx.reply(summary(ctx.wizard.state));
      return ctx.scene.leave();
    }
    await ctx.reply(QUESTIONS[i + 1].prompt);
    return ctx.wizard.next();
  });
  const wizard = new Scenes.WizardScene(
    "daftar",
    async (ctx) => {
      await ctx.reply(QUESTIONS[0].prompt);
      return ctx.wizard.next();
    },
    ...steps,
  );
  bot.use(session({ store }));
  bot.use(new Scenes.Stage([wizard]).middleware());
  bot.hears(TRIGGER, (ctx) => ctx.scene.enter("daftar"));
  let updateId = 0;
  return {
    async send(user, text, id) {
      const n = id ?? ++updateId;
      const chat = { id: user, type: "private", first_name: "u" };
      await bot.handleUpdate({
        update_id: n,
        message: {
          message_id: n,
          date: 1700000000,
          chat,
          from: { id: user, is_bot: false, first_name: "u" },
          text,
        },
      });
      const out = waiting.get(user);
      waiting.delete(user);
      return out;
    },
    close: closeStore,
  };
}
