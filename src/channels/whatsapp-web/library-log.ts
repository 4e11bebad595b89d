import type { Log } from "../../lib/log.ts";

/** What the library wants for a logger. */
type Logger = {
  level: string;
  child(): Logger;
} & Record<
  "trace" | "debug" | "info" | "warn" | "error",
  (fields: unknown, words?: string) => void
>;

/**
 * A logger that lets nothing of the library's through but numbers: in its words and fields stand addresses, texts and keys.
 * `lost` is told when the library stumbled over a message: it says so nowhere else.
 */
export function makeLibraryLog(log: Log, account: string, lost: () => void): Logger {
  const silent = () => undefined;
  const logger: Logger = {
    level: "silent",
    child: () => logger,
    trace: silent,
    debug: silent,
    info: silent,
    warn: silent,
    error(fields, words) {
      const code = codeIn(fields);
      if (words === "error in handling message" && !ofConnection.has(code)) lost();
      log.info("whatsapp_web_library_trouble", { account, code });
    },
  };
  return logger;
}

/** The connection ended while a message was handled: it was not told as received, and comes again. */
const ofConnection: ReadonlySet<number> = new Set([408, 428, 440, 503, 515]);

/** The status code of an error that is part of this; 0 if there is none. */
function codeIn(fields: unknown): number {
  const { err, error } = Object(fields) as { err?: unknown; error?: unknown };
  return codeOf(err ?? error) ?? 0;
}

/** The status code of an error of the library's; null for any other. */
export function codeOf(error: unknown): number | null {
  const code = (Object(error) as { output?: { statusCode?: unknown } }).output?.statusCode;
  return typeof code === "number" ? code : null;
}
