import type { CommandName } from "../answer-types/command.ts";
import { programFlows } from "../flow/program-flows.ts";
import type { Language } from "../locale/language.ts";
import { personsIn, titleOf } from "./draft-names.ts";
import { listDrafts, openFor } from "./drafts.ts";
import { comfort } from "./feelings.ts";
import {
  bring,
  home,
  latestDraft,
  layAside,
  leave,
  openFlow,
  openNew,
  recall,
  takeUp,
} from "./forms.ts";
import { limits } from "./limits.ts";
import {
  activeForm,
  catalogueOf,
  flowOf,
  note,
  pendingStep,
  removeForm,
  scopeOf,
  type Work,
} from "./work.ts";

const opens = (flow: string) => (work: Work) => openFlow(work, flow);

const speaks = (language: Language) => (work: Work) => {
  work.session.language = language;
  homeIfNowhere(work);
};

/**
 * `RETURN`: an old button of a talk with an officer that is over; `CONTINUE`: the draft touched last; `DRAFTS`: all of them;
 * `FOR_OTHER`: a form for somebody else.
 */
const commands: Record<
  CommandName | "RETURN" | "CONTINUE" | "DRAFTS" | "FOR_OTHER",
  (work: Work) => void
> = {
  RETURN: (work) => homeIfNowhere(work),
  CONTINUE(work) {
    const active = activeForm(work);
    const draft = active && flowOf(work, active).draft ? active : latestDraft(work);
    if (draft) takeUp(work, draft);
    else openFlow(work, home);
  },
  DRAFTS: (work) => listDrafts(work),
  FOR_OTHER(work) {
    if (!openFor(work, "other")) openFlow(work, home);
  },
  MENU: toMenu,
  CANCEL: cancel,
  BACK: back,
  HELP(work) {
    const step = pendingStep(work)?.step;
    // who tells of an accident is not told how forms work
    if (step?.kind === "ask" && step.story) note(work, "engine.fear");
    else if (comfort(work)) return;
    else note(work, isNowhere(work) ? "engine.help_here" : "engine.help");
    homeIfNowhere(work);
  },
  OFFICER: opens(programFlows.OFFICER),
  RESTART: askToRestart,
  REPEAT(work) {
    const form = activeForm(work);
    if (form && form.flow !== home) work.offers.push({ id: "cmd.RESTART", key: "engine.restart" });
    homeIfNowhere(work);
  },
  SHOW_DATA: opens(programFlows.SHOW_DATA),
  ERASE_DATA: opens(programFlows.ERASE_DATA),
  STOP(work) {
    leave(work);
    openFlow(work, programFlows.STOP);
  },
  LANG_EN: speaks("en"),
  LANG_ID: speaks("id"),
};

/** Whether a word is a command's name; that of a forged choice is none. */
export const isCommand = (name: string): name is keyof typeof commands =>
  Object.hasOwn(commands, name);

/** Carries out a global command; an unknown one changes nothing. */
export function obey(work: Work, command: string, greeting = false): void {
  if (greeting && greet(work)) return;
  if (isCommand(command)) commands[command](work);
}

/** A greeting within a form: where it stands, then its question again; after a long silence first whether to go on. */
function greet(work: Work): boolean {
  const form = activeForm(work);
  if (work.now.at - work.session.seenAt >= limits.resumeHours * 3_600_000 && askToResume(work))
    return true;
  if (!form || form.flow === home || !pendingStep(work)) return false;
  recall(work, form);
  return true;
}

/** Tells where the draft stands that was left, if anything is answered in it. */
function askToResume(work: Work): boolean {
  const active = activeForm(work);
  const isOpen = active !== undefined && active.flow !== home;
  const draft = isOpen ? active : latestDraft(work);
  if (!draft || draft.waiting || !flowOf(work, draft).draft) return false;
  if (scopeOf(work, draft).reviewed().length === 0) return false;
  if (draft !== active) bring(work, draft);
  work.session.resuming = draft.id;
  work.titled.add(draft.id);
  return true;
}

function toMenu(work: Work): void {
  if (leave(work)) note(work, "engine.kept");
  openFlow(work, home);
}

/** No form is filled in. */
const isNowhere = (work: Work): boolean => (activeForm(work)?.flow ?? home) === home;

const homeIfNowhere = (work: Work): void => {
  if (!activeForm(work)) openFlow(work, home);
};

function askToRestart(work: Work): void {
  const form = activeForm(work);
  if (form && form.flow !== home && !form.waiting && Object.keys(form.marks).length > 1) {
    work.session.restarting = true;
  }
  homeIfNowhere(work);
}

/** Starts the form under way anew; its answers are gone. */
export function restart(work: Work): void {
  const form = activeForm(work);
  delete work.session.restarting;
  if (!form) return;
  removeForm(work.session, form.id);
  openNew(work, form.flow, form.whose ? { whose: form.whose } : {});
}

function cancel(work: Work): void {
  const form = activeForm(work);
  if (!form || form.flow === home) {
    note(work, "engine.nothing_to_cancel");
    if (!form) openFlow(work, home);
    return;
  }
  if (flowOf(work, form).draft || work.session.stack.length < 2) {
    const several = personsIn(work).length > 1;
    const title = titleOf(work, form);
    const kept = leave(work);
    if (kept && several) {
      note(work, "engine.drafts.cancelled", { title });
      work.offers.push({ id: "cmd.DRAFTS", key: "engine.drafts.all" });
      work.offers.push({ id: "cmd.MENU", key: "engine.menu" });
    } else note(work, kept ? "engine.cancelled_kept" : "engine.cancelled");
    return;
  }
  layAside(work, form);
  note(work, "engine.cancelled");
}

/** Opens the answered question before the one that stands open. */
function back(work: Work): void {
  const pending = pendingStep(work);
  if (!pending) {
    if (!activeForm(work)) openFlow(work, home);
    return;
  }
  const { form, step } = pending;
  if (form.correcting) {
    delete form.correcting;
    delete form.reopened;
    work.session.asked = null;
    return;
  }
  const scope = scopeOf(work, form);
  const previous = scope.flow.steps.findLast(
    (other) =>
      other.kind === "ask" &&
      other.index < step.index &&
      form.marks[other.name] !== undefined &&
      scope.applies(other),
  );
  if (!previous) {
    if (scope.flow.draft || form.flow === home) note(work, "engine.no_back");
    else cancel(work);
    return;
  }
  form.reopened = previous.name;
  work.session.asked = null;
  const catalogue = catalogueOf(work);
  const key = `${previous.texts}.label`;
  if (catalogue.has(key)) note(work, "engine.back_to", { label: scope.text(key, {}, previous) });
}
