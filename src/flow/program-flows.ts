/** Flows that the program knows by name: where people are in no form, what commands lead to, and what is told of all their forms. */
export const programFlows = {
  home: "menu",
  OFFICER: "petugas",
  SHOW_DATA: "lihat_data",
  COPY_DATA: "salinan_data",
  ERASE_DATA: "hapus_data",
  STOP: "berhenti",
} as const;
