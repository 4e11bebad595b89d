import type { Value } from "../answer-types/answer-type.ts";
import type { BookValue } from "../flow/book.ts";
import type { Language } from "../locale/language.ts";
import type { MandiriQuote } from "../rules/mandiri-quote.ts";
import { occupationSector } from "../rules/occupation-sector.ts";
import { linesInMessage, workerLaws, workerLines } from "./business-values.ts";
import { withinReview } from "./calculator-horizon.ts";
import { lawsOf, quoteFor } from "./contribution-values.ts";
import { isListedTwice, listIn } from "./form-list.ts";
import type { ValueSay } from "./value-texts.ts";

type Inputs = Readonly<Record<string, Value>>;
type Member = {
  nama?: string;
  nik?: string;
  pekerjaan?: string;
  antar_angkut?: boolean;
  penghasilan?: number;
  program?: string;
};
type Quoted = Extract<MandiriQuote, { kind: "quote" }>;

/** Taken for whoever says nothing of programmes: the pair that every member must have (PP 44/2015). */
const usualProgramme = "jkk_jkm";

/** The members of a form; none where it is no list. */
const membersIn = ({ anggota }: Inputs) => listIn<Member>(anggota);

/** The first month of a member; undefined where the rules know no sure figure, or it goes by what is not known of the work. */
function quoted(member: Member, today: Value | undefined): Quoted | undefined {
  if (!withinReview(String(today))) return undefined;
  const { penghasilan = 0, program = usualProgramme } = member;
  const inSector = (angkutan: boolean) =>
    quoteFor({ penghasilan, angkutan, today: today ?? "" }, program, 1);
  const sector = occupationSector(String(member.pekerjaan));
  if (sector !== "ask") return inSector(sector === "transport");
  if (member.antar_angkut !== undefined) return inSector(member.antar_angkut);
  const [one, other] = [inSector(false), inSector(true)];
  return one?.total === other?.total ? one : undefined;
}

const quotesOf = (inputs: Inputs) =>
  membersIn(inputs).map((member) => quoted(member, inputs["today"]));

const known = (inputs: Inputs): Quoted[] => quotesOf(inputs).filter((one) => one !== undefined);

const memberLaws = (inputs: Inputs): string =>
  lawsOf({ months: known(inputs).flatMap(({ months }) => months) });

/** A line for each member: name and contribution a month. */
function memberLines(
  say: ValueSay,
  inputs: Inputs,
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  const language = inputs["language"] as Language;
  const members = membersIn(inputs);
  if (members.length === 0) return undefined;
  const told = members.slice(0, most).map((member, at) => {
    const about = { place: at + 1, name: member.nama ?? "-" };
    const amount = quoted(member, inputs["today"])?.total;
    return amount === undefined
      ? say(language, "koperasi.unknown", about)
      : say(language, "koperasi.member", { ...about, amount });
  });
  const left = members.length - told.length;
  return [...told, ...(left > 0 ? [say(language, "usaha.others", { left })] : [])].join("\n");
}

/** Values on a cooperative's members (BPU), each with a base and programmes of their own: whole rupiah of the first month. */
export const cooperativeValues = (say: ValueSay): Record<string, BookValue> => ({
  nik_anggota_ada: isListedTwice("anggota"),
  anggota_diketahui: {
    inputs: ["anggota", "today"],
    type: "int",
    compute: (inputs) => known(inputs).length,
  },
  iuran_anggota: {
    inputs: ["anggota", "today"],
    type: "int",
    compute: (inputs) => known(inputs).reduce((sum, { total }) => sum + total, 0),
  },
  hukum_anggota: {
    inputs: ["anggota", "today"],
    type: "string",
    compute: memberLaws,
  },
  rincian_anggota: {
    inputs: ["anggota", "today", "language"],
    type: "string",
    compute: (inputs) => memberLines(say, inputs, linesInMessage),
  },
  rincian_koperasi: {
    inputs: ["today", "language"],
    optional: ["pekerja", "anggota", "ukuran", "bidang", "kegiatan"],
    type: "string",
    compute: (inputs) => {
      const language = inputs["language"] as Language;
      const part = (heading: string, lines: string | undefined, laws: string | undefined) =>
        lines
          ? [
              [
                say(language, heading, {}),
                lines,
                say(language, "koperasi.laws", { laws: laws ?? "-" }),
              ],
            ]
          : [];
      const hasStaff = inputs["pekerja"] !== undefined;
      return [
        ...part(
          "koperasi.staff",
          hasStaff ? workerLines(say, inputs) : undefined,
          hasStaff ? workerLaws(inputs) : undefined,
        ),
        ...part("koperasi.members", memberLines(say, inputs), memberLaws(inputs)),
      ]
        .map((lines) => lines.join("\n"))
        .join("\n\n");
    },
  },
});
