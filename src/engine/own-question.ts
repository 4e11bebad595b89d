import type { Arguments } from "../locale/catalogue.ts";
import { draftsOf, titleOf } from "./draft-names.ts";
import type { Choice, Reply } from "./event.ts";
import type { Form } from "./session.ts";
import { catalogueOf, formById, questionsLeft, scopeOf, type Work } from "./work.ts";

/** What a reply asks, with what can be tapped. */
export type Question = {
  texts: { text: string; key: string }[];
  choices: Choice[];
  /** Whether a bare number picks one of the choices. */
  numbered: boolean;
  /** What may be sent by a button instead of typing. */
  wants?: "phone" | "location";
  secure?: Reply["secure"];
};

/** A question of the engine's own that stands before every form's: to start over, to throw a draft away, to go on. */
export function renderOwn(work: Work): Question | null {
  const { restarting, dropping = "", resuming = "" } = work.session;
  if (restarting) return renderRestart(work);
  const dropped = formById(work, dropping);
  if (dropped) return renderDropping(work, dropped);
  const resumed = formById(work, resuming);
  return resumed ? renderResuming(work, resumed) : null;
}

function renderRestart(work: Work): Question {
  return ownQuestion(work, "engine.restart_sure", {}, [
    ["RESTART_YES", "engine.restart_yes"],
    ["RESTART_NO", "engine.restart_no"],
  ]);
}

function renderDropping(work: Work, form: Form): Question {
  const key = "engine.drafts.drop_sure";
  return ownQuestion(work, key, { title: titleOf(work, form) }, [
    ["DROP_YES", "engine.drafts.drop_yes"],
    ["DROP_NO", "engine.drafts.drop_no"],
  ]);
}

/** "Pendaftaran Sri: tinggal 2 pertanyaan. Lanjut atau mulai baru?" */
function renderResuming(work: Work, form: Form): Question {
  const state = { title: titleOf(work, form), left: questionsLeft(scopeOf(work, form)) };
  const others: [string, string][] =
    draftsOf(work).length > 1 ? [["DRAFTS", "engine.drafts.all"]] : [];
  return ownQuestion(work, "engine.resume", state, [
    ["CONTINUE", "engine.resume_on"],
    ["RESTART", "engine.resume_anew"],
    ...others,
  ]);
}

/** A question of the engine's own, answered by commands. */
function ownQuestion(
  work: Work,
  key: string,
  args: Arguments,
  answers: readonly (readonly [string, string])[],
): Question {
  const catalogue = catalogueOf(work);
  return {
    numbered: true,
    texts: [{ text: catalogue.format(key, args), key }],
    choices: answers.map(([command, label]) => ({
      id: `cmd.${command}`,
      label: catalogue.format(label),
    })),
  };
}
