import { reasonCodes } from "../answer-types/answer-type.ts";

/** Texts that the engine and the conversation speak themselves. */
const engine: readonly string[] = [
  ..."yes no menu same skip officer skipped earlier noted changed recall expired media_not_read help stuck".split(
    " ",
  ),
  ..."kept cancelled cancelled_kept nothing_to_cancel no_back back_to restart restart_sure restart_yes restart_no".split(
    " ",
  ),
  ..."old_choice effect_failed still_working given_up review_yes review_edit review_which no_such_answer item_removed asked_again review_again question change_which nothing_to_change".split(
    " ",
  ),
  ..."resume resume_on resume_anew".split(" "),
  ..."titled untitled unnamed state heading list none no_such full other all cancelled same_nik drop_sure drop_yes drop_no dropped arrived"
    .split(" ")
    .map((name) => `drafts.${name}`),
  "told_above",
  "next_step",
  "help_here",
  ..."fetching gone row row_of unread together doubles too_old"
    .split(" ")
    .map((name) => `file.${name}`),
  "not_done",
  "which_topic",
  "pick_several",
  "picked",
  "pick_done",
  "pick_none",
  "reckon",
  "first_words",
  "disliked",
  ..."stuck_here sorrow fear unheard weary weary_here no_hurry welcome".split(" "),
  ..."link gone".split(" ").map((name) => `secure.${name}`),
  ..."code card not_a_nik identity".split(" ").map((name) => `secret.${name}`),
  ..."bpjs_kesehatan skema_lain terima_kasih makian spam prompt_injection bahasa_lain obrolan"
    .split(" ")
    .map((kind) => `none.${kind}`),
  "narrow.regency",
  "narrow.district",
  "narrow.which",
  "narrow.confirm",
  "notices.edited",
  "notices.hurried",
  ..."returned closed closed_correction says answer paused return old_choice late received urgent unreadable stopped go_on"
    .split(" ")
    .map((name) => `handover.${name}`),
  ...reasonCodes.map((code) => `reasons.${code}`),
];

/** What the Telegram channel says itself. */
const telegram: readonly string[] = [
  ..."in_group in_group_button send_phone send_location short_description description".split(" "),
  ..."menu daftar kembali batal bantuan petugas data hapus berhenti"
    .split(" ")
    .map((name) => `commands.${name}`),
];

/** What the WhatsApp channel says itself. */
const whatsapp: readonly string[] = ["list_button"];

/** The states of a registration. */
const keadaan: readonly string[] = ["submitted"];

/** What stands on the web chat's page. */
const web: readonly string[] = [
  ..."title description name not_bpjs menu restart restart_text forget forget_title forget_note forget_no forget_yes".split(
    " ",
  ),
  ..."forget_failed conversation messages start_what start_not start_how start start_text me bot choices placeholder".split(
    " ",
  ),
  ..."send attach waiting sent late refused bringing failed again offline moved use_here too_big save share_location".split(
    " ",
  ),
  ..."location location_failed to_end today yesterday no_script no_cookie".split(" "),
  ..."title promise label file send done used expired unknown busy"
    .split(" ")
    .map((name) => `secure.${name}`),
];

/** Words of lists of people that come and go as files, and why a cell or a file is not taken, by kind of column. */
const lists: readonly string[] = [
  ..."data petunjuk perbaiki pegawai anggota".split(" ").map((name) => `lembar.${name}`),
  ..."nomor nama nik tgl_lahir upah pekerjaan penghasilan hp baris catatan"
    .split(" ")
    .map((name) => `kolom.${name}`),
  ..."tanda nama nik tgl_lahir pekerjaan hp".split(" ").map((name) => `contoh.${name}`),
  ..."petunjuk petunjuk_koperasi petunjuk_perbaiki alasan.umum".split(" "),
  ...Object.entries({
    nik: "empty unclear too_short too_long not_digits bad_region bad_date bad_serial looks_like_kk duplicate damaged_by_excel",
    name: "empty unclear digits_in_name too_short too_long",
    birth_date: "empty unclear bad_date future_date too_young too_old",
    money: "empty unclear no_unit not_monthly range too_small too_large",
    phone: "unclear too_short too_long not_digits landline foreign damaged_by_excel",
    occupation: "empty unclear not_offered",
    file: "empty unclear unsupported_file encrypted_file too_big too_many_rows",
  }).flatMap(([kind, codes]) => codes.split(" ").map((code) => `alasan.${kind}.${code}`)),
];

/** What is said around an answer of the FAQ, and the labels of its buttons. */
const faq: readonly string[] = [
  "withheld",
  "sources",
  ..."lapor_perusahaan lapor_kecelakaan cek_status ubah_data daftar daftar_mandiri daftar_koperasi daftar_usaha daftar_pendamping hitung_iuran hitung_manfaat petugas lihat_data hapus_data kantor_cabang"
    .split(" ")
    .map((flow) => `buttons.${flow}`),
];

/** Texts that are spoken by the program and not by a flow, by the locale file they stand in; every language must have each. */
export const programTexts: Readonly<Record<string, readonly string[]>> = {
  berkas: lists,
  engine,
  faq,
  keadaan,
  telegram,
  web,
  whatsapp,
};
