import { daysLater } from "../lib/dates.ts";

/** The ISO date of a spreadsheet's day number. Excel counts 29 February 1900, which never was, so its 1900 system begins a day early. */
export const dateOfSerial = (days: number, date1904: boolean): string =>
  daysLater(date1904 ? "1904-01-01" : "1899-12-30", days);
