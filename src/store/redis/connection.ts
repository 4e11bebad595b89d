import { createHash } from "node:crypto";
import { Cluster, Command, Redis } from "ioredis";
import { StoreError } from "../store-error.ts";
import { gatherWrites } from "./gather-writes.ts";
import { loadScripts, type ScriptName } from "./scripts.ts";

/** What the store tells: codes, never what a person wrote, a key or an address with a password. */
export type RedisLog = { warn(fields: Record<string, unknown>, message: string): void };

/** What Redis answers; text comes as bytes. */
export type Reply = Buffer | number | null | Reply[];

type Argument = string | number | Buffer;

/** How the store speaks to Redis. Both calls end within some seconds, with an answer or with StoreError `unreachable`. */
export type Connection = {
  /**
   * Runs a script. What was under way when a connection is lost is sent again by the client: every script that changes
   * something does it once, and answers the second time as the first.
   */
  run(script: ScriptName, key: string, words: string, ...more: Argument[]): Promise<Reply>;
  /** A command that reads. */
  read(command: string, ...args: Argument[]): Promise<Reply>;
  close(): Promise<void>;
};

/** Time for the first connection, in ms. */
const CONNECT_MS = 4000;
/** Longest time that a command waits for its answer, in ms. */
const COMMAND_MS = 5000;
/** Tries to connect after which waiting commands fail; with the pauses below these are about four seconds. */
const RETRIES = 8;
const LONGEST_PAUSE_MS = 1000;

const pauseMs = (times: number): number => Math.min(25 * 2 ** times, LONGEST_PAUSE_MS);

type Client = Redis | Cluster;

/** Connects to a Redis, or to a cluster where several addresses stand with commas between them. Throws StoreError. */
export async function connectRedis(urls: string, log: RedisLog): Promise<Connection> {
  const nodes = urls.split(",").map((url) => addressOf(url.trim()));
  const state = { open: false };
  const client = nodes.length > 1 ? clusterOf(nodes, state) : singleOf(nodes, state);
  if (client instanceof Cluster) client.on("+node", gatherWrites);
  else gatherWrites(client);
  let lastError: unknown;
  client.on("error", (error) => {
    lastError = error;
  });
  try {
    await withinLimit(client.connect());
    await checkPolicy(client);
  } catch (error) {
    client.disconnect();
    if (error instanceof StoreError) throw error;
    throw unreachable(nodes, lastError ?? error);
  }
  state.open = true;
  tellOnce(client, log, () => codeOf(lastError));
  return connectionOn(client);
}

function addressOf(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^rediss?:$/.test(parsed.protocol) || parsed.hostname === "") {
    throw new StoreError(
      "bad_address",
      "The address of Redis must look like redis://user:password@host:6379 (rediss:// for TLS); for a cluster several of them, with commas between.",
    );
  }
  return parsed;
}

type Opened = { open: boolean };
const COMMON = { lazyConnect: true };
const ONE_CONNECTION = {
  connectTimeout: CONNECT_MS,
  commandTimeout: COMMAND_MS,
  socketTimeout: 2 * COMMAND_MS,
  maxRetriesPerRequest: RETRIES,
};

function singleOf([url]: URL[], state: Opened): Redis {
  return new Redis(url?.href ?? "", {
    ...COMMON,
    ...ONE_CONNECTION,
    retryStrategy: (times) => (state.open ? pauseMs(times) : null),
  });
}

function clusterOf(urls: URL[], state: Opened): Cluster {
  const [first] = urls;
  const nodes = urls.map((url) => ({ host: hostOf(url), port: portOf(url) }));
  return new Cluster(nodes, {
    ...COMMON,
    slotsRefreshTimeout: CONNECT_MS,
    clusterRetryStrategy: (times) => (state.open ? pauseMs(times) : null),
    redisOptions: {
      ...ONE_CONNECTION,
      ...(first?.username ? { username: decodeURIComponent(first.username) } : {}),
      ...(first?.password ? { password: decodeURIComponent(first.password) } : {}),
      ...(first?.protocol === "rediss:" ? { tls: {} } : {}),
    },
  });
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, "$1");
const portOf = (url: URL): number => (url.port === "" ? 6379 : Number(url.port));

async function withinLimit(connected: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("ETIMEDOUT")), CONNECT_MS);
  });
  try {
    await Promise.race([connected, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** With any other policy Redis would throw away what people wrote as soon as its memory is full. */
async function checkPolicy(client: Client): Promise<void> {
  const masters = client instanceof Cluster ? client.nodes("master") : [client];
  for (const node of masters) {
    const found = await node.config("GET", "maxmemory-policy").catch(() => []);
    const policy = Array.isArray(found) ? found[1] : undefined;
    if (policy === undefined || policy === "noeviction") continue;
    throw new StoreError(
      "bad_address",
      `This Redis may throw away what is stored (maxmemory-policy is ${policy}): set maxmemory-policy to noeviction.`,
    );
  }
}

function unreachable(nodes: readonly URL[], error: unknown): StoreError {
  const where = nodes.map((url) => `${url.hostname}:${portOf(url)}`).join(", ");
  const code = codeOf(error);
  return new StoreError("unreachable", `Redis at ${where} can't be used (${code}).`, { code });
}

/** A word that says what went wrong, without what was sent or where it was sent to. */
function codeOf(error: unknown): string {
  const { code, message = "", name = "" } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (typeof code === "string") return code;
  const told = /^[A-Z]{4,}\b/.exec(message)?.[0];
  if (told !== undefined && told !== "ERR") return told;
  if (message === "Command timed out") return "ETIMEDOUT";
  return name === "ReplyError" ? "ERR" : "connection lost";
}

/** Says once that the connection is lost, and once that it is back. */
function tellOnce(client: Client, log: RedisLog, code: () => string): void {
  let isLost = false;
  client.on("reconnecting", () => {
    if (!isLost) log.warn({ code: code() }, "the connection to Redis was lost");
    isLost = true;
  });
  client.on("ready", () => {
    if (isLost) log.warn({}, "the connection to Redis is back");
    isLost = false;
  });
}

function connectionOn(client: Client): Connection {
  const scripts = new Map(
    loadScripts().map(({ name, lua }) => [
      name,
      { lua, sha: createHash("sha1").update(lua).digest("hex") },
    ]),
  );
  const limit = client instanceof Cluster ? withinTwice : unlimited;
  const send = async (name: string, args: Argument[]): Promise<Reply> => {
    const command = new Command(name, args, BYTES);
    client.sendCommand(command);
    return limit(command.promise as Promise<Reply>);
  };
  return {
    async run(name, key, ...args) {
      const script = scripts.get(name) ?? { lua: "", sha: "" };
      try {
        return await send("evalsha", [script.sha, 1, key, ...args]);
      } catch (error) {
        // Redis forgets its scripts when it starts anew.
        if (!isUnknownScript(error)) throw refused(error);
      }
      return send("eval", [script.lua, 1, key, ...args]).catch((error) => {
        throw refused(error);
      });
    },
    read: (name, ...args) =>
      send(name, args).catch((error) => {
        throw refused(error);
      }),
    async close() {
      const ended = client.status === "ready" ? client.quit().then(() => undefined) : undefined;
      await (ended && withinLimit(ended).catch(() => undefined));
      client.disconnect();
    },
  };
}

const BYTES = { replyEncoding: null };

const isUnknownScript = (error: unknown): boolean =>
  (error as Error).message?.startsWith("NOSCRIPT") === true;

const unlimited = <T>(answer: Promise<T>): Promise<T> => answer;

/** A cluster's client holds commands back without end while it looks for nodes. */
async function withinTwice<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Command timed out")), 2 * COMMAND_MS);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The client's own errors carry what was sent: they go no further. */
function refused(error: unknown): StoreError {
  const code = codeOf(error);
  return new StoreError("unreachable", `Redis did not take a command (${code}).`, { code });
}
