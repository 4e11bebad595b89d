import { plainWords } from "../lib/plain-words.ts";
import { advance } from "./advance.ts";
import { obey } from "./commands.ts";
import type { Message, OfficerEvent } from "./event.ts";
import { openFlow } from "./forms.ts";
import { findUrgent } from "./intent.ts";
import { activeForm, note, type Work } from "./work.ts";

/**
 * What the bot still heeds while a person talks with an officer: whole messages, word by word. Whatever else they write
 * ("halo", "1", "nanti saja") is for the officer.
 */
const heeded: ReadonlyMap<string, string> = new Map(
  Object.entries({
    MENU: "menu",
    RETURN: "selesai|kembali|kembali ke payung|batal|keluar|done|back|back to payung|cancel|exit",
    OFFICER: "petugas|bicara petugas|officer",
    SHOW_DATA: "lihat data|lihat data saya|show data|show my data",
    ERASE_DATA: "hapus data|hapus data saya|delete data|delete my data",
    STOP: "berhenti|stop",
  }).flatMap(([command, words]) => words.split("|").map((word) => [word, command] as const)),
);

/**
 * While a person talks with an officer the bot is silent: the message is for the officer, `index` says which it is. True when
 * nothing else is to be made of it.
 */
export function hearForOfficer(work: Work, message: Message, index: number): boolean {
  if (!work.session.handover) return false;
  const text = message.text ?? "";
  const command = message.choice?.startsWith("cmd.")
    ? message.choice.slice(4)
    : heeded.get(plainWords(text));
  if (command === "OFFICER") openFlow(work, "petugas");
  else if (command !== undefined) backToBot(work, command);
  else if (message.choice !== undefined) note(work, "engine.handover.old_choice");
  else forward(work, text, index);
  return true;
}

/** Nothing is told again: what the person wrote goes to the officer. An accident or a death is answered all the same. */
function forward(work: Work, text: string, index: number): void {
  const urgent = findUrgent(work, text);
  work.forwarded.push({ index, urgent: urgent !== undefined });
  if (urgent && activeForm(work)?.flow !== urgent) openFlow(work, urgent);
}

/** Ends the officer's part of the conversation on the person's side; the case stays open, and the officer may still write. */
function backToBot(work: Work, command: string): void {
  delete work.session.handover;
  note(work, "engine.handover.returned");
  if (command !== "RETURN") obey(work, command);
  else obeyReturn(work);
}

/** To the question that was open before, or home. */
function obeyReturn(work: Work): void {
  work.session.asked = null;
  if (!activeForm(work)) obey(work, "MENU");
}

/** Tells a person what an officer did about their case. */
export function tellOfOfficer(work: Work, { number, act, text = "" }: OfficerEvent): void {
  const talking = work.session.handover?.number === number;
  if (act === "reply") {
    note(work, "engine.handover.says", { teks: text });
    if (talking) return;
    // What they write next answers what they read last.
    work.session.handover = { number };
    work.session.asked = null;
    note(work, "engine.handover.answer");
    return;
  }
  note(work, `engine.handover.${act === "close" ? "closed" : "late"}`, { nomor: number });
  if (act !== "close" || !talking) return;
  delete work.session.handover;
  work.session.asked = null;
  advance(work);
}
