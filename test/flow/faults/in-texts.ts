import type { Fault } from "./fault.ts";

/** What one language lacks, what is kept without a rule, and what is hard to read. */
export const faultsInTexts: Record<string, Fault> = {
  "a text that one language lacks": {
    file: "locales/id/menu.yaml",
    from: "  again: Mau apa dulu?\n",
    to: "",
    shown: "locales/en/menu.yaml",
    at: "  again:",
    says: "menu.pilihan.again is in en but not in id",
  },
  "an argument that one language does not name": {
    file: "locales/en/person.yaml",
    from: "on {proposal}. Is",
    to: "then. Is",
    at: "  propose: Going by the NIK",
    says: "person.tanggal_lahir.propose names {proposal} in id but not in en",
  },
  "a text for an option that there is not": {
    file: "locales/en/menu.yaml",
    from: "    iuran: ",
    to: "    iuranku: My contribution\n    iuran: ",
    at: "    iuranku:",
    says: "text menu.pilihan.options.iuranku is used by nothing",
  },
  "a text that tells apart what never is": {
    file: "locales/id/daftar_mandiri.yaml",
    from: "{nik_sex, select, L {laki-laki} P {perempuan}",
    to: "{nik_sex, select, L {laki-laki} W {perempuan}",
    at: "  text: |-\n    Coba cek dulu:",
    says: 'tells apart whether nik_sex is "W", which it never is',
  },
  "an empty text": {
    file: "locales/id/menu.yaml",
    from: "  again: Mau apa dulu?\n",
    to: '  again: ""\n',
    at: '  again: ""',
    says: "menu.pilihan.again is empty",
  },
  "an identity number that passes for an everyday answer": {
    file: "flows/parts/person.yaml",
    from: "    type: nik\n    class: identity\n",
    to: "    type: nik\n    class: plain\n",
    at: "  - ask: nik",
    says: "a nik is identity, not plain",
  },
  "personal data that is kept without a rule until when": {
    file: "flows/parts/consent.yaml",
    from: "with: { purpose: tujuan_persetujuan,",
    to: "with: { nama: nama, purpose: tujuan_persetujuan,",
    at: "- do: consent.record",
    says: "consent.record keeps nama (personal), and no rule says until when",
  },
  "personal data that is noted before consent": {
    file: "flows/parts/consent.yaml",
    from: "  - ask: setuju\n",
    to: "  - ask: surel\n    type: email\n    class: personal\n  - ask: setuju\n",
    at: "- ask: surel",
    says: "notes what is personal before consent.record",
  },
  "a sentence too long to be read at a glance": {
    file: "locales/id/berhenti.yaml",
    from: "Payung tidak akan mengirim pesan",
    to: `Payung ${"sungguh ".repeat(20)}tidak akan mengirim pesan`,
    at: "sungguh",
    says: "25 are read at a glance",
  },
  "a word of offices": {
    file: "locales/id/tentang.yaml",
    from: "Kalau ada yang meminta",
    to: "Apabila ada yang meminta",
    at: "Apabila",
    says: '"apabila" is how offices write',
  },
  shouting: {
    file: "locales/en/terima_kasih.yaml",
    from: "isi: ",
    to: "isi: Great!! ",
    at: "isi: ",
    says: "2 exclamation marks, 1 is enough",
  },
};
