import { Redis } from "ioredis";
import type { Peer, PeerOptions } from "./peer.ts";

const VALUE = "x".repeat(600);
const WEEK_S = 604_800;

/** The limit: per message one GET, then one SET of 600 bytes, and no engine at all. */
export async function create({ url }: PeerOptions, autoPipelined: boolean): Promise<Peer> {
  const redis = new Redis(url, { enableAutoPipelining: autoPipelined });
  return {
    checked: false,
    stores: false,
    async send(user) {
      const key = `bare:${user}`;
      await redis.get(key);
      await redis.set(key, VALUE, "EX", WEEK_S);
      return undefined;
    },
    close: () => redis.quit(),
  };
}
