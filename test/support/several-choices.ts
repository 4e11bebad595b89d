/** A form with two questions that take several answers, of which one may be none. */
export const flow = `flow: pilih
intent: [pilih program]
steps:
  - say: sapaan
  - ask: program
    type: choices
    class: plain
    options: [jkk, jkm, jht]
    min: 1
    max: 2
  - ask: alat
    type: choices
    class: plain
    options: [helm, sepatu]
    min: 0
  - say: menabung
    when: '"jht" in program'
  - review: periksa
  - do: case.open
    as: buka
    with: { program: program, alat: alat }
    gives: { nomor: string, sudah_ada: bool }
  - end: selesai
`;
export const texts = `title: Pilih
sapaan: Mari memilih.
program:
  text: Mau program apa?
  label: Program
  names: [program]
  options: { jkk: JKK, jkm: JKM, jht: Hari tua }
  words: { jht: [jht, tabungan] }
alat:
  text: Punya alat apa?
  label: Alat
  options: { helm: Helm, sepatu: Sepatu }
menabung: Ikut menabung, jadi {program}.
periksa: "Periksa:\\n{answers}"
selesai: Selesai.
`;
export const files: Record<string, string> = {
  "flows/pilih.yaml": flow,
  "locales/id/pilih.yaml": texts,
  "locales/en/pilih.yaml": texts,
};
