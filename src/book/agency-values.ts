import type { BookValue } from "../flow/book.ts";
import { weekdaysLater } from "../lib/dates.ts";
import type { Language } from "../locale/language.ts";
import { dateInWords } from "../locale/words.ts";
import { inForce } from "../rules/dated.ts";
import { serviceNumber, serviceRules } from "../rules/service-rules.ts";

const rule = "agency_working_days";

/** Last day for registering what was received on an ISO date; no list of public holidays is kept, so it may really be later. */
function lastDay(received: string): string | undefined {
  const days = serviceNumber(rule, received);
  return days === undefined ? undefined : weekdaysLater(received, days);
}

/** Working days begin to be counted on the day after forms are received, `on`: the answer or value that says when. */
const deadline = (on: string): BookValue => ({
  inputs: [...new Set([on, "language"])],
  type: "string",
  compute: (inputs) => {
    const last = lastDay(String(inputs[on]));
    return last && dateInWords(last, inputs["language"] as Language);
  },
});

/** Values on a public agency that registers its non-ASN staff: what it counts as, and until when it must (Permenaker 1/2025 art. 3A). */
export const agencyValues: Record<string, BookValue> = {
  ukuran_instansi: { inputs: [], type: "string", compute: () => "instansi" },
  bidang_instansi: { inputs: [], type: "string", compute: () => "pemerintahan" },
  tenggat_instansi: deadline("formulir_diterima"),
  tenggat_dari_hari_ini: deadline("today"),
  tenggat_lewat: {
    inputs: ["formulir_diterima", "today"],
    type: "bool",
    compute: ({ formulir_diterima, today }) => {
      const last = lastDay(String(formulir_diterima));
      return last !== undefined && last < String(today);
    },
  },
  ada_tenggat: {
    inputs: ["today"],
    optional: ["formulir_diterima"],
    type: "bool",
    compute: ({ formulir_diterima: received }) =>
      received !== undefined && lastDay(String(received)) !== undefined,
  },
  hukum_tenggat: {
    inputs: ["today"],
    type: "string",
    compute: ({ today }) =>
      inForce(
        serviceRules.numbers.filter(({ code }) => code === rule),
        String(today),
      )?.basis,
  },
};
