/** Flows that the program opens by itself: where people are in no form, and what commands lead to. */
export const programFlows = {
  home: "menu",
  OFFICER: "petugas",
  SHOW_DATA: "lihat_data",
  ERASE_DATA: "hapus_data",
  STOP: "berhenti",
} as const;
