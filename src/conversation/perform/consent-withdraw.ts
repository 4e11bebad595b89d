import { matterOf } from "../../cases/case-kind.ts";
import { momentInWords } from "./correction-request.ts";
import type { Performer } from "./performer.ts";

/** Withdraws every consent; what was handed in is for the officers to stop within 3x24 hours (UU 27/2022 art. 40). */
export const withdrawConsent: Performer = async ({
  contact,
  effect,
  records,
  cases,
  session,
  at,
}) => {
  await records.withdrawConsent(`${effect.key}.consent`, contact, at);
  const jumlah = (await records.ofContact(contact)).length;
  if (jumlah === 0) return { jumlah, nomor_kasus: "", batas: "" };
  const opening = { language: session.language, flow: "tarik_persetujuan", step: null };
  const matter = matterOf("withdrawal", Date.parse(at));
  const { number, dueAt } = await cases.open(effect.key, contact, opening, at, matter);
  return { jumlah, nomor_kasus: number, batas: momentInWords(dueAt ?? at, session.language) };
};
