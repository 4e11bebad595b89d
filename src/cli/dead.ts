import type { App } from "./app.ts";
import type { Io } from "./io.ts";
import { momentOn } from "./moment.ts";
import { command, type GlobalOptions } from "./options.ts";

/** `dead list`: messages, jobs and sends that were given up; without their content. */
export async function deadList(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("dead list", "what was given up", io);
  parser.parse(args, { from: "user" });
  const letters = await app.store.dead.list();
  if (parser.opts<GlobalOptions>().json) io.out(JSON.stringify(letters));
  else if (letters.length === 0) io.out("Nothing was given up.");
  else
    for (const { id, what, code, at } of letters)
      io.out([id, what, code, momentOn(app.zone, at)].join("  "));
  return 0;
}

/** `dead retry ID`: puts it back where it came from and works it off. */
export async function deadRetry(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("dead retry", "tries one again", io).argument("<id>", "from dead list");
  parser.parse(args, { from: "user" });
  const back = await app.store.dead.retry(String(parser.processedArgs[0]), Date.now());
  if (!back) {
    io.err("There is nothing with this id.");
    return 1;
  }
  const conversation = app.conversation(io.now.at);
  await conversation.sweep();
  await conversation.runJob();
  io.out("Put back.");
  return 0;
}
