import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import type { OfficeZone } from "../cases/office-hours.ts";
import type { CaseSummary } from "../conversation/ports/cases.ts";
import type { OfficerAct } from "../conversation/ports/line.ts";
import type { App } from "./app.ts";
import { clockOf } from "./chat.ts";
import type { Io } from "./io.ts";
import { momentOn } from "./moment.ts";
import { command, type GlobalOptions } from "./options.ts";

/** Characters of an officer's reply: one part on every channel. */
const longestReply = 3000;

/** What is said where a number leads nowhere. */
export const noSuchCase = "There is no case with this number.";

/** `cases list [--all]`: what an officer must look at, without what was written. */
export async function casesList(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("cases list", "what an officer must look at", io).option(
    "--all",
    "closed ones too",
  );
  parser.parse(args, { from: "user" });
  const options = parser.opts<GlobalOptions & { all?: true }>();
  const cases = await app.store.desk.list(options.all === true);
  const deliveries = await app.store.deliveries.summary(clockOf(io, options)());
  if (options.json) {
    io.out(JSON.stringify({ cases, deliveries }));
    return 0;
  }
  if (cases.length === 0) io.out("No cases.");
  for (const one of cases) io.out(caseInWords(one, app.zone));
  for (const line of troubles(deliveries)) io.out(line);
  return 0;
}

/** A case in one line, without what was written in it. */
export function caseInWords(one: CaseSummary, zone: OfficeZone): string {
  const place = one.flow === null ? [] : [[one.flow, ...(one.step ? [one.step] : [])].join(".")];
  const awaiting =
    one.awaiting === 1
      ? ["1 reply waits for the person's next message"]
      : [`${one.awaiting} replies wait for the person's next message`];
  return [
    one.number,
    one.state,
    ...(one.urgent ? ["URGENT"] : []),
    waiting(one, zone),
    one.channel,
    ...place,
    ...(one.awaiting > 0 ? awaiting : []),
    ...(one.undelivered > 0 ? [`${one.undelivered} not delivered`] : []),
  ].join("  ");
}

function waiting({ last, unanswered, openedAt, closedAt }: CaseSummary, zone: OfficeZone): string {
  if (closedAt !== null) return `closed ${momentOn(zone, closedAt)}`;
  if (!last) return `nothing written yet, opened ${momentOn(zone, openedAt)}`;
  const at = momentOn(zone, last.at);
  return unanswered > 0 ? `${unanswered} unanswered, last ${at}` : `answered ${at}`;
}

function troubles({
  awaiting,
  failed,
}: {
  awaiting: number;
  failed: Record<string, number>;
}): string[] {
  const codes = Object.entries(failed).map(([code, count]) => `${code} ×${count}`);
  const told = [
    ...(awaiting === 1 ? ["1 message waits for its person's next message"] : []),
    ...(awaiting > 1 ? [`${awaiting} messages wait for their person's next message`] : []),
    ...(codes.length > 0 ? [`failed in 7 days: ${codes.join(", ")}`] : []),
  ];
  return told.length > 0 ? [`Of all messages: ${told.join("; ")}.`] : [];
}

type ActOptions = GlobalOptions & { by?: string };

/** `cases reply ID TEXT...`: what an officer writes to the person. */
export async function casesReply(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("cases reply", "writes to the person", io)
    .argument("<number>", "of the case")
    .argument("<text...>", `at most ${longestReply} characters; - reads standard input`)
    .option("--by <name>", "who writes, as the case shows it; else this machine's user");
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
  const { state, turns } = await app.conversation(clockOf(io, options)).receive(found.contact, id, {
    kind: "officer",
    case: found.number,
    ...act,
    by: options.by ?? userInfo().username,
  });
  const inLine = turns.length === 0;
  if (options.json)
    io.out(JSON.stringify({ case: found.number, id, state: inLine ? "waiting" : state }));
  else io.out(inLine ? "In line: it goes out after what the person is just saying." : done);
  if (act.act === "close" && found.unanswered > 0)
    io.err(
      `The person wrote ${found.unanswered} message(s) that nobody answered: cases show ${found.number}`,
    );
  return 0;
}
