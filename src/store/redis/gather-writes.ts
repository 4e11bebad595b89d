import type { Redis } from "ioredis";

/** Commands after which what was gathered is written, so that Redis begins while this process goes on. */
const AT_ONCE = 8;

/**
 * Writes what is sent in one round of the event loop in a few goes instead of one for each command. The client's own
 * auto-pipelining does so too, but has only one batch under way at a time, so that this process and Redis wait for each other;
 * and it can't send part of a batch again when the connection is lost, or when a slot of the cluster has moved.
 */
export function gatherWrites(redis: Redis): void {
  redis.on("connect", () => {
    const { stream } = redis;
    const write = stream.write.bind(stream) as (chunk: Buffer) => boolean;
    let gathered: Buffer[] = [];
    const flush = () => {
      if (gathered.length === 0) return;
      const all = Buffer.concat(gathered);
      gathered = [];
      write(all);
    };
    stream.write = ((chunk: string | Buffer) => {
      if (gathered.length === 0) setImmediate(flush);
      gathered.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
      if (gathered.length >= AT_ONCE) flush();
      return true;
    }) as typeof stream.write;
  });
}
