import type { Entering } from "../../conversation/conversation.ts";
import type { Inbound } from "../../conversation/ports/line.ts";
import type { Choice } from "../../engine/event.ts";
import { mediaAt } from "../fetch-here.ts";

/** A line of a transcript: a remark, the clock, another conversation, something sent, or what the bot said (which is written anew). */
export type ScriptLine =
  | { kind: "remark" }
  | { kind: "clock"; at: number }
  | { kind: "elsewhere"; name: string }
  | { kind: "sent"; sign: string; text: string }
  | { kind: "said" };

/** What is wrong with a transcript itself: it can't be played beyond this line. */
export class ScriptFault extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.name = "ScriptFault";
    this.remedy = remedy;
  }
}

/** Reads a line. Throws ScriptFault. */
export function readLine(line: string): ScriptLine {
  if (line.startsWith("#")) return { kind: "remark" };
  if (line.startsWith("@")) return { kind: "clock", at: clockOf(line.slice(1).trim()) };
  if (line.startsWith("= ")) return { kind: "elsewhere", name: line.slice(2).trim() };
  if (line.trim() === "" || line.startsWith("  ")) return { kind: "said" };
  const [, sign, text] = /^(>{1,3}|<<) (.+)$/.exec(line) ?? [];
  if (sign && text) return { kind: "sent", sign, text };
  throw new ScriptFault(
    "a line that is neither sent nor said",
    'begin it with "> " (typed), ">> " (tapped), ">>> " (no text), "<< " (an officer), "@ " (time), "= " (in another conversation), "#" (remark) or two spaces (said)',
  );
}

function clockOf(iso: string): number {
  const at = Date.parse(iso);
  if (!Number.isNaN(at)) return at;
  throw new ScriptFault(`${iso} is no time`, "write it as 2026-11-22T10:00:00+07:00");
}

/** What goes into the line; `choices` stand below the last reply, `number` is that of the person's case. Throws ScriptFault. */
export function messageOf(
  { sign, text }: { sign: string; text: string },
  { choices, number, at }: { choices: readonly Choice[]; number: string; at: string },
): Entering {
  if (sign === "<<") return actOf(text, number);
  if (sign === ">") return { kind: "message", at, text };
  if (sign === ">>>") return { kind: "message", at, ...wordless(text) };
  const choice = choices.find(({ label }) => label === text)?.id;
  if (choice) return { kind: "message", at, choice };
  const labels = choices.map(({ label }) => label).join(", ") || "none";
  throw new ScriptFault(`no choice "${text}" below the last reply`, `choices: ${labels}`);
}

function wordless(kind: string): Partial<Inbound> {
  switch (kind) {
    case "location":
      return { location: { lat: -7.782912, lon: 110.367083 } };
    case "phone":
      return { phone: "+6281200001234" };
    case "edited":
    case "hurried":
      return { notice: kind };
    default:
      return kind.includes(".") ? fileOf(kind) : { media: { kind: kind as "sticker" } };
  }
}

/** A file by its path, with what is written beneath it: "foto.png tempat jatuhnya". */
function fileOf(line: string): Partial<Inbound> {
  const [path = "", ...caption] = line.split(" ");
  const media = mediaAt(path);
  return caption.length > 0 ? { media, text: caption.join(" ") } : { media };
}

/** What an officer does about the case that the person was told of. */
const actOf = (text: string, number: string): Entering => ({
  kind: "officer",
  case: number,
  by: "petugas",
  ...(text === "close" ? { act: "close" } : { act: "reply", text }),
});
