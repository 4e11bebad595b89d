import {
  type AnsweredFile,
  type FileKind,
  fileAnswer,
  fileMegabytes,
  filesAtMost,
  filesIn,
} from "../answer-types/file.ts";
import type { AskStep } from "../flow/flow.ts";
import { fingerprint } from "../lib/fingerprint.ts";
import { answerStep } from "./answer-step.ts";
import { complain } from "./complain.ts";
import type { EffectOutcome, Message } from "./event.ts";
import { bring } from "./forms.ts";
import { isFileNamed } from "./named-file.ts";
import type { Form } from "./session.ts";
import { activeForm, flowOf, note, pendingStep, scopeOf, type Work } from "./work.ts";

type Sent = NonNullable<Message["media"]> & { caption: string };

/** Bytes in a MB. */
const megabyte = 1024 * 1024;

/**
 * Takes the files at the head of these messages for the open question, or instead of the file that was sent last; gives how many
 * messages that used up, 0 where no file is asked for. What they hold is fetched outside.
 */
export function takeFiles(work: Work, messages: readonly Message[]): number {
  const wanted = fileStep(work);
  const end = messages.findIndex(({ media }) => !media);
  const files = (end < 0 ? messages : messages.slice(0, end)).flatMap(({ media, text = "" }) =>
    media ? [{ ...media, caption: text }] : [],
  );
  if (!wanted || files.length === 0) return 0;
  const { form, step } = wanted;
  if (form.waiting) return files.length;
  ask(work, form, step);
  const sound = files.filter((one) => faultOf(step, one) === null);
  if (sound.length > 0) fetchAll(work, form, step, sound);
  else refuse(work, form, step, files.at(-1));
  return files.length;
}

/** The file question that stands open, or the one whose answer was given last. */
function fileStep(work: Work): { form: Form; step: AskStep } | null {
  const pending = pendingStep(work);
  if (pending?.step.kind === "ask" && pending.step.type.name === "file")
    return { form: pending.form, step: pending.step };
  const form = activeForm(work);
  const { last } = work.session;
  const step = form && last?.form === form.id && flowOf(work, form).byName.get(last.step);
  return form && step && step.kind === "ask" && step.type.name === "file" ? { form, step } : null;
}

/** The file question stands open, if it did not. */
function ask(work: Work, form: Form, step: AskStep): void {
  const { asked } = work.session;
  if (asked?.form === form.id && asked.step === step.name) return;
  bring(work, form);
  if (form.marks[step.name]) form.reopened = step.name;
  work.session.asked = { form: form.id, step: step.name, tries: 0 };
}

/** Why a file is not even fetched, as far as its message tells. */
function faultOf(step: AskStep, { kind, name, size = 0, handle }: Sent) {
  if (!isFileNamed(kind, name, step.kinds)) return "unsupported_file" as const;
  if (size > most(step) * megabyte) return "too_big" as const;
  return handle === undefined ? ("unclear" as const) : null;
}

const most = ({ max }: AskStep): number => Math.min(max ?? fileMegabytes, fileMegabytes);

function fetchAll(work: Work, form: Form, step: AskStep, files: readonly Sent[]): void {
  const room = filesAtMost - filesIn(form.marks[step.name]?.v).length;
  const taken = step.several === "all" ? files.slice(0, Math.max(room, 1)) : files.slice(-1);
  const handles = JSON.stringify(taken.map(({ handle }) => handle));
  const key = `${form.id}.${step.name}.${form.revision}.${work.seed}${fingerprint(handles)}`;
  const due = { step: step.name, key };
  form.fetching = step.several === "all" ? [...(form.fetching ?? []), due] : [due];
  form.touchedAt = work.now.at;
  work.effects.push({
    kind: "file.take",
    key,
    payload: {
      berkas: handles,
      keterangan: JSON.stringify(taken.map(({ caption }) => caption)),
      jenis: step.kinds.join(" "),
      megabyte: most(step),
    },
  });
}

/** Takes what became of a file that was fetched; false where none is awaited under this key. */
export function takeFetched(
  work: Work,
  form: Form,
  step: AskStep,
  key: string,
  outcome: EffectOutcome,
): boolean {
  if (!form.fetching?.some((one) => one.key === key)) return false;
  if (outcome.state === "failed" && !outcome.final) return true;
  const rest = form.fetching.filter((one) => one.key !== key);
  if (rest.length > 0) form.fetching = rest;
  else delete form.fetching;
  const { berkas, alasan } = outcome.state === "done" ? outcome.result : {};
  const files = filesIn(berkas);
  if (files.length > 0) keep(work, form, step, files);
  else refuseFetched(work, form, step, String(alasan ?? "gone"));
  return true;
}

function keep(work: Work, form: Form, step: AskStep, files: readonly AnsweredFile[]): void {
  const before = step.several === "all" ? filesIn(form.marks[step.name]?.v) : [];
  const all = [...before, ...files].slice(-filesAtMost);
  answerStep(work, form, step, fileAnswer(all), { typed: true });
}

function refuse(work: Work, form: Form, step: AskStep, file: Sent | undefined): void {
  const fault = file && faultOf(step, file);
  const size = Math.ceil((file?.size ?? 0) / megabyte);
  if (fault) refuseFetched(work, form, step, fault, size);
}

/** One sentence on what is wrong, before the question again. */
function refuseFetched(work: Work, form: Form, step: AskStep, fault: string, found = 0): void {
  ask(work, form, step);
  const { asked } = work.session;
  if (asked) asked.tries = Math.min(asked.tries + 1, 99);
  if (fault !== "unsupported_file" && fault !== "too_big") {
    note(work, "engine.file.gone");
    return;
  }
  complain(work, scopeOf(work, form), step, {
    kind: "refused",
    reason: fault,
    detail: { found, expected: most(step), jenis: kindsInWords(work, step.kinds) },
  });
}

/** "Excel atau CSV, foto" */
const kindsInWords = (work: Work, kinds: readonly FileKind[]): string =>
  kinds
    .map((kind) => work.book.catalogues[work.session.language].format(`types.file.options.${kind}`))
    .join(", ");
