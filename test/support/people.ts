/** Invented people as owners list them; their NIKs hold their birth dates. */
export const people = [
  {
    nama: "Sari Andaian",
    nik: "3201014403900011",
    lahir: "1990-03-04",
    upah: 2_500_000,
    hp: "081211000011",
  },
  {
    nama: "Budi Tiruan",
    nik: "3374021708850012",
    lahir: "1985-08-17",
    upah: 3_000_000,
    hp: "081311000012",
  },
  {
    nama: "Wati Khayali",
    nik: "3578036512780013",
    lahir: "1978-12-25",
    upah: 2_750_000,
    hp: "085711000013",
  },
  {
    nama: "Joko Misalnya",
    nik: "3404052901950014",
    lahir: "1995-01-29",
    upah: 2_250_000,
    hp: "081911000014",
  },
  {
    nama: "Nur Tuanku",
    nik: "1271064206010015",
    lahir: "2001-06-02",
    upah: 2_100_000,
    hp: "082211000015",
  },
  {
    nama: "Made Rekaan",
    nik: "5171071109660016",
    lahir: "1966-09-11",
    upah: 4_000_000,
    hp: "087811000016",
  },
] as const;

export type Invented = (typeof people)[number];

/** "1990-03-04" -> "04-03-1990". */
export const dmy = (iso: string, mark = "-"): string => iso.split("-").reverse().join(mark);

/** The day number of a date in Excel's 1900 system. */
export const serial = (iso: string): number => Math.round(Date.parse(iso) / 86_400_000) + 25_569;

/** "2500000" -> "2.500.000". */
export const dotted = (rupiah: number): string => String(rupiah).replace(/\B(?=(\d{3})+$)/g, ".");

/** The values a person's row must have, when all five are given. */
export const valuesOf = ({ nama, nik, lahir, upah, hp }: Invented) => ({
  nama,
  nik,
  tgl_lahir: lahir,
  upah,
  hp: `+62${hp.slice(1)}`,
});
