import type { Log } from "../../lib/log.ts";
import { codeOf } from "./library-log.ts";

/**
 * The library leaves promises behind that nobody waits for; one that fails, when a connection ends at the wrong moment, would
 * end the process with all its channels. Only failures of the library's own kind are taken up; gives what undoes it.
 */
export function guardProcess(log: Log, account: string): () => void {
  const take = (reason: unknown) => {
    const code = codeOf(reason);
    if (code === null) throw reason;
    log.warn("whatsapp_web_library_failed", { account, code });
  };
  process.on("unhandledRejection", take);
  return () => void process.off("unhandledRejection", take);
}
