import type { Value } from "../../src/answer-types/answer-type.ts";
import type { Effect, EffectOutcome } from "../../src/engine/event.ts";

type Result = Record<string, Value>;

/**
 * What effects bring about, in memory, with the contract of keys: the same key has the same stored result, whenever it comes.
 * One that fails is repeated aside, and its result comes later.
 */
export class Outside {
  /** Registrations by identity number, as they were submitted. */
  readonly registrations = new Map<string, { number: string; key: string }>();
  /** Numbers of cases, newest last. */
  cases: string[] = [];
  /** Effects to be repeated aside. */
  readonly waiting: Effect[] = [];
  private readonly stored = new Map<string, Result>();
  private reads = 0;

  perform(effect: Effect, fails: boolean): EffectOutcome {
    const stored = this.stored.get(effect.key);
    if (stored) return { state: "done", result: stored };
    if (fails) {
      this.waiting.push(effect);
      return { state: "failed", code: "unreachable" };
    }
    const result = this.bringAbout(effect);
    this.stored.set(effect.key, result);
    return { state: "done", result };
  }

  /** Keys of what was done, in order. */
  keysDone(): string[] {
    return [...this.stored.keys()];
  }

  /** Every other file of a cooperative has both lists. */
  private read(key: string, who: Result[string] | undefined): Result {
    const isPart = who === "keduanya" && this.reads++ % 2 === 0;
    const members = who === undefined || isPart ? 0 : 1;
    return {
      ...{ daftar: key, terbaca: true, alasan: "", diterima: 2, ditolak: 1, total: 3 },
      ...{ diterima_pekerja: 2 - members, diterima_anggota: members },
      ...{ ada_anggota: members > 0, kosong: isPart ? "anggota" : "", belum_dibaca: "" },
      ...{ jumlah_upah: 6_000_000, masalah: "Baris 4, NIK: ada 17 angka", hasil: "" },
    };
  }

  private bringAbout({ kind, key, payload }: Effect): Result {
    switch (kind) {
      case "consent.record":
      case "contact.stop":
      case "case.add":
        return {};
      case "registration.submit":
        return this.register(String(payload["identity"]), key);
      case "business.submit": {
        const { nomor, sudah_ada } = this.register(`usaha ${payload["identity"]}`, key);
        return { nomor: nomor ?? "", sudah_ada: sudah_ada ?? false, tercatat_ganda: "" };
      }
      case "agency.submit": {
        const { nomor, sudah_ada } = this.register(`instansi ${payload["nama_instansi"]}`, key);
        return { nomor: nomor ?? "", sudah_ada: sudah_ada ?? false, tercatat_ganda: "" };
      }
      case "cooperative.submit": {
        const { nomor, sudah_ada } = this.register(`koperasi ${payload["identity"]}`, key);
        return { nomor: nomor ?? "", sudah_ada: sudah_ada ?? false, tercatat_ganda: "" };
      }
      case "cooperative.quote":
        return {
          ...{ jumlah_pekerja: 2, pekerja_dihitung: true, pekerja_belum: false, banyak: false },
          ...{ koperasi_bayar: 400_000, upah_dipotong: 180_000, iuran_pekerja: 580_000 },
          ...{ iuran_pekerja_tertinggi: 700_000, tiap_pekerja: "", hukum_pekerja: "PP 44/2015" },
          ...{ jumlah_anggota: 2, anggota_dihitung: true, anggota_belum: true },
          ...{ anggota_terhitung: 1 },
          ...{ iuran_para_anggota: 33_600, tiap_anggota: "", hukum_para_anggota: "PP 50/2025" },
        };
      case "accident.report":
      case "employer.report":
      case "case.open": {
        const open = this.cases.at(-1);
        const number = open ?? this.number("KSS");
        if (!open) this.cases.push(number);
        return { nomor: number, sudah_ada: open !== undefined };
      }
      case "status.own":
        return { jumlah: this.registrations.size, rincian: "" };
      case "status.find":
        return { hasil: "no", keadaan: "" };
      case "correction.request":
        return {
          ada: this.registrations.size > 0,
          nomor_kasus: this.number("KSS"),
          batas: "besok",
        };
      case "consent.withdraw":
        return { jumlah: this.registrations.size, nomor_kasus: this.number("KSS"), batas: "besok" };
      case "draft.invite":
        return { kode: "X7K2-M9PQ" };
      case "draft.find":
        return { hasil: "no", kanal: "" };
      case "draft.give":
        return { sampai: false };
      case "data.show":
        return {
          jumlah: this.registrations.size,
          rincian: [...this.registrations.values()].map(({ number }) => number).join("\n"),
          ada_percakapan: this.cases.length > 0,
          percakapan: this.cases.join("\n"),
          berkas: 0,
          pekerja: 0,
          pekerja_nama: "",
          salinan: "",
          pekerja_salinan: "",
        };
      case "file.take":
        return {
          berkas: JSON.stringify([{ id: key, name: "daftar.xlsx", size: 9000, kind: "sheet" }]),
          alasan: "",
        };
      case "workers.read":
        return this.read(key, payload["siapa"]);
      case "workers.quote":
        return {
          ...{ daftar_dihitung: true, daftar_usaha_bayar: 400_000, daftar_pekerja_bayar: 180_000 },
          ...{ daftar_iuran: 580_000, daftar_iuran_tertinggi: 700_000, daftar_rincian: "" },
          ...{ daftar_orang: 2, daftar_jht_usaha: 0, daftar_jht_pekerja: 0 },
          ...{ daftar_hukum: "PP 44/2015", pemilik_di_berkas: payload["nik"] === undefined },
        };
      case "data.erase": {
        const jumlah = this.registrations.size;
        this.registrations.clear();
        this.cases = [];
        return { tanda_terima: this.number("HPS"), jumlah };
      }
    }
  }

  private register(identity: string, key: string): Result {
    const earlier = this.registrations.get(identity);
    const number = earlier?.number ?? this.number("PYG");
    if (!earlier) this.registrations.set(identity, { number, key });
    return { nomor: number, sudah_ada: earlier !== undefined };
  }

  private number(prefix: string): string {
    return `${prefix}-00000-${String(this.stored.size).padStart(5, "0")}-0`;
  }
}
