import { filesIn } from "../../answer-types/file.ts";
import type { Arguments } from "../../locale/catalogue.ts";
import { joiningAgeEnds } from "../../rules/eligibility.ts";
import type { EarlierRounds, ListName, ListRead, WorkersRead } from "../ports/sheets.ts";
import type { WorkerRow } from "../ports/worker-lists.ts";
import { coded } from "./coded.ts";
import { listNamed } from "./listed-people.ts";
import type { Performer, Setting } from "./performer.ts";

/** Rows that are told in the chat, and characters they may take; all of them stand in the file that goes back. */
const toldRows = 10;
const toldCharacters = 650;

/** People who are named in one line; the others are counted. */
const toldNames = 5;

/**
 * Reads a file with people into the lists of this step: accepted rows join those of earlier files, the others come back with what is
 * wrong. `siapa` (pegawai, anggota, keduanya) says which lists are looked for; without it a business's workers alone. `kosong`: the
 * list of several that no file has brought anybody for yet. Where the whole file can't be read the lists stay as they were (`terbaca`
 * false, `alasan` the reason's code, `masalah` its sentence).
 */
export const readWorkerList: Performer = async (setting) => {
  const { contact, effect, files, workers, readWorkers, session, today } = setting;
  const file = filesIn(effect.payload["berkas"]).at(-1);
  const kept = file && (await files.read(file.id));
  if (!kept) return refusal(setting, "gone", "engine.file.gone");
  const earlier = new Map<ListName, EarlierRounds>();
  for (const name of wantedBy(setting)) {
    const list = idOf(setting, name);
    const niks = new Set((await workers.rows(contact, list)).map(({ nik }) => nik));
    earlier.set(name, { niks, rejected: await workers.faults(contact, list) });
  }
  const { language } = session;
  const read = await readWorkers(kept.content, { today, language, earlier });
  if (read.kind === "refused") return refused(setting, read);
  for (const list of read.lists) await add(setting, list);
  return {
    ...(await counted(setting)),
    ...{ terbaca: true, alasan: "", masalah: told(setting, read) },
    belum_dibaca: notesOn(setting, read),
    hasil: await keepBack(setting, file.name, read.back),
  };
};

const listsBy: Readonly<Record<string, readonly ListName[]>> = {
  pegawai: ["pekerja"],
  anggota: ["anggota"],
  keduanya: ["pekerja", "anggota"],
};

const wantedBy = ({ effect }: Setting): readonly ListName[] =>
  listsBy[String(effect.payload["siapa"])] ?? ["pekerja"];

/** The same for every file that is sent for one step of one form. */
const stepOf = ({ effect }: Setting): string => effect.key.split(".").slice(0, 3).join(".");

const idOf = (setting: Setting, name: ListName): string => listNamed(stepOf(setting), name);

type Rows = Extract<WorkersRead, { kind: "read" }>;

async function add(setting: Setting, { name, accepted, rejected }: ListRead): Promise<void> {
  const { effect, contact, workers, at } = setting;
  const rows = { rows: accepted.map(filled), faults: rejected };
  const isKept = await workers.add(effect.key, contact, idOf(setting, name), rows, at);
  if (!isKept) throw coded("no_consent");
}

/** Without cells that are empty. */
const filled = (values: ListRead["accepted"][number]): WorkerRow =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as WorkerRow;

async function counted(setting: Setting) {
  const { contact, workers } = setting;
  const counts = { diterima: 0, diterima_pekerja: 0, diterima_anggota: 0, ditolak: 0 };
  const [sums, empty] = [{ total: 0, jumlah_upah: 0 }, [] as ListName[]];
  for (const name of wantedBy(setting)) {
    const { accepted, rejected, wages } = await workers.counts(contact, idOf(setting, name));
    counts.diterima += accepted;
    counts[`diterima_${name}`] = accepted;
    counts.ditolak += rejected;
    sums.total += accepted + rejected;
    sums.jumlah_upah += wages;
    if (accepted + rejected === 0) empty.push(name);
  }
  return {
    daftar: stepOf(setting),
    ...counts,
    ...sums,
    ada_anggota: counts.diterima_anggota > 0,
    kosong: sums.total > 0 ? (empty[0] ?? "") : "",
  };
}

async function refused(
  setting: Setting,
  { reason, sentence }: Extract<WorkersRead, { kind: "refused" }>,
) {
  const counts = await counted(setting);
  const why = { terbaca: false, alasan: reason, masalah: sentence };
  return { ...counts, ...why, belum_dibaca: "", hasil: "" };
}

const refusal = (setting: Setting, reason: string, key: string) =>
  refused(setting, { kind: "refused", reason, sentence: catalogueOf(setting).format(key) });

const catalogueOf = ({ book, session }: Setting) => book.catalogues[session.language];

/** "Baris 6: ..." for the first rows, as many as fit on a screen with the notes below. */
function told(setting: Setting, read: Rows): string {
  const { sentences } = read;
  const room = toldCharacters - notesOn(setting, read).length;
  const lines: string[] = [];
  for (const { sheet, row, sentence } of sentences.slice(0, toldRows)) {
    const line = catalogueOf(setting).format(`engine.file.${sheet ? "row_of" : "row"}`, {
      ...(sheet ? { lembar: sheet } : {}),
      baris: String(row),
      alasan: sentence,
    });
    if (lines.join("\n").length + line.length > room) break;
    lines.push(line);
  }
  return lines.join("\n");
}

/** Lines below: sheets that were read as one or not at all, people who stand twice, members who are too old to join. */
function notesOn(setting: Setting, { unread, together, doubles, tooOld }: Rows): string {
  const line = (name: string, args: Arguments): string =>
    `\n${catalogueOf(setting).format(`engine.file.${name}`, args)}`;
  return [
    together.length === 0 ? "" : line("together", { lembar: together.join(", ") }),
    unread.length === 0 ? "" : line("unread", { lembar: unread.join(", ") }),
    doubles === 0 ? "" : line("doubles", { jumlah: doubles }),
    tooOld.length === 0 ? "" : line("too_old", { nama: namesIn(tooOld), umur: joiningAgeEnds }),
  ].join("");
}

const namesIn = (names: readonly string[]): string =>
  names.slice(0, toldNames).join(", ") +
  (names.length > toldNames ? ` (+${names.length - toldNames})` : "");

/** The file that goes back, under the name of the one that came; its id, empty where nothing is to be mended. */
async function keepBack(
  { effect, contact, files, at }: Setting,
  name: string,
  content: Uint8Array | null,
): Promise<string> {
  if (content === null) return "";
  const file = { name: `${name.replace(/\.[a-z0-9]{1,5}$/i, "")}-perbaiki.xlsx`, content };
  const what = { kind: "sheet", mime: xlsx } as const;
  return (await files.keep(contact, `${effect.key}.hasil`, { ...file, ...what }, at)).id;
}

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
