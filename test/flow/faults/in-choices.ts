import type { Fault } from "./fault.ts";

const iuran = "flows/hitung_iuran.yaml";

/** What cannot be opened, left, tapped or told apart. */
export const faultsInChoices: Record<string, Fault> = {
  "a flow that nobody can open": {
    file: "flows/terima_kasih.yaml",
    from: /intent:\n\s+\[[^\]]*\]\n/,
    to: "",
    at: "flow: terima_kasih",
    says: "nobody can open this flow",
  },
  "a request that takes a command for itself": {
    file: "flows/terima_kasih.yaml",
    from: "    trims,\n",
    to: "    trims,\n    batal,\n",
    at: "    batal,",
    says: 'the intent "batal" takes a word that works everywhere',
  },
  "a request that takes every yes for itself": {
    file: "flows/terima_kasih.yaml",
    from: "    trims,\n",
    to: "    trims,\n    oke,\n",
    at: "    oke,",
    says: 'the intent "oke" takes a word that works everywhere',
  },
  "a request that two flows claim": {
    file: "flows/tentang.yaml",
    from: "    ini siapa,\n",
    to: "    ini siapa,\n    makasih,\n",
    shown: "flows/terima_kasih.yaml",
    at: "    makasih,",
    says: 'the intent "makasih" asks for tentang too',
  },
  "a flow that sends people round in circles": {
    file: "flows/tentang.yaml",
    from: "  - say: isi\n",
    to: "  - go: tentang\n  - say: isi\n",
    at: "flow: tentang",
    says: "goes round in circles without a question: tentang -> tentang",
  },
  "a question that accepts the way out as its answer": {
    file: "flows/parts/person.yaml",
    from: "accepts: [selamat, tolong]",
    to: "accepts: [selamat, petugas]",
    at: "- ask: nama",
    says: 'accepts "petugas", a word that works everywhere',
  },
  "a label that is a command": {
    file: "locales/id/person.yaml",
    from: "ulang: Saya ketik ulang",
    to: "ulang: Batal",
    at: "ulang: Batal",
    says: '"Batal" is a command everywhere, but here it answers lahir_sesuai',
  },
  "a word for an option that swallows the way back": {
    file: "locales/en/person.yaml",
    from: "ulang: [retype,",
    to: "ulang: [back, retype,",
    at: "ulang: [back",
    says: '"back" is a command everywhere, but here it answers lahir_sesuai',
  },
  "a label that does not fit on a button": {
    file: "locales/en/menu.yaml",
    from: /iuran: .*/,
    to: "iuran: What does it cost a month",
    at: "iuran: What does it cost",
    says: "has 25 characters, 20 fit on a button",
  },
  "more choices than a list has rows": {
    file: iuran,
    from: "draft: false",
    to: "draft: true",
    at: "- ask: bidang",
    says: "offers 11 choices with those of the program, 10 fit",
  },
  "a choice whose id is too long": {
    file: "flows/menu.yaml",
    from: "tentang, petugas]",
    to: "tentang, petugas, sesuatu-yang-namanya-jauh-lebih-panjang-dari-yang-muat]",
    at: "- ask: pilihan",
    says: "bytes, 64 fit",
  },
  "two options with the same label": {
    file: "locales/id/menu.yaml",
    from: "manfaat: Hitung manfaat",
    to: "manfaat: Hitung iuran",
    at: "manfaat: Hitung iuran",
    says: '"hitung iuran" means manfaat, and "hitung iuran" iuran',
  },
  "two labels that one slip makes the same": {
    file: "locales/id/menu.yaml",
    from: "manfaat: Hitung manfaat",
    to: "manfaat: Hitung iuram",
    at: "manfaat: Hitung iuram",
    says: '"hitung iuram" means manfaat, and "hitung iuran" iuran',
  },
  "a word that picks two options": {
    file: "locales/id/menu.yaml",
    from: "manfaat: [manfaat,",
    to: "manfaat: [bayar, manfaat,",
    at: "manfaat: [bayar",
    says: '"bayar" means manfaat, and "bayar" iuran',
  },
  "a label with a number that is not its place": {
    file: "locales/id/menu.yaml",
    from: "iuran: Hitung iuran",
    to: 'iuran: "1. Hitung iuran"',
    at: 'iuran: "1. Hitung',
    says: "1 means the option iuran, which stands at place 2 of pilihan",
  },
};
