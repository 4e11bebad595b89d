/** Kinds of cells a list is made of. */
export type ColumnKind =
  | "nik"
  | "name"
  | "birth_date"
  | "money"
  | "phone"
  | "occupation"
  | "origin";

/** One column of a list: its key in the values, what stands in it, and whether a row may go without. */
export type Column = { key: string; kind: ColumnKind; required: boolean };

/** In a list that comes back mended: the row that each one had in the first list. It is no value of a person. */
export const originColumn: Column = { key: "baris", kind: "origin", required: false };

/** Workers of a business, or staff of a cooperative: with a wage. */
export const workerColumns = [
  { key: "nama", kind: "name", required: true },
  { key: "nik", kind: "nik", required: true },
  { key: "tgl_lahir", kind: "birth_date", required: true },
  { key: "upah", kind: "money", required: true },
  { key: "hp", kind: "phone", required: false },
] as const satisfies readonly Column[];

/** Members of a cooperative: with work and income of their own. */
export const memberColumns = [
  { key: "nama", kind: "name", required: true },
  { key: "nik", kind: "nik", required: true },
  { key: "tgl_lahir", kind: "birth_date", required: true },
  { key: "pekerjaan", kind: "occupation", required: true },
  { key: "penghasilan", kind: "money", required: true },
  { key: "hp", kind: "phone", required: false },
] as const satisfies readonly Column[];

/** The lists that a file may hold; a cooperative's workbook has both. */
export const listColumns = {
  pekerja: workerColumns,
  anggota: memberColumns,
} as const satisfies Record<string, readonly Column[]>;
export type ListName = keyof typeof listColumns;
