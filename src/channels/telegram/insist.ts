import type { Answer, Api } from "./api.ts";
import { makeBackoff, type Waits } from "./backoff.ts";
import type { Troubles } from "./troubles.ts";

/** What calls in the background need. */
export type Insisting = { api: Api; troubles: Troubles; waits: Waits; signal: AbortSignal };

/**
 * Calls again until Telegram has done it. Ends with the last fault when the signal says so, or, with `givesUp`, when
 * Telegram refuses what was asked (400) or does not know the method (404).
 */
export async function insist(
  { api, troubles, waits, signal }: Insisting,
  method: string,
  payload: object,
  { givesUp = false } = {},
): Promise<Answer> {
  const backoff = makeBackoff(waits);
  for (let tries = 1; ; tries++) {
    const answer = await api.call(method, payload, { signal });
    if (answer.ok && tries > 1) troubles.over();
    if (answer.ok) return answer;
    if (signal.aborted) return answer;
    const refused = answer.fault.code === 400 || answer.fault.code === 404;
    if (givesUp && refused) return answer;
    troubles.sayFault(method, answer.fault);
    await backoff.wait(answer.fault, signal);
  }
}
