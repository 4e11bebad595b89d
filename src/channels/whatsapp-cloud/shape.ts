import type { Outgoing } from "../../conversation/ports/channel.ts";
import { renderText } from "../render-text.ts";

/** A row of a list: `description` holds the whole label where the title had to be cut. */
export type Row = { id: string; title: string; description?: string };

/** How WhatsApp shows a reply: buttons below it, a list behind a button, or text only. */
export type Shape =
  | { kind: "buttons"; text: string; buttons: readonly { id: string; title: string }[] }
  | { kind: "list"; text: string; open: string; rows: readonly Row[] }
  | { kind: "text"; text: string };

/** WhatsApp's limits: of characters in a text, a text with something to tap, and one along with a file; of labels; of how many. */
export const limits = {
  text: 4096,
  tappable: 1024,
  caption: 1024,
  buttons: 3,
  buttonTitle: 20,
  listButton: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
} as const;

/** The best shape that holds the whole reply: nothing of what it says or offers is left out. */
export function shapeOf(reply: Outgoing, texts: (key: string) => string): Shape {
  const { text, choices } = reply;
  const plain: Shape = { kind: "text", text: renderText(reply) };
  if (choices.length === 0 || text.length > limits.tappable || !areTappable(choices)) return plain;
  const labels = choices.map(({ label }) => label);
  const short = labels.every((label) => lengthOf(label) <= limits.buttonTitle);
  if (short && choices.length <= limits.buttons && new Set(labels).size === labels.length)
    return {
      kind: "buttons",
      text,
      buttons: choices.map(({ id, label }) => ({ id, title: label })),
    };
  const rows = labels.every((label) => lengthOf(label) <= limits.rowDescription);
  if (!rows || choices.length > limits.rows || reply.file) return plain;
  const open = cut(texts("whatsapp.list_button"), limits.listButton);
  return { kind: "list", text, open, rows: choices.map(rowOf) };
}

/** Whether every choice has a label, and an id of its own. */
const areTappable = (choices: Outgoing["choices"]): boolean =>
  choices.every(({ id, label }) => id !== "" && id.length <= limits.rowId && label.trim() !== "") &&
  new Set(choices.map(({ id }) => id)).size === choices.length;

const rowOf = ({ id, label }: { id: string; label: string }): Row =>
  lengthOf(label) <= limits.rowTitle
    ? { id, title: label }
    : { id, title: cut(label, limits.rowTitle), description: label };

/** In code points: a sign of several of them counts as such, as WhatsApp may count it. */
const lengthOf = (label: string): number => [...label].length;

const signs = new Intl.Segmenter("id", { granularity: "grapheme" });

/** The beginning of a label with an ellipsis, at most `most` code points: whole signs, and whole words if that leaves half of it. */
function cut(label: string, most: number): string {
  if (lengthOf(label) <= most) return label;
  let kept = "";
  for (const { segment } of signs.segment(label)) {
    if (lengthOf(kept + segment) > most - 1) break;
    kept += segment;
  }
  const word = label[kept.length] === " " ? kept.length : kept.lastIndexOf(" ");
  return `${(word >= most / 2 ? kept.slice(0, word) : kept).trimEnd()}…`;
}
