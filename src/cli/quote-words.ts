const monthNames = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(" ");

/** Whole rupiah with Indonesian thousands dots. */
export const rupiah = (amount: number): string => amount.toLocaleString("id-ID");

/** `2026-11` -> "Nov 2026". */
export const monthName = (month: string): string =>
  `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

/** A line of a table: the first cell to the left, amounts to the right. */
export const aligned = ([first = "", ...amounts]: readonly string[], width = 8): string =>
  first.padEnd(width) + amounts.map((amount) => amount.padStart(11)).join("");

/** Who decides. */
export const estimate = "Ini perkiraan. Yang menetapkan iuran adalah BPJS Ketenagakerjaan.";
