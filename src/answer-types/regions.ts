/** One administrative area: a province (code `34`), a regency or city (`34.04`) or a district (`34.04.07`). */
export type Region = { code: string; name: string };

/** The areas of Indonesia by code, as `book/` read them (Kepmendagri 300.2.2-2138/2025). */
export type Regions = {
  provinces: readonly Region[];
  regencies: readonly Region[];
  districts: readonly Region[];
};
