import { ageInYears } from "../lib/dates.ts";
import { mayBeKkNumber, nikParts } from "../rules/nik.ts";
import type { Fault, Remark } from "./reading.ts";

/** Below this age nobody has an e-KTP, so the date is not that of a worker or the number not a NIK. */
const youngest = 17;

/** What NIK and birth date say of each other. `birthDate`: null where the list has no such column. */
export type Compared = { faults: Fault[]; remarks: Remark[]; birthDate: string | null };

/**
 * Compares the date in a NIK with the birth date beside it. A difference goes to an officer, as a few genuine NIKs are odd; a date
 * that makes the holder a child is the mark of a family card's number. `fields`: keys of the two columns.
 */
export function compareDates(
  nik: string,
  birthDate: string | null,
  fields: { nik: string; birthDate: string },
  today: string,
): Compared {
  const parts = nikParts(nik, today);
  const inNik = "problem" in parts ? null : parts.birthDate;
  const isChild = birthDate !== null && ageInYears(birthDate, today) < youngest;
  if (isChild)
    return {
      faults: [
        {
          field: fields.birthDate,
          reason: "too_young",
          detail: { age: ageInYears(birthDate, today) },
        },
      ],
      remarks: [],
      birthDate,
    };
  if (mayBeKkNumber(nik, today))
    return { faults: [{ field: fields.nik, reason: "looks_like_kk" }], remarks: [], birthDate };
  if (birthDate === null) return { faults: [], remarks: ["birth_date_from_nik"], birthDate: inNik };
  return { faults: [], remarks: inNik === birthDate ? [] : ["nik_birth_date_differs"], birthDate };
}
