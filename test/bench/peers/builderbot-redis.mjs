// @builderbot/bot. Its conversation position lives in the "database" (the last message sent), its answers in an
// in-process Map; there is no official Redis database, so the redis variant keeps only the position in Redis.
import { QUESTIONS, summary, TRIGGER } from "./form.mjs";
import { load } from "./load.mjs";

const { addKeyword, createBot, createFlow, createProvider, MemoryDB, TestTool } =
  await load("@builderbot/bot");
const { default: IORedis } = await load("ioredis");

async function builderbot(database, close, onReply = () => undefined) {
  const waiting = new Map();
  class FakeProvider extends TestTool.TestProvider {
    async sendMessage(userId, message) {
      waiting.set(userId, message);
      onReply(Number(userId));
      return {};
    }
  }
  let flow = addKeyword(TRIGGER, { sensitive: true });
  for (const q of QUESTIONS) {
    flow = flow.addAnswer(q.prompt, { capture: true }, async (ctx, { state, fallBack }) => {
      const r = q.validate(ctx.body);
      if (!r.ok) return fallBack(r.error);
      await state.update({ [q.id]: r.value });
    });
  }
  flow = flow.addAction(async (_ctx, { state, flowDynamic }) => {
    const a = state.getMyState();
    state.clear();
    await flowDynamic(summary(a));
  });
  const provider = createProvider(FakeProvider);
  const bot = await createBot({ flow: createFlow([flow]), provider, database });
  return {
    async send(user, text) {
      const from = String(user);
      await bot.handleMsg({ from, body: text, name: "u" });
      const out = waiting.get(from);
      waiting.delete(from);
      return out;
    },
    close,
  };
}

class RedisDB extends MemoryDB {
  constructor(r) {
    super();
    this.r = r;
  }
  async getPrevByNumber(from) {
    const v = await this.r.get(`bb:${from}`);
    return v ? JSON.parse(v) : undefined;
  }
  async save(ctx) {
    if (ctx.keyword) await this.r.set(`bb:${ctx.from}`, JSON.stringify(ctx), "EX", 604800);
  }
}

export const create = async ({ url, onReply }) => {
  const r = new IORedis(url);
  return builderbot(new RedisDB(r), () => r.quit(), onReply);
};
