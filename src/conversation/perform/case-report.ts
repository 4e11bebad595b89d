import { createHash } from "node:crypto";
import { matterOf } from "../../cases/case-kind.ts";
import type { CaseKind } from "../ports/cases.ts";
import type { Performer } from "./performer.ts";

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

/** Adds an answer to a case of this contact; one that was changed is added too, the officer reads both. */
export const addToCase: Performer = async ({ contact, effect, cases, at }) => {
  const { nomor, catatan } = effect.payload;
  const text = String(catatan);
  const digest = createHash("sha256").update(text).digest("base64url").slice(0, 16);
  const how = { urgent: false, at };
  await cases.append(`${effect.key}.${digest}`, contact, String(nomor), { text }, how);
  return {};
};
