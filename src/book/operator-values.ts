import type { BookValue } from "../flow/book.ts";

/** Who runs this installation and answers for the data; null = a trial on somebody's own machine. */
export type Operator = { name: string; contact: string };

const constant = (value: string | boolean, elsewhere?: BookValue["elsewhere"]): BookValue => ({
  inputs: [],
  type: typeof value === "boolean" ? "bool" : "string",
  compute: () => value,
  ...(elsewhere ? { elsewhere } : {}),
});

/** As long as a name or an address of an organisation is apt to be. */
const long = "x".repeat(50);

/** Version of the consent text; a new one asks everybody in mid-form again. Raise it with the wording. */
const consentVersion = "2026-11-22.3";

/** Version of the statement that somebody else knows of it and agrees. Raise it with the wording. */
const authorityVersion = "2026-11-22.1";

/** Values on the installation: who runs it, whether it is a trial, which consent it asks for. */
export const operatorValues = (operator: Operator | null): Record<string, BookValue> => ({
  percobaan: constant(operator === null, [true, false]),
  pengelola: constant(operator?.name ?? "-", [long]),
  kontak_pengelola: constant(operator?.contact ?? "-", [long]),
  versi_persetujuan: constant(consentVersion),
  tujuan_persetujuan: constant("pendaftaran"),
  versi_perwakilan: constant(authorityVersion),
  tujuan_perwakilan: constant("pendaftaran_orang_lain"),
  tujuan_wewenang: constant("wewenang"),
});
