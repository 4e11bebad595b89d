import { openBook } from "../../src/book/open-book.ts";
import type { EffectOutcome, Message, Now, OfficerEvent, Reply } from "../../src/engine/event.ts";
import { respond } from "../../src/engine/respond.ts";
import type { Session } from "../../src/engine/session.ts";
import type { Book } from "../../src/flow/book.ts";
import type { EffectKind } from "../../src/flow/effects.ts";
import { answerTo } from "./person.ts";

/** What the outside answers, where a test does not say otherwise. */
const results: Record<EffectKind, Record<string, string | number | boolean>> = {
  "consent.record": {},
  "registration.submit": { nomor: "PYG-00000-00000-0", sudah_ada: false },
  "business.submit": { nomor: "PYG-00000-00000-0", sudah_ada: false, tercatat_ganda: "" },
  "agency.submit": { nomor: "PYG-00000-00000-0", sudah_ada: false, tercatat_ganda: "" },
  "cooperative.submit": { nomor: "PYG-00000-00000-0", sudah_ada: false, tercatat_ganda: "" },
  "cooperative.quote": {
    ...{ jumlah_pekerja: 2, pekerja_dihitung: true, pekerja_belum: false, banyak: false },
    ...{ koperasi_bayar: 400_000, upah_dipotong: 180_000, iuran_pekerja: 580_000 },
    ...{ iuran_pekerja_tertinggi: 700_000, tiap_pekerja: "", hukum_pekerja: "PP 44/2015" },
    ...{ jumlah_anggota: 2, anggota_dihitung: true, anggota_belum: false },
    ...{ anggota_terhitung: 2 },
    ...{ iuran_para_anggota: 33_600, tiap_anggota: "", hukum_para_anggota: "PP 50/2025" },
  },
  "case.open": { nomor: "KSS-00000-00000-0", sudah_ada: false },
  "data.show": {
    jumlah: 0,
    rincian: "",
    ada_percakapan: false,
    percakapan: "",
    berkas: 0,
    pekerja: 0,
    pekerja_nama: "",
    salinan: "",
    pekerja_salinan: "",
  },
  "data.erase": { tanda_terima: "HPS-00000-00000-0", jumlah: 0 },
  "contact.stop": {},
  "accident.report": { nomor: "KSS-00000-00000-0", sudah_ada: false },
  "employer.report": { nomor: "KSS-00000-00000-0", sudah_ada: false },
  "case.add": {},
  "status.own": { jumlah: 0, rincian: "" },
  "status.find": { hasil: "no", keadaan: "" },
  "correction.request": {
    ada: true,
    nomor_kasus: "KSS-00000-00000-0",
    batas: "25 November 2026 pukul 10.00 WIB",
  },
  "draft.invite": { kode: "X7K2-M9PQ" },
  "draft.find": { hasil: "yes", kanal: "telegram" },
  "draft.give": { sampai: true },
  "consent.withdraw": { jumlah: 0, nomor_kasus: "", batas: "" },
  "file.take": {
    berkas: JSON.stringify([{ id: "f1", name: "daftar.xlsx", size: 9000, kind: "sheet" }]),
    alasan: "",
  },
  "workers.read": {
    daftar: "l1",
    terbaca: true,
    alasan: "",
    diterima: 6,
    diterima_pekerja: 5,
    diterima_anggota: 1,
    ada_anggota: true,
    kosong: "",
    belum_dibaca: "",
    ditolak: 2,
    total: 8,
    jumlah_upah: 14_000_000,
    masalah: "Baris 6: NIK",
    hasil: "f2",
  },
  "workers.quote": {
    daftar_dihitung: true,
    daftar_usaha_bayar: 400_000,
    daftar_pekerja_bayar: 180_000,
    daftar_iuran: 580_000,
    daftar_iuran_tertinggi: 700_000,
    daftar_rincian: "",
    daftar_hukum: "PP 44/2015",
    daftar_orang: 6,
    daftar_jht_usaha: 0,
    daftar_jht_pekerja: 0,
    pemilik_di_berkas: false,
  },
};

/** What the installation of the tests tells of itself. */
export const installation = {
  operator: { name: "Dinas Contoh", contact: "0000-0000-0000" },
  office: null,
};

export const bookForTests = (): Book => {
  const { book, problems } = openBook(".", installation);
  if (!book) throw new Error(JSON.stringify(problems));
  return book;
};

export const nowForTests: Now = { at: Date.parse("2026-11-22T03:00:00Z"), today: "2026-11-22" };

/** What a turn came to; `forwarded`: texts for the officer. */
export type Talked = {
  session: Session;
  replies: Reply[];
  effects: { kind: string; payload: object }[];
  forwarded: { text: string | undefined; urgent: boolean }[];
};

/**
 * One turn on the engine alone, its effects done at once. The session goes in frozen and comes out through JSON, so that
 * a change of the old one throws and anything that is not JSON is lost.
 */
export function talk(
  book: Book,
  session: Session | null,
  messages: readonly Message[],
  {
    now = nowForTests,
    seed = "abcdefghijklmnop",
    officer,
    results: others = {},
  }: { now?: Now; seed?: string; officer?: OfficerEvent; results?: Partial<typeof results> } = {},
): Talked {
  let current = session;
  let rest = messages;
  let result: { key: string; outcome: EffectOutcome } | undefined;
  const replies: Reply[] = [];
  const effects: Talked["effects"] = [];
  const forwarded: Talked["forwarded"] = [];
  do {
    const before = current && frozen(current);
    const response = respond(
      book,
      before,
      { seed, messages: rest, ...(result ? { result } : {}), ...(officer ? { officer } : {}) },
      now,
    );
    current = JSON.parse(JSON.stringify(response.session)) as Session;
    for (const { index, urgent } of response.forwarded)
      forwarded.push({ text: rest[index]?.text, urgent });
    rest = rest.slice(response.consumed);
    replies.push(...response.replies);
    const [effect] = response.effects;
    effects.push(...response.effects);
    result = effect && {
      key: effect.key,
      outcome: { state: "done", result: others[effect.kind] ?? results[effect.kind] },
    };
  } while (result || rest.length > 0);
  return { session: current, replies, effects, forwarded };
}

function frozen<T>(value: T): T {
  if (value && typeof value === "object") {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

/** A session in which the given step of daftar_mandiri stands open. */
export function sessionAt(book: Book, step: string): Session {
  let session: Session | null = null;
  for (let turn = 0; session?.asked?.step !== step; turn++) {
    if (turn > 30) throw new Error(`never came to ${step}`);
    const text = answerTo(session?.asked?.step ?? null);
    ({ session } = talk(book, session, [{ text }]));
  }
  return session;
}
