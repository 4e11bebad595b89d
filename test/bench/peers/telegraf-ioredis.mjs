import { load } from "./load.mjs";
import { telegraf } from "./telegraf.mjs";

const { default: IORedis } = await load("ioredis");

export const create = async ({ url, onReply }) => {
  const r = new IORedis(url);
  const store = {
    get: async (k) => {
      const v = await r.get(`tg:${k}`);
      return v ? JSON.parse(v) : undefined;
    },
    set: (k, v) => r.set(`tg:${k}`, JSON.stringify(v)),
    delete: (k) => r.del(`tg:${k}`),
  };
  return telegraf(store, () => r.quit(), onReply);
};
