import { load } from "./load.mjs";
import { telegraf } from "./telegraf.mjs";

const { Redis } = await load("@telegraf/session/redis");
const { createClient } = await load("redis");

export const create = async ({ url, onReply }) => {
  const client = createClient({ url });
  return telegraf(Redis({ client }), () => client.quit(), onReply);
};
