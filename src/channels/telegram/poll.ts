import type { Api, Fault } from "./api.ts";
import { makeBackoff, type Waits } from "./backoff.ts";
import type { Taker } from "./take-updates.ts";
import type { Troubles } from "./troubles.ts";
import { allowedUpdates, isUpdate, type Update } from "./update.ts";

/** How long Telegram holds a call open while nothing arrives, in seconds, and how long we wait for its answer, in ms. */
const holdSeconds = 50;
const answerMs = (holdSeconds + 15) * 1000;

export type Polling = {
  api: Api;
  taker: Taker;
  troubles: Troubles;
  waits: Waits;
  signal: AbortSignal;
};

/**
 * Fetches updates until the signal says so. What was fetched is confirmed, by asking for what comes after it, only when all
 * of it was taken in; else the same is fetched again. No failure ends it.
 */
export async function poll({ api, taker, troubles, waits, signal }: Polling): Promise<void> {
  const backoff = makeBackoff(waits);
  /** Of what was fetched and not yet confirmed: what is in already. */
  const entered = new Set<number>();
  let offset = 0;
  while (!signal.aborted) {
    const fetched = await fetchUpdates(api, offset, signal);
    if (signal.aborted) return;
    if ("fault" in fetched) {
      troubles.sayFault("getUpdates", fetched.fault);
      await freeFromWebhook(api, fetched.fault, signal);
      await backoff.wait(fetched.fault, signal);
      continue;
    }
    const left = fetched.updates.filter(({ update_id }) => !entered.has(update_id));
    const { ids, failed } = await taker.take(left, signal);
    if (failed === null) {
      offset = offsetAfter(fetched.updates);
      entered.clear();
      backoff.reset();
      troubles.over();
    } else if (!signal.aborted) {
      for (const id of ids) entered.add(id);
      troubles.say("telegram_intake_waits", { name: failed });
      await backoff.wait(null, signal);
    }
  }
}

/**
 * What confirms these updates. When nothing came, all before is confirmed, and the number is forgotten: after a week of
 * silence Telegram counts on from anywhere, also from below.
 */
const offsetAfter = (updates: readonly Update[]): number =>
  updates.reduce((next, { update_id }) => Math.max(next, update_id + 1), 0);

async function fetchUpdates(
  api: Api,
  offset: number,
  signal: AbortSignal,
): Promise<{ updates: Update[] } | { fault: Fault }> {
  const payload = { offset, timeout: holdSeconds, allowed_updates: allowedUpdates };
  const answer = await api.call("getUpdates", payload, { timeoutMs: answerMs, signal });
  if (!answer.ok) return { fault: answer.fault };
  return Array.isArray(answer.result)
    ? { updates: answer.result.filter(isUpdate) }
    : { fault: { code: null, words: "no list of updates" } };
}

/** Who polls has no use for a webhook; one that was left behind shuts us out. What waits there is kept. */
async function freeFromWebhook(api: Api, { code, words }: Fault, signal: AbortSignal) {
  if (code === 409 && /webhook/i.test(words))
    await api.call("deleteWebhook", { drop_pending_updates: false }, { signal });
}
