import type { Redis } from "ioredis";

/**
 * Writes what is sent in one round of the event loop in one go. The client's own auto-pipelining does so too, but has only one
 * batch under way at a time, so that this process and Redis wait for each other; and it can't send part of a batch again when
 * the connection is lost, or when a slot of the cluster has moved.
 */
export function gatherWrites(redis: Redis): void {
  redis.on("connect", () => {
    const { stream } = redis;
    const write = stream.write.bind(stream) as typeof stream.write;
    let isGathering = false;
    const flush = () => {
      isGathering = false;
      stream.uncork();
    };
    stream.write = ((...args: Parameters<typeof write>) => {
      if (!isGathering) {
        isGathering = true;
        stream.cork();
        setImmediate(flush);
      }
      return write(...args);
    }) as typeof stream.write;
  });
}
