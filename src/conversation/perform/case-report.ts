import { createHash } from "node:crypto";
import { type AnsweredFile, filesIn } from "../../answer-types/file.ts";
import { matterOf } from "../../cases/case-kind.ts";
import type { CaseKind } from "../ports/cases.ts";
import type { Performer, Setting } from "./performer.ts";

/** Opens a case of a kind with nothing but where the person stood; an open one is gone on with. */
export const reportAs =
  (kind: CaseKind): Performer =>
  async ({ contact, effect, session, cases, at }) => {
    const opening = { language: session.language, flow: kindFlows[kind], step: null };
    const { number, already } = await cases.open(
      effect.key,
      contact,
      opening,
      at,
      matterOf(kind, Date.parse(at)),
    );
    return { nomor: number, sudah_ada: already };
  };

/** From which flow a case of a kind comes. */
const kindFlows: Readonly<Record<CaseKind, string | null>> = {
  talk: null,
  accident: "lapor_kecelakaan",
  employer: "lapor_perusahaan",
  correction: "ubah_data",
  withdrawal: "tarik_persetujuan",
};

/**
 * Adds an answer to a case of this contact; one that was changed is added too, the officer reads both. Files of the answer
 * (`berkas`) are entries of their own, each once, with what was written beneath it.
 */
export const addToCase: Performer = async (setting) => {
  const { contact, effect, cases, at } = setting;
  const { nomor, catatan, berkas } = effect.payload;
  const text = String(catatan);
  const sent = filesIn(berkas);
  for (const file of sent) await addFile(setting, String(nomor), text, file);
  if (sent.length > 0) return {};
  const digest = createHash("sha256").update(text).digest("base64url").slice(0, 16);
  const how = { urgent: false, at };
  await cases.append(`${effect.key}.${digest}`, contact, String(nomor), { text }, how);
  return {};
};

/** A file as an entry, with its content as long as the case is kept. */
async function addFile(
  { contact, effect, cases, files, at }: Setting,
  number: string,
  text: string,
  { id, name, size, caption }: AnsweredFile,
): Promise<void> {
  const key = `${effect.key}.${id}`;
  const media = { kind: "image", name, size } as const;
  const told = caption === undefined ? text : `${text}: ${caption}`;
  await cases.append(key, contact, number, { text: told, media }, { urgent: false, at });
  const file = await files.read(id);
  const { content, mime } = file ?? {};
  await cases.keepFile(
    contact,
    key,
    content && mime ? { state: "kept", content, mime } : { state: "gone" },
  );
}
