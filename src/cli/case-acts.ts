import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import type { CaseDesk } from "../conversation/ports/cases.ts";
import type { OfficerAct } from "../conversation/ports/line.ts";
import type { App } from "./app.ts";
import { noSuchCase } from "./cases.ts";
import { clockOf } from "./chat.ts";
import { harmless } from "./harmless.ts";
import type { Io } from "./io.ts";
import { momentOn } from "./moment.ts";
import { command, type GlobalOptions } from "./options.ts";

/** Characters of an officer's reply: one part on every channel. */
const longestReply = 3000;

/** How long an officer who wrote is taken to be in the talk, in minutes. */
const talkMinutes = 15;

type ActOptions = GlobalOptions & { by?: string; anyway?: true };

/** `cases reply ID TEXT...`: what an officer writes to the person. */
export async function casesReply(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("cases reply", "writes to the person", io)
    .argument("<number>", "of the case")
    .argument("<text...>", `at most ${longestReply} characters; - reads standard input`)
    .option("--by <name>", "who writes, as the case shows it; else this machine's user")
    .option("--anyway", `though another officer wrote within ${talkMinutes} minutes`);
  parser.parse(args, { from: "user" });
  const [number, words] = parser.processedArgs as [string, string[]];
  const text = (words.join(" ") === "-" ? await everyLine(io) : words.join(" ")).trim();
  if (text === "" || text.length > longestReply) {
    io.err(
      text === ""
        ? "A reply needs a text."
        : `The reply has ${text.length} characters, ${longestReply} fit.`,
    );
    return 2;
  }
  return enterAct(app, io, parser.opts<ActOptions>(), number, {
    act: { act: "reply", text },
    closed: "is closed: the person opens a new one by writing PETUGAS.",
    done: "Handed over for sending; cases show tells what became of it.",
  });
}

async function everyLine(io: Io): Promise<string> {
  const lines: string[] = [];
  for await (const line of io.input) lines.push(line);
  return lines.join("\n");
}

/** `cases close ID`: the officer is done; the bot speaks again. */
export async function casesClose(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("cases close", "the officer is done, the bot speaks again", io)
    .argument("<number>", "of the case")
    .option("--by <name>", "who closes it, as the case shows it; else this machine's user");
  parser.parse(args, { from: "user" });
  return enterAct(app, io, parser.opts<ActOptions>(), String(parser.processedArgs[0]), {
    act: { act: "close" },
    closed: "is closed already.",
    done: "Closed.",
  });
}

/** The last reply, where somebody else wrote it who may still be in the talk: the person would hear two voices. */
function inTalk({ lastReply }: FoundCase, by: string, now: number): FoundCase["lastReply"] {
  if (lastReply === null || lastReply.by.toLowerCase() === by.toLowerCase()) return null;
  return now - Date.parse(lastReply.at) < talkMinutes * 60_000 ? lastReply : null;
}
type FoundCase = NonNullable<Awaited<ReturnType<CaseDesk["find"]>>>;

/** Puts what an officer did in the person's line, behind what they are just saying. */
async function enterAct(
  app: App,
  io: Io,
  options: ActOptions,
  number: string,
  { act, closed, done }: { act: Pick<OfficerAct, "act" | "text">; closed: string; done: string },
): Promise<number> {
  const found = await app.store.desk.find(number);
  if (found?.state !== "open") {
    io.err(found ? `${found.number} ${closed}` : noSuchCase);
    return 1;
  }
  const id = `officer-${randomUUID()}`;
  const by = options.by ?? userInfo().username;
  const clock = clockOf(io, options);
  const other = act.act === "reply" && !options.anyway ? inTalk(found, by, clock()) : null;
  if (other) {
    const wrote = `${harmless(other.by)} wrote in ${found.number} at ${momentOn(app.zone, other.at)}`;
    io.err(`${wrote}: read it first (cases show), then reply with --anyway.`);
    return 1;
  }
  const { state, turns } = await app.conversation(clock).receive(found.contact, id, {
    kind: "officer",
    case: found.number,
    ...act,
    ...(act.act === "close" ? { about: found.kind } : {}),
    by,
  });
  const inLine = turns.length === 0;
  if (options.json)
    io.out(JSON.stringify({ case: found.number, id, state: inLine ? "waiting" : state }));
  else io.out(inLine ? "In line: it goes out after what the person is just saying." : done);
  if (act.act === "close") remind(found, io);
  return 0;
}

/** What an officer who closes a case may have forgotten. */
function remind({ number, kind, unanswered }: FoundCase, io: Io): void {
  if (unanswered > 0)
    io.err(`The person wrote ${unanswered} message(s) that nobody answered: cases show ${number}`);
  if (kind === "correction")
    io.err("The registration itself is changed by records correct, if it was not yet.");
}
