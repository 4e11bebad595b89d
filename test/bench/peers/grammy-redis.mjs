// grammY + @grammyjs/conversations v2 (replay engine) + @grammyjs/storage-redis over ioredis.

import { QUESTIONS, summary, TRIGGER } from "./form.mjs";
import { load } from "./load.mjs";

const { conversations, createConversation } = await load("@grammyjs/conversations");
const { RedisAdapter } = await load("@grammyjs/storage-redis");
const { Bot } = await load("grammy");
const { default: IORedis } = await load("ioredis");

function grammy(adapter, close, onReply = () => undefined) {
  const waiting = new Map();
  const fetch = async (_url, init) => {
    const body = JSON.parse(init.body);
    waiting.set(body.chat_id, body.text);
    onReply(body.chat_id);
    const result = {
      message_id: 1,
      date: 0,
      chat: { id: body.chat_id, type: "private" },
      text: body.text,
    };
    return { ok: true, json: async () => ({ ok: true, result }) };
  };
  const bot = new Bot("1:BENCH", {
    botInfo: {
      id: 1,
      is_bot: true,
      first_name: "bench",
      username: "bench_bot",
      can_join_groups: false,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    },
    client: { fetch },
  });
  async function daftar(conversation, ctx) {
    const a = {};
    await ctx.reply(QUESTIONS[0].prompt);
    for (let i = 0; i < QUESTIONS.length; i++) {
      for (;;) {
        const c = await conversation.waitFor("message:text");
        const r = QUESTIONS[i].validate(c.msg.text);
        if (r.ok) {
          a[QUESTIONS[i].id] = r.value;
          await c.reply(i + 1 < QUESTIONS.length ? QUESTIONS[i + 1].prompt : summary(a));
          break;
        }
        await c.reply(r.error);
      }
    }
  }
  bot.use(conversations({ storage: { type: "key", adapter, version: 1 } }));
  bot.use(createConversation(daftar));
  bot.hears(TRIGGER, (ctx) => ctx.conversation.enter("daftar"));
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
    close,
  };
}

export const create = async ({ url, onReply }) => {
  const r = new IORedis(url);
  return grammy(new RedisAdapter({ instance: r }), () => r.quit(), onReply);
};
