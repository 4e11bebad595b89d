// Microsoft Bot Framework dialogs (the runtime under Composer): TextPrompt with validators in a WaterfallDialog,
// ConversationState in a Storage over ioredis (there is no official Redis storage).
import { QUESTIONS, summary, TRIGGER } from "./form.mjs";
import { load } from "./load.mjs";

const { BotAdapter, ConversationState, TurnContext } = await load("botbuilder-core");
const { DialogSet, WaterfallDialog, TextPrompt } = await load("botbuilder-dialogs");
const { default: IORedis } = await load("ioredis");

class RedisStorage {
  constructor(r) {
    this.r = r;
  }
  async read(keys) {
    const vals = await this.r.mget(keys);
    const out = {};
    keys.forEach((k, i) => {
      if (vals[i]) out[k] = JSON.parse(vals[i]);
    });
    return out;
  }
  async write(changes) {
    for (const [k, v] of Object.entries(changes))
      await this.r.set(k, JSON.stringify(v), "EX", 604800);
  }
  async delete(keys) {
    await this.r.del(...keys);
  }
}

class FakeAdapter extends BotAdapter {
  waiting = new Map();
  constructor(onReply) {
    super();
    this.onReply = onReply;
  }
  async sendActivities(context, activities) {
    for (const a of activities)
      if (a.type === "message") {
        this.waiting.set(context.activity.conversation.id, a.text);
        this.onReply(Number(context.activity.conversation.id));
      }
    return activities.map(() => ({ id: "1" }));
  }
  async updateActivity() {}
  async deleteActivity() {}
  process(activity, logic) {
    return this.runMiddleware(new TurnContext(this, activity), logic);
  }
}

export const create = async ({ url, onReply = () => undefined }) => {
  const r = new IORedis(url);
  const adapter = new FakeAdapter(onReply);
  const state = new ConversationState(new RedisStorage(r));
  const set = new DialogSet(state.createProperty("dialog"));
  QUESTIONS.forEach((q) => {
    set.add(
      new TextPrompt(`p_${q.id}`, async (pc) => {
        const v = q.validate(pc.recognized.value ?? "");
        if (!v.ok) await pc.context.sendActivity(v.error);
        return v.ok;
      }),
    );
  });
  const steps = QUESTIONS.map((q, i) => async (s) => {
    if (i > 0) s.values[QUESTIONS[i - 1].id] = QUESTIONS[i - 1].validate(s.result).value;
    return s.prompt(`p_${q.id}`, { prompt: q.prompt });
  });
  steps.push(async (s) => {
    const q = QUESTIONS.at(-1);
    s.values[q.id] = q.validate(s.result).value;
    await s.context.sendActivity(summary(s.values));
    return s.endDialog();
  });
  set.add(new WaterfallDialog("daftar", steps));
  let n = 0;
  return {
    async send(user, text, mid) {
      const id = String(user);
      await adapter.process(
        {
          type: "message",
          id: String(mid ?? ++n),
          text,
          channelId: "bench",
          serviceUrl: "x",
          conversation: { id },
          from: { id },
          recipient: { id: "bot" },
          locale: "id-ID",
        },
        async (context) => {
          const dc = await set.createContext(context);
          await dc.continueDialog();
          if (!context.responded && text === TRIGGER) await dc.beginDialog("daftar");
          await state.saveChanges(context);
        },
      );
      const out = adapter.waiting.get(id);
      adapter.waiting.delete(id);
      return out;
    },
    close: () => r.quit(),
  };
};
