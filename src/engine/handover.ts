import { programFlows } from "../flow/program-flows.ts";
import { isCommand, obey } from "./commands.ts";
import type { Message, OfficerEvent } from "./event.ts";
import { findUrgent } from "./find-urgent.ts";
import { latestDraft, leave, openFlow } from "./forms.ts";
import { heededIn } from "./handover-words.ts";
import { warnOfSecret } from "./secret.ts";
import { activeForm, note, type Work } from "./work.ts";

/**
 * While a person talks with an officer the bot is silent: the message is for the officer, `index` says which it is. True when
 * nothing else is to be made of it.
 */
export function hearForOfficer(work: Work, message: Message, index: number): boolean {
  if (!work.session.handover) return false;
  const text = message.text ?? "";
  delete work.session.answered;
  if (message.secret) warnOfSecret(work, message.secret);
  const tapped = message.choice?.startsWith("cmd.") ? message.choice.slice(4) : undefined;
  const command = tapped !== undefined && isCommand(tapped) ? tapped : heededIn(text);
  if (command !== undefined) heed(work, command);
  else if (message.choice !== undefined) note(work, "engine.handover.old_choice");
  else if (message.notice) note(work, `engine.notices.${message.notice}`);
  else if (message.media?.kind === "other" && text === "") note(work, "engine.handover.unreadable");
  else forward(work, text, index);
  return true;
}

/** One's data and the state of things are shown in between; MENU, an erasure and the words for coming back end the talk here. */
function heed(work: Work, command: string): void {
  const { handover } = work.session;
  switch (command) {
    case "OFFICER":
      openFlow(work, programFlows.OFFICER);
      return;
    case "SHOW_DATA":
      obey(work, command);
      return;
    case "STOP":
      delete work.session.handover;
      note(work, "engine.handover.stopped", { nomor: handover?.number ?? "" });
      obey(work, command);
      return;
    default:
      delete work.session.handover;
      note(work, "engine.handover.returned");
      if (command !== "RETURN") obey(work, command);
      else backToQuestion(work);
  }
}

/** To the question that was open before, or home. */
function backToQuestion(work: Work): void {
  work.session.asked = null;
  if (!activeForm(work)) obey(work, "MENU");
}

/** What the person wrote goes to the officer; the first time they hear so. An accident or a death is answered all the same, once. */
function forward(work: Work, text: string, index: number): void {
  const { handover } = work.session;
  const urgent = findUrgent(work, text, true);
  work.forwarded.push({ index, urgent: urgent !== undefined });
  if (!handover) return;
  if (urgent && !handover.urgent?.includes(urgent)) {
    handover.urgent = [...(handover.urgent ?? []), urgent];
    note(work, "engine.handover.urgent");
    openFlow(work, urgent);
  } else if (!handover.received) note(work, "engine.handover.received");
  handover.received = true;
}

/** Tells a person what an officer did about their case. */
export function tellOfOfficer(
  work: Work,
  { number, act, text = "", about = "talk" }: OfficerEvent,
): void {
  const { session } = work;
  const isTheirs = session.handover?.number === number;
  if (act === "reply") {
    note(work, "engine.handover.says", { teks: text });
    if (isTheirs) return;
    // What they write next answers what they read last.
    session.handover = { number, received: true };
    note(
      work,
      session.asked && latestDraft(work) ? "engine.handover.paused" : "engine.handover.answer",
    );
    session.asked = null;
    return;
  }
  note(work, endings[act === "close" && about === "correction" ? "correction" : act], {
    nomor: number,
  });
  if (act === "close" && isTheirs) endTalk(work);
}

/** What the person reads of what an officer did beside writing. */
const endings = {
  close: "engine.handover.closed",
  correction: "engine.handover.closed_correction",
  late: "engine.handover.late",
} as const;

/**
 * The form is not taken up by itself: what the person is just writing is still meant for the officer, and must not give a
 * consent or stand as an address.
 */
function endTalk(work: Work): void {
  delete work.session.handover;
  leave(work);
  if (latestDraft(work)) work.offers.push({ id: "cmd.CONTINUE", key: "engine.handover.go_on" });
  work.offers.push({ id: "cmd.MENU", key: "engine.menu" });
}
