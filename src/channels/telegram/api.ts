import { Telegram, TelegramError } from "telegraf";

/** Why a call did not succeed: Telegram's own code and words, or null where no answer of Telegram's came. Holds neither the token nor what was sent. */
export type Fault = { code: number | null; words: string; retryAfterMs?: number };

export type Answer = { ok: true; result: unknown } | { ok: false; fault: Fault };

/** The Bot API of one bot. */
export type Api = {
  /** The bot's id: the number before the colon of its token. */
  account: string;
  /** Calls a method once; never throws. Ends with a fault after `timeoutMs` (15 s if not said), or when `signal` says so. */
  call(method: string, payload: object, options?: CallOptions): Promise<Answer>;
};

export type CallOptions = { timeoutMs?: number; signal?: AbortSignal };

/** How long a call may take, in ms. */
const callMs = 15_000;

type Caller = {
  callApi(method: string, payload: object, options: { signal: AbortSignal }): Promise<unknown>;
};

/** The Bot API by telegraf's client. A token without an id before its colon is a defect and throws. */
export function makeApi(token: string, apiRoot?: string): Api {
  const account = /^(\d+):/.exec(token)?.[1];
  if (account === undefined)
    throw new Error("a Telegram token begins with the bot's id and a colon");
  const options = { webhookReply: false, ...(apiRoot === undefined ? {} : { apiRoot }) };
  const client = new Telegram(token, options) as unknown as Caller;
  return {
    account,
    async call(method, payload, { timeoutMs = callMs, signal } = {}) {
      const ending = new AbortController();
      const end = () => ending.abort();
      const timer = setTimeout(end, timeoutMs);
      signal?.addEventListener("abort", end);
      if (signal?.aborted) end();
      try {
        const result = await client.callApi(method, payload, { signal: ending.signal });
        return { ok: true, result };
      } catch (error) {
        return { ok: false, fault: faultFrom(error) };
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
      }
    },
  };
}

/** Only Telegram's own words are taken over: messages of the HTTP client may hold the address, and so the token. */
function faultFrom(error: unknown): Fault {
  if (!(error instanceof TelegramError)) return { code: null, words: networkWords(error) };
  const { code, description, parameters } = error;
  const wait = parameters?.retry_after;
  return {
    code,
    words: shortened(parameters?.migrate_to_chat_id ? "the chat has moved" : String(description)),
    ...(typeof wait === "number" ? { retryAfterMs: wait * 1000 } : {}),
  };
}

function networkWords(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "AbortError") return "no answer in time";
  const { code, type } = error as { code?: unknown; type?: unknown };
  return typeof code === "string" ? code : typeof type === "string" ? type : error.name;
}

/** Without ids of chats and persons, and short. */
const shortened = (words: string): string => words.replace(/-?\d{5,}/g, "…").slice(0, 200);
