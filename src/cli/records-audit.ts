import type { App } from "./app.ts";
import { harmless } from "./harmless.ts";
import type { Io } from "./io.ts";
import { momentOn } from "./moment.ts";
import { command, type GlobalOptions } from "./options.ts";

/** `records audit`: who read which registration or case in clear, or corrected it, and when; never what it says. */
export async function recordsAudit(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("records audit", "who read or corrected what, oldest first", io);
  parser.parse(args, { from: "user" });
  const entries = await app.store.registry.audit();
  if (parser.opts<GlobalOptions>().json) io.out(JSON.stringify(entries));
  else if (entries.length === 0) io.out("Nothing was read in clear or corrected yet.");
  else
    for (const { at, action, subject, by } of entries)
      io.out([momentOn(app.zone, at), action, subject, harmless(by)].join("  "));
  return 0;
}
