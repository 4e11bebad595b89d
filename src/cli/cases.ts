import type { OfficeZone } from "../cases/office-hours.ts";
import type { CaseSummary } from "../conversation/ports/cases.ts";
import type { App } from "./app.ts";
import { clockOf } from "./chat.ts";
import type { Io } from "./io.ts";
import { momentOn } from "./moment.ts";
import { command, type GlobalOptions } from "./options.ts";

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
  const now = clockOf(io, options)();
  const cases = await app.store.desk.list(options.all === true);
  const deliveries = await app.store.deliveries.summary(now);
  if (options.json) {
    io.out(JSON.stringify({ cases, deliveries }));
    return 0;
  }
  if (cases.length === 0) io.out("No cases.");
  for (const one of cases) io.out(caseInWords(one, app.zone, now));
  for (const line of troubles(deliveries)) io.out(line);
  return 0;
}

/** A case in one line, without what was written in it. `now`: epoch ms. */
export function caseInWords(one: CaseSummary, zone: OfficeZone, now: number): string {
  const place = one.flow === null ? [] : [[one.flow, ...(one.step ? [one.step] : [])].join(".")];
  const awaiting =
    one.awaiting === 1
      ? ["1 reply waits for the person's next message"]
      : [`${one.awaiting} replies wait for the person's next message`];
  return [
    one.number,
    one.state,
    ...(one.urgent ? ["URGENT"] : []),
    ...(one.kind === "talk" ? [] : [one.kind]),
    ...due(one, zone, now),
    waiting(one, zone),
    one.channel,
    ...place,
    ...(one.awaiting > 0 ? awaiting : []),
    ...(one.undelivered > 0 ? [`${one.undelivered} not delivered`] : []),
  ].join("  ");
}

/** By when a law wants it dealt with, of an open case. */
function due({ state, dueAt }: CaseSummary, zone: OfficeZone, now: number): string[] {
  if (state !== "open" || dueAt === null) return [];
  const word = Date.parse(dueAt) < now ? "OVERDUE since" : "due";
  return [`${word} ${momentOn(zone, dueAt)}`];
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
