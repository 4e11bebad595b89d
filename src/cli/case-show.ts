import { userInfo } from "node:os";
import { resolve } from "node:path";
import type { OfficeZone } from "../cases/office-hours.ts";
import type { CaseLine, CaseReader } from "../conversation/ports/cases.ts";
import type { DeliveryState } from "../conversation/ports/deliveries.ts";
import type { App } from "./app.ts";
import { caseInWords, noSuchCase } from "./cases.ts";
import { clockOf } from "./chat.ts";
import { harmless } from "./harmless.ts";
import type { Io } from "./io.ts";
import { momentOn } from "./moment.ts";
import { command, type GlobalOptions } from "./options.ts";
import { saveIn } from "./save-in.ts";

type Saved = { id: string; path: string };

/** `cases show ID [--save DIR]`: the conversation in clear, which is written to the audit log. */
export async function casesShow(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("cases show", "the conversation in clear; written to the audit log", io)
    .argument("<number>", "of the case")
    .option("--save <dir>", "writes the files that came along there, for this user alone");
  parser.parse(args, { from: "user" });
  const options = parser.opts<GlobalOptions & { save?: string }>();
  const now = clockOf(io, options)();
  const reader = { by: userInfo().username, at: new Date(now).toISOString() };
  const found = await app.store.desk.show(String(parser.processedArgs[0]), reader);
  if (!found) {
    io.err(noSuchCase);
    return 1;
  }
  const { summary, lines } = found;
  let saved: Saved[] | null = null;
  if (options.save !== undefined) {
    const folder = resolve(io.folder ?? process.cwd(), options.save);
    saved = await saveFiles(app, summary.number, lines, folder, reader);
    if (!saved) {
      io.err(`The files can't be written to ${folder}.`);
      return 1;
    }
  }
  if (options.json) io.out(JSON.stringify({ ...found, ...(saved ? { saved } : {}) }));
  else {
    io.out(caseInWords(summary, app.zone, now));
    for (const line of lines) io.out(lineInWords(line, app.zone));
    for (const { path } of saved ?? []) io.out(`Saved ${path}`);
  }
  return 0;
}

/** Writes every kept file; null where the folder does not take them. */
async function saveFiles(
  app: App,
  number: string,
  lines: readonly CaseLine[],
  folder: string,
  reader: CaseReader,
): Promise<Saved[] | null> {
  const saved: Saved[] = [];
  for (const { file } of lines) {
    if (file?.state !== "kept") continue;
    const content = await app.store.desk.file(number, file.id, reader);
    if (!content) continue;
    const path = saveIn(folder, content.name, content.content);
    if (path === null) return null;
    saved.push({ id: file.id, path });
  }
  return saved;
}

const eventsInWords: Partial<Record<string, string>> = {
  left: "went back to the bot",
  returned: "came again",
};

const deliveriesInWords: Record<DeliveryState, string> = {
  accepted: "taken by the channel",
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "did not arrive",
  awaiting: "waits for the person's next message",
};

const filesInWords: Record<NonNullable<CaseLine["file"]>["state"], string> = {
  waiting: "not fetched yet",
  kept: "kept",
  gone: "the channel has it no more",
  too_big: "too big to keep",
};

function lineInWords(line: CaseLine, zone: OfficeZone): string {
  const { from, text, by, file, location, delivery } = line;
  const at = momentOn(zone, line.at);
  if (from === "event") return `${at}  -- the person ${eventsInWords[text] ?? harmless(text)}`;
  const size = file?.size == null ? "" : `, ${file.size} bytes`;
  return [
    `${at}  ${from === "officer" ? `officer ${harmless(by ?? "")}` : "person"}: ${harmless(text)}`,
    ...(file ? [`[${file.kind} ${harmless(file.name)}${size}: ${filesInWords[file.state]}]`] : []),
    ...(location ? [`[place ${location.lat}, ${location.lon}]`] : []),
    ...(delivery
      ? [`[${deliveriesInWords[delivery.state]}${delivery.code ? `, code ${delivery.code}` : ""}]`]
      : []),
  ].join("\n    ");
}
