import { type BpuProgramme, bpuProgrammes } from "../rules/bpu-rates.ts";
import { type KoperasiQuote, koperasiQuote, maxMembers } from "../rules/koperasi-quote.ts";
import { problemsInRules } from "../rules/problems-in-rules.ts";
import { quoteFaults } from "./quote-faults.ts";
import {
  type Fault,
  faulty,
  monthOptions,
  namesAmong,
  parsed,
  type QuoteIo,
  quoteCommand,
  refuse,
  wholes,
} from "./quote-options.ts";
import { type BusinessOptions, businessFrom, businessOptions } from "./quote-usaha.ts";
import { aligned, estimate, monthName, rupiah } from "./quote-words.ts";

type Options = Omit<BusinessOptions, "programmes"> & {
  member?: number[];
  programmes: BpuProgramme[];
  transport?: boolean;
  paidByState?: boolean;
  months: number;
  from?: string;
  json?: boolean;
};

/** `quote --segment koperasi`: staff of a cooperative as its workers, members by themselves. Gives the exit code. */
export function quoteKoperasi(args: string[], io: QuoteIo): number {
  const command = businessOptions(monthOptions(quoteCommand(io)))
    .option("--member <rupiah>", "income of a member a month; once for each member", wholes)
    .option(
      "--programmes <list>",
      "programmes of the members: jkk,jkm or jkk,jkm,jht",
      namesAmong(bpuProgrammes),
      ["jkk", "jkm"],
    )
    .option("--transport", "the members work in transport")
    .option("--paid-by-state", "APBN or APBD pays for the members: then they have no relief");
  const done = parsed(command, args);
  if (done !== undefined) return done;
  if (faulty(problemsInRules(), io)) return 1;

  const options = command.opts<Options>();
  const from = options.from ?? io.now.today.slice(0, 7);
  const json = options.json === true;
  const staff = staffFrom(options, from);
  if (staff && "fault" in staff) return refuse({ reason: staff.reason }, staff.fault, json, io);
  const { programmes, transport = false, paidByState = false, months } = options;
  const members = (options.member ?? []).map((income) => ({
    income,
    programmes,
    transport,
    paidByState,
  }));
  const quoted = koperasiQuote({ staff, members, months, from });
  if (quoted.kind === "unknown") return refuse(quoted, faultOf(quoted), json, io);
  if (json) io.out(JSON.stringify({ ...quoted, kind: undefined, ...bare(quoted) }));
  else for (const line of table(quoted)) io.out(line);
  return 0;
}

/** A cooperative counts as trade unless told otherwise (JAGA). */
function staffFrom({ programmes: _, ...options }: Options, month: string) {
  if ((options.wage ?? []).length === 0) return null;
  const told = options.risk !== undefined || options.activity !== undefined;
  return businessFrom(told ? options : { ...options, activity: "koperasi" }, month);
}

type Quoted = Extract<KoperasiQuote, { kind: "quote" }>;

/** The quotes of staff and members in the shapes that they have by themselves. */
const bare = ({ staff, members }: Quoted) => ({
  staff: staff && { ...staff, kind: undefined },
  members: members.map((one) => ({ ...one, kind: undefined })),
});

function faultOf(quoted: Extract<KoperasiQuote, { kind: "unknown" }>): Fault {
  switch (quoted.reason) {
    case "nobody":
      return { exit: 2, sentence: "--wage or --member must be given" };
    case "too_many_members":
      return { exit: 2, sentence: `--member may be given ${maxMembers} times at most` };
    default: {
      const { exit, sentence } = quoteFaults[quoted.reason];
      const whose = quoted.member === undefined ? "" : ` (--member ${quoted.member + 1})`;
      return { exit, sentence: sentence.replace("--income", "--member") + whose };
    }
  }
}

function table({ staff, members, months, total }: Quoted): string[] {
  const basis = (month: string) => [
    ...new Set(
      [staff, ...members].flatMap(
        (one) => one?.months.find((due) => due.month === month)?.basis ?? [],
      ),
    ),
  ];
  return [
    `Iuran koperasi: ${staff?.workers.length ?? 0} pengurus/karyawan (PU), ${members.length} anggota (BPU). Semua jumlah dalam rupiah.`,
    "",
    `${aligned(["Bulan", "Karyawan", "Anggota", "Jumlah"])}   Dasar hukum`,
    ...months.map(
      (due) =>
        `${aligned([monthName(due.month), rupiah(due.staff), rupiah(due.members), rupiah(due.total)])}   ${basis(due.month).join("; ")}`,
    ),
    aligned(["Total", "", "", rupiah(total)]),
    "",
    estimate,
  ];
}
