import { isMore, itemName, nameInItem } from "../flow/expanded.ts";
import type { AskStep, RepeatStep } from "../flow/flow.ts";
import { bring } from "./forms.ts";
import { itemLines } from "./items.ts";
import type { Scope } from "./scope.ts";
import { note, pendingStep, scopeOf, type Work } from "./work.ts";

const changing =
  /^(?:(?:eh|maaf|tolong|mau)[\s,]+)*(?:ubah|ganti|edit|koreksi|ralat|perbaiki|betulin|benerin|change|fix)\s+(.+)$/iu;
const removing =
  /^(?:(?:eh|maaf|tolong|mau)[\s,]+)*(?:hapus|hapusin|buang|coret|batalkan|hilangkan|delete|remove)\s+(.+)$/iu;

/** "ubah 2", "hapus Budi", where it is asked whether there is another item. */
export function changeItem(work: Work, text: string): boolean {
  const pending = pendingStep(work);
  if (!pending || !isMore(pending.step)) return false;
  const scope = scopeOf(work, pending.form);
  const repeat = scope.flow.byName.get(pending.step.item?.repeat ?? "");
  if (repeat?.kind !== "repeat") return false;
  const changed = changing.exec(text)?.[1];
  if (changed) return reopenItem(work, scope, repeat, changed);
  const removed = removing.exec(text)?.[1];
  return removed !== undefined && removeItem(work, scope, repeat, removed);
}

/** Asks everything of one item again, with the earlier answers proposed; false when `which` names none. */
export function reopenItem(work: Work, scope: Scope, repeat: RepeatStep, which: string): boolean {
  const index = findItem(scope, repeat, which);
  if (index === undefined) return false;
  const { form } = scope;
  bring(work, form);
  work.session.asked = null;
  delete form.reopened;
  for (const { name } of asksOf(scope, repeat, index)) {
    const mark = form.marks[name];
    if (!mark) continue;
    form.earlier[name] = mark.v;
    delete form.marks[name];
  }
  return true;
}

/** The question for another item that stands behind the last one. */
export const moreOf = (scope: Scope, repeat: RepeatStep): AskStep | undefined =>
  scope.flow.steps.findLast(
    (step): step is AskStep =>
      step.kind === "ask" && isMore(step) && step.item?.repeat === repeat.name,
  );

/** Takes an item out; those behind it move up, and it is asked anew whether there is another. */
function removeItem(work: Work, scope: Scope, repeat: RepeatStep, which: string): boolean {
  const index = findItem(scope, repeat, which);
  if (index === undefined) return false;
  removeAt(work, scope, repeat, index);
  return true;
}

/** Takes out the item of this place, be it still under way. */
export function removeAt(work: Work, scope: Scope, repeat: RepeatStep, index: number): void {
  const { form } = scope;
  const line = itemLines(scope, repeat)[index - 1] ?? nameIn(scope, repeat, index);
  const last = moreOf(scope, repeat)?.item?.index ?? 1;
  form.marks = without(form.marks, repeat.name, index);
  form.earlier = without(form.earlier, repeat.name, index);
  delete form.marks[nameInItem(repeat.name, Math.max(1, last - 1), "more")];
  form.touchedAt = work.now.at;
  work.session.asked = null;
  if (line !== "") note(work, "engine.item_removed", { line });
}

/** The name that was given in an item; empty where none was. */
const nameIn = (scope: Scope, repeat: RepeatStep, index: number): string =>
  asksOf(scope, repeat, index)
    .filter(({ type }) => type.name === "person-name")
    .map(({ name }) => String(scope.form.marks[name]?.v ?? ""))
    .join("");

function without<T>(all: Readonly<Record<string, T>>, repeat: string, index: number) {
  const kept: Record<string, T> = {};
  for (const [name, value] of Object.entries(all)) {
    const own = itemName(name);
    if (own?.repeat !== repeat || own.index < index) kept[name] = value;
    else if (own.index > index) kept[nameInItem(repeat, own.index - 1, own.name)] = value;
  }
  return kept;
}

/** An item by its number, or by words of its line. */
function findItem(scope: Scope, repeat: RepeatStep, which: string): number | undefined {
  const lines = itemLines(scope, repeat);
  const [, digits] = /^\s*(?:no(?:mor|mer)?\.?\s*)?(\d{1,2})\b/iu.exec(which) ?? [];
  if (digits !== undefined)
    return lines[Number(digits) - 1] === undefined ? undefined : Number(digits);
  const said = which.toLowerCase().trim();
  const found = lines.flatMap((line, at) =>
    said.length > 2 && line.toLowerCase().includes(said) ? [at + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}

const asksOf = (scope: Scope, repeat: RepeatStep, index: number): AskStep[] =>
  scope.flow.steps.filter(
    (step): step is AskStep =>
      step.kind === "ask" &&
      step.item?.repeat === repeat.name &&
      step.item.index === index &&
      !isMore(step),
  );
