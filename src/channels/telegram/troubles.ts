import type { Log, LogFields } from "../../lib/log.ts";
import type { Api, Fault } from "./api.ts";
import { isWrongToken } from "./backoff.ts";

/** A trouble that comes and goes is told at most this often, in ms. */
const againMs = 60_000;

/** Says in the log what is wrong with the connection to Telegram: each trouble once, until all is well again. */
export type Troubles = {
  say(event: string, fields?: LogFields): void;
  /** What a failed call comes from. */
  sayFault(method: string, fault: Fault): void;
  /** Something succeeded. */
  over(): void;
};

export function makeTroubles(
  log: Log,
  { account }: Pick<Api, "account">,
  clock: () => number,
): Troubles {
  const open = new Set<string>();
  const said = new Map<string, number>();
  const once = (level: "warn" | "error", event: string, fields: LogFields = {}) => {
    if (open.has(event) || clock() - (said.get(event) ?? -againMs) < againMs) return;
    open.add(event);
    said.set(event, clock());
    log[level](event, { account, ...fields });
  };
  return {
    say: (event, fields) => once("warn", event, fields),
    sayFault(method, fault) {
      const { code, words } = fault;
      if (isWrongToken(fault)) once("error", "telegram_refuses_the_token", { code: code ?? 0 });
      else if (code === 409) once("warn", "telegram_has_another_reader", { words });
      else if (code === null || code >= 500 || code === 429)
        once("warn", "telegram_unreachable", { method, code: code ?? 0, words });
      else once("error", "telegram_refuses_a_call", { method, code, words });
    },
    over() {
      if (open.size > 0) log.info("telegram_works_again", { account });
      open.clear();
    },
  };
}
