import type { Comparison } from "../flow/comparison.ts";
import type { SayStep } from "../flow/flow.ts";
import type { Reply } from "./event.ts";
import type { Scope } from "./scope.ts";
import { note, type Work } from "./work.ts";

/** Tells what a step says: as a sentence of the reply, or with a file or picture that goes along. */
export function say(work: Work, scope: Scope, step: SayStep): void {
  const key = step.texts;
  if (step.picture !== null) {
    show(work, scope, step, step.picture);
    return;
  }
  const text = { text: scope.text(key, {}, step), key };
  const file = fileOf(scope, step);
  if (file) work.files.push({ ...text, file });
  else if (step.alone) work.files.push(text);
  else work.notes.push(text);
}

/** What goes along; none where the variable names no file. */
function fileOf(scope: Scope, { file, texts, ...step }: SayStep): Reply["file"] | null {
  switch (file?.kind) {
    case "text":
      return {
        name: file.name,
        content: scope.text(`${texts}.file`, {}, { ...step, file, texts }),
      };
    case "document":
      return { document: file.name };
    case "kept": {
      const kept = scope.get(file.from);
      return typeof kept === "string" && kept !== "" ? { kept } : null;
    }
    case undefined:
      return null;
  }
}

/** A picture goes with its amounts in words; it is drawn when it is sent. An old button may ask for one that is no more. */
function show(work: Work, scope: Scope, step: SayStep, picture: string): void {
  const key = step.texts;
  const comparison = scope.picture(picture);
  if (!comparison) {
    note(work, "engine.old_choice");
    return;
  }
  const name = `${picture.replaceAll("_", "-")}.png`;
  const file = { name, alt: scope.text(`${key}.alt`, {}, step), comparison };
  const text = scope.text(key, { gambar_isi: inWords(comparison) }, step);
  work.files.push({ text, key, file });
}

/** All that a picture says, for who does not see it and for where it can't be drawn. */
function inWords({ title, about, groups, notes }: Comparison): string {
  const lines = groups.map((group) => {
    const amounts = group.bars.map(({ label, words }) => `${label} ${words}`).join(", ");
    return group.title === "" ? amounts : `${group.title}: ${amounts}`;
  });
  const said = [title, about, ...lines].filter((line) => line !== "").join("\n");
  return `${said}\n\n${notes.join(" ")}`;
}
