import type { Value } from "../../answer-types/answer-type.ts";
import { filesIn } from "../../answer-types/file.ts";
import type { PersonFields } from "../ports/records.ts";

/**
 * The field by which officers read what was written beneath the list sent last ("Bu Yanti menyusul"): `keterangan_berkas`; none
 * where nothing was, or where people were typed (`list` null).
 */
export function beneathList(list: string | null, files: Value | undefined): PersonFields {
  const written = list === null ? [] : filesIn(files).flatMap(({ caption = [] }) => caption);
  return written.length === 0 ? {} : { keterangan_berkas: written.join("\n") };
}
