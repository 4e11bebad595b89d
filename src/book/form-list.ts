import type { Value } from "../answer-types/answer-type.ts";
import type { BookValue } from "../flow/book.ts";

/** The items of a form's list as it is told in JSON; none where it is no list. */
export function listIn<Item>(list: Value | undefined): readonly Item[] {
  try {
    const items: unknown = JSON.parse(String(list));
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}

/** Whether the NIK of the item that is asked about is another item's of this list too. */
export const isListedTwice = (list: string): BookValue => ({
  inputs: ["nik", list, "item"],
  type: "bool",
  compute: (inputs) =>
    listIn<{ nik?: string }>(inputs[list]).some(
      ({ nik }, at) => nik === inputs["nik"] && at + 1 !== Number(inputs["item"]),
    ),
});
