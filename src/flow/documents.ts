/** Files that the program makes when they are sent; `say` steps name them. */
export const documents = ["templat_pekerja", "templat_koperasi"] as const;
export type DocumentName = (typeof documents)[number];

export const isDocument = (name: string): name is DocumentName =>
  (documents as readonly string[]).includes(name);
