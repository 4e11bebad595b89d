import { cipherOf } from "../../src/store/encryption.ts";
import { openRedis } from "../../src/store/redis/open-redis.ts";
import { payungOn } from "./payung-on.ts";
import type { Peer, PeerOptions } from "./peer.ts";

/** One key for all processes of the bench. */
const masterKey = Buffer.alloc(32, 7);
const log = { info() {}, warn() {}, error() {} };

/** Payung as it runs in earnest, everything on: line, lease, encryption, outbox and delivery, on a real Redis. */
export async function create(options: PeerOptions): Promise<Peer> {
  const store = await openRedis({ url: options.url, cipher: cipherOf(masterKey), log });
  return payungOn(store, () => store.close(), options);
}
