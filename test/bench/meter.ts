import { Redis } from "ioredis";

/** What Redis counted up to a moment. */
export type Reading = {
  calls: ReadonlyMap<string, number>;
  bytesIn: number;
  bytesOut: number;
  /** Its own CPU time, in microseconds. */
  cpuUs: number;
};

export type Meter = {
  read(): Promise<Reading>;
  /** Bytes that all keys take, by kind of key (digits and digests left out). */
  stored(): Promise<Map<string, { keys: number; bytes: number }>>;
  flush(): Promise<unknown>;
  ping(): Promise<unknown>;
  version(): Promise<string>;
  close(): Promise<unknown>;
};

/** Looks at a Redis over a connection of its own. */
export function meterOn(url: string): Meter {
  const redis = new Redis(url);
  return {
    async read() {
      const [commands, stats, cpu] = await Promise.all([
        redis.info("commandstats"),
        redis.info("stats"),
        redis.info("cpu"),
      ]);
      const calls = [...commands.matchAll(/cmdstat_([^:]+):calls=(\d+)/g)];
      return {
        calls: new Map(calls.map(([, name = "", count]) => [name, Number(count)])),
        bytesIn: field(stats, "total_net_input_bytes"),
        bytesOut: field(stats, "total_net_output_bytes"),
        cpuUs: 1e6 * (field(cpu, "used_cpu_sys") + field(cpu, "used_cpu_user")),
      };
    },
    async stored() {
      const kinds = new Map<string, { keys: number; bytes: number }>();
      for await (const keys of redis.scanStream({ count: 1000 }))
        for (const key of keys as string[]) {
          const kind = kindOf(key);
          const sum = kinds.get(kind) ?? { keys: 0, bytes: 0 };
          const bytes = (await redis.memory("USAGE", key)) ?? 0;
          kinds.set(kind, { keys: sum.keys + 1, bytes: sum.bytes + bytes });
        }
      return kinds;
    },
    flush: () => redis.flushall(),
    ping: () => redis.ping(),
    version: async () => /redis_version:(\S+)/.exec(await redis.info("server"))?.[1] ?? "?",
    close: () => redis.quit(),
  };
}

const field = (info: string, name: string): number =>
  Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1] ?? 0);

/** `{s07}mBIpYSOcXP-xYt12:h` -> `{s}*:h`: names of contacts and numbers left out. */
const kindOf = (key: string): string => key.replace(/[\w-]{16,}/g, "*").replace(/\d+/g, "");

/** The meter's own and connections' commands are not the engine's. */
const OTHERS = /^(info|config.*|client.*|hello|select|flushall|scan|memory.*|ping|quit|command.*)$/;

/** What happened between two readings, for each message. */
export function perMessage(before: Reading, after: Reading, messages: number) {
  const commands: Record<string, number> = {};
  let total = 0;
  for (const [name, count] of after.calls) {
    const more = count - (before.calls.get(name) ?? 0);
    if (more <= 0 || OTHERS.test(name)) continue;
    commands[name] = Number((more / messages).toFixed(2));
    total += more;
  }
  return {
    commands,
    total: Number((total / messages).toFixed(2)),
    bytesIn: Math.round((after.bytesIn - before.bytesIn) / messages),
    bytesOut: Math.round((after.bytesOut - before.bytesOut) / messages),
    cpuUs: Math.round((after.cpuUs - before.cpuUs) / messages),
  };
}
