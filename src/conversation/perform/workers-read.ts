import { filesIn } from "../../answer-types/file.ts";
import type { WorkersRead } from "../ports/sheets.ts";
import type { WorkerRow } from "../ports/worker-lists.ts";
import { coded } from "./coded.ts";
import type { Performer, Setting } from "./performer.ts";

/** Rows that are told in the chat, and characters they may take; all of them stand in the file that goes back. */
const toldRows = 10;
const toldCharacters = 650;

/**
 * Reads a file with workers into the list of this step: accepted rows join those of earlier files, the others come back with what is
 * wrong. Where the whole file can't be read the list stays as it was (`terbaca` false, `alasan` the reason's code, `masalah` its
 * sentence).
 */
export const readWorkerList: Performer = async (setting) => {
  const { contact, effect, files, workers, readWorkers, session, today } = setting;
  const list = listOf(setting);
  const file = filesIn(effect.payload["berkas"]).at(-1);
  const kept = file && (await files.read(file.id));
  if (!kept) return refusal(setting, "gone", "engine.file.gone");
  const niks = new Set((await workers.rows(contact, list)).map(({ nik }) => nik));
  const earlier = { niks, rejected: await workers.faults(contact, list) };
  const { language } = session;
  const read = await readWorkers(kept.content, { today, language, earlier });
  if (read.kind === "refused") return refused(setting, read);
  await add(setting, list, read);
  return {
    ...(await counted(setting, list)),
    ...{ terbaca: true, alasan: "", masalah: told(setting, read) },
    hasil: await keepBack(setting, file.name, read.back),
  };
};

/** The same for every file that is sent for one step of one form. */
const listOf = ({ effect }: Setting): string => effect.key.split(".").slice(0, 3).join(".");

type Rows = Extract<WorkersRead, { kind: "read" }>;

async function add(
  { effect, contact, workers, at }: Setting,
  list: string,
  { accepted, rejected }: Rows,
): Promise<void> {
  const rows = { rows: accepted.map(filled), faults: rejected };
  if (!(await workers.add(effect.key, contact, list, rows, at))) throw coded("no_consent");
}

/** Without cells that are empty. */
const filled = (values: Rows["accepted"][number]): WorkerRow =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as WorkerRow;

async function counted({ contact, workers }: Setting, list: string) {
  const { accepted, rejected, wages } = await workers.counts(contact, list);
  const counts = { diterima: accepted, ditolak: rejected, total: accepted + rejected };
  return { daftar: list, ...counts, jumlah_upah: wages };
}

async function refused(
  setting: Setting,
  { reason, sentence }: Extract<WorkersRead, { kind: "refused" }>,
) {
  const counts = await counted(setting, listOf(setting));
  return { ...counts, terbaca: false, alasan: reason, masalah: sentence, hasil: "" };
}

const refusal = (setting: Setting, reason: string, key: string) =>
  refused(setting, { kind: "refused", reason, sentence: catalogueOf(setting).format(key) });

const catalogueOf = ({ book, session }: Setting) => book.catalogues[session.language];

/** "Baris 6: ..." for the first rows, as many as fit on a screen. */
function told(setting: Setting, { sentences }: Rows): string {
  const lines: string[] = [];
  for (const { row, sentence } of sentences.slice(0, toldRows)) {
    const line = catalogueOf(setting).format("engine.file.row", {
      baris: String(row),
      alasan: sentence,
    });
    if (lines.join("\n").length + line.length > toldCharacters) break;
    lines.push(line);
  }
  return lines.join("\n");
}

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
