/**
 * Key figures of every answer, taken from the facts (not from the program): `both` stand in it on either day, `november`
 * on 2026-11-22 alone, `january` on 2027-01-15 alone. `says` are words it must hold, `saysNovember` and `saysJanuary` on
 * one of the days.
 */
export type Figures = {
  both?: string[];
  november?: string[];
  january?: string[];
  says?: string[];
  saysNovember?: string[];
  saysJanuary?: string[];
};
