import { readFileSync } from "node:fs";
import type { Option, Value } from "../answer-types/answer-type.ts";
import { answerTypes, type TypeName } from "../answer-types/answer-types.ts";
import { parseCommand } from "../answer-types/command.ts";
import { type Io, nowFrom } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";

/** Field names of the contract -> answer types. */
const fields: Record<string, TypeName> = {
  yesno: "yes-no",
  money_idr: "rupiah-per-month",
  date: "birth-date",
  phone: "phone",
  nik: "nik",
  name: "person-name",
  email: "email",
  occupation: "occupation",
  months: "months",
  choice: "choice",
  nib: "nib",
  npwp: "npwp",
  past_date: "past-date",
};

const choices: Option[] = [
  { value: "1", label: "Ya", words: ["mau", "setuju", "iya", "boleh"] },
  { value: "2", label: "Tidak", words: ["gak mau", "tidak mau", "enggak", "jangan"] },
  { value: "3", label: "Nanti saja", words: ["nanti", "besok", "lain kali", "kapan kapan"] },
];

const commands = new Set(["MENU", "CANCEL", "BACK", "HELP", "OFFICER", "RESTART"]);

/** `answers parse --tsv FILE`: each row's text through the answer type of its field, one JSON line a row. */
export function answersParse(args: readonly string[], io: Io): number {
  const parser = command("answers parse", "what the bot makes of typed answers", io).requiredOption(
    "--tsv <file>",
    "columns field and text, with a header line",
  );
  parser.parse(args, { from: "user" });
  const { tsv } = parser.opts<GlobalOptions & { tsv: string }>();
  const { today } = nowFrom(io.now.at());
  const [header = "", ...rows] = readFileSync(tsv, "utf8")
    .replace(/\r?\n$/, "")
    .split(/\r?\n/);
  const columns = header.split("\t");
  const at = { field: columns.indexOf("field"), text: columns.indexOf("text") };
  if (at.field < 0 || at.text < 0) {
    io.err("The file needs a header line with the columns field and text.");
    return 2;
  }
  let unknown = 0;
  for (const row of rows) {
    const cells = row.split("\t");
    const field = cells[at.field] ?? "";
    const text = cells[at.text] ?? "";
    const parsed = parseField(field, text, today);
    if (!parsed) {
      io.err(`no field "${field}"; one of ${[...Object.keys(fields), "command"].join(", ")}`);
      unknown++;
    } else io.out(JSON.stringify({ field, text, ...parsed }));
  }
  return unknown > 0 ? 1 : 0;
}

function parseField(
  field: string,
  text: string,
  today: string,
): { value: string | null; reason: string | null } | null {
  if (field === "command") {
    const named = parseCommand(text)?.command;
    return { value: named && commands.has(named) ? named : "NONE", reason: null };
  }
  const type = fields[field];
  if (!type) return null;
  const parsed = answerTypes[type].parse(text, { today, options: choices });
  if (parsed.kind === "value") return { value: written(parsed.value), reason: null };
  return { value: null, reason: parsed.kind === "refused" ? parsed.reason : "unclear" };
}

const written = (value: Value): string =>
  typeof value === "boolean" ? (value ? "YES" : "NO") : String(value);
