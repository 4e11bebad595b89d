import type { Contact } from "../../conversation/ports/contact.ts";
import type { DeadLetters } from "../../conversation/ports/dead.ts";
import type { Jobs } from "../../conversation/ports/jobs.ts";
import type { Line } from "../../conversation/ports/line.ts";
import type { Outbox } from "../../conversation/ports/outbox.ts";
import type { Cipher } from "../encryption.ts";
import { type Connection, connectRedis, type RedisLog } from "./connection.ts";
import { namer } from "./contact-names.ts";
import { type Context, tokens } from "./context.ts";
import { deadLettersOn } from "./dead.ts";
import { jobsOn } from "./jobs.ts";
import { lineOn } from "./line.ts";
import { outboxOn } from "./outbox.ts";
import { addressRecord } from "./record.ts";

export type RedisOptions = {
  /** redis:// or rediss://; several with commas between them are nodes of one cluster. */
  url: string;
  cipher: Cipher;
  log: RedisLog;
  /** Stands before every key, so that several stores can share one Redis; letters, digits and dashes. */
  prefix?: string;
};

export type RedisStore = {
  line: Line;
  outbox: Outbox;
  jobs: Jobs;
  dead: DeadLetters;
  /**
   * Erases what is kept of a contact here: the session (while a turn runs, its commit settles it), parts, jobs, dead letters.
   * The names of seen messages and what waits in the line stay. `now` is epoch ms.
   */
  forget(contact: Contact, now?: number): Promise<void>;
  /** Ends the connections; a second call does nothing. */
  close(): Promise<void>;
};

/**
 * Opens sessions, lines and queues on Redis. Throws StoreError with one sentence when it can't be reached or entered within
 * some seconds, or when it is set up to throw data away.
 */
export async function openRedis(options: RedisOptions): Promise<RedisStore> {
  const { url, cipher, log, prefix = "" } = options;
  return storeOn(await connectRedis(url, log), cipher, prefix);
}

/** The store on a connection, which it closes. */
export function storeOn(redis: Connection, cipher: Cipher, prefix: string): RedisStore {
  const context: Context = { redis, cipher, namer: namer(cipher, prefix), newToken: tokens() };
  let closed: Promise<void> | undefined;
  return {
    line: lineOn(context),
    outbox: outboxOn(context),
    jobs: jobsOn(context),
    dead: deadLettersOn(context),
    async forget(contact, now = Date.now()) {
      const names = context.namer.contact(contact);
      const record = addressRecord(cipher, contact, names);
      await redis.run("forget", names.key, `${now} ${names.account}`, record);
    },
    close() {
      closed ??= redis.close();
      return closed;
    },
  };
}
