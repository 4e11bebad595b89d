import type { Outgoing } from "../../conversation/ports/channel.ts";

/** Characters of a label that still has room for another beside it. */
const shortLabel = 18;

/**
 * What can be tapped below a reply: its choices under the text, or, where a phone number or place is wanted, a button of the
 * phone's own with the choices beside it. A reply with neither takes such a button away again.
 */
export function keyboardOf(
  { choices, wants }: Pick<Outgoing, "choices" | "wants">,
  texts: (key: string) => string,
): object {
  if (wants) {
    const ask =
      wants === "phone"
        ? { text: texts("telegram.send_phone"), request_contact: true }
        : { text: texts("telegram.send_location"), request_location: true };
    const labels = inRows(choices).map((row) => row.map(({ label }) => ({ text: label })));
    return { keyboard: [[ask], ...labels], one_time_keyboard: true, resize_keyboard: true };
  }
  if (choices.length === 0) return { remove_keyboard: true };
  const rows = inRows(choices);
  return {
    inline_keyboard: rows.map((row) =>
      row.map(({ id, label }) => ({ text: label, callback_data: id })),
    ),
  };
}

/** Two neighbours with short labels share a row. */
function inRows<Choice extends { label: string }>(choices: readonly Choice[]): Choice[][] {
  const rows: Choice[][] = [];
  for (const choice of choices) {
    const row = rows.at(-1);
    if (row?.length === 1 && [...row, choice].every(isShort)) row.push(choice);
    else rows.push([choice]);
  }
  return rows;
}

const signs = new Intl.Segmenter("id", { granularity: "grapheme" });
const isShort = ({ label }: { label: string }): boolean =>
  [...signs.segment(label)].length <= shortLabel;
