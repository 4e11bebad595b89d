import { renderText } from "../../src/channels/render-text.ts";
import type { App } from "../../src/cli/app.ts";
import type { Entering } from "../../src/conversation/conversation.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import type { TurnReport } from "../../src/conversation/turn.ts";
import type { Choice, Reply } from "../../src/engine/event.ts";

/** The moment at which transcripts happen, unless a line "@ <ISO>" says otherwise. */
const usual = "2026-11-22T10:00:00+07:00";

/**
 * Plays a transcript and writes it anew. `> text` is typed, `>> label` taps a choice of the last reply,
 * `>>> kind` sends media, a point on the map, the own number or an edited message, `<< text` is what an officer writes
 * (`<< close` closes the case), `@ iso` moves the clock, `# ...` is a remark; everything else is what the bot said.
 */
export async function replay(app: App, name: string, script: string): Promise<string> {
  const contact: Contact = { channel: "terminal", account: "test", user: name };
  let at = Date.parse(usual);
  const conversation = app.conversation(() => at);
  let choices: readonly Choice[] = [];
  let number = "";
  let count = 0;
  const written: string[] = [];
  for (const line of script.split("\n")) {
    if (/^[#@]/.test(line)) {
      written.push(line, "");
      if (line.startsWith("@")) at = Date.parse(line.slice(1).trim());
    }
    const message = messageFrom(line, choices, number);
    if (!message) continue;
    const { turns } = await conversation.receive(contact, `${name}-${count++}`, message);
    written.push(line);
    written.push(...turns.flatMap(said), "");
    number = /KSS-[\d-]+/.exec(JSON.stringify(turns))?.[0] ?? number;
    choices = turns.at(-1)?.parts.at(-1)?.reply.choices ?? choices;
  }
  // numbers come from a key that is new with every database in memory
  return `${written.join("\n").trimEnd()}\n`.replace(
    /\b(PYG|HPS|KSS)-\d{5}-\d{5}-\d\b/g,
    "$1-00000-00000-0",
  );
}

/** Characters that one message may have; a copy of one's data may be longer. */
const screen = 900;

const contentOf = (file: NonNullable<Reply["file"]>): string[] =>
  "content" in file ? file.content.trim().split("\n") : [file.alt];

/** What the bot said and did in one turn, indented. */
function said({ parts, effects }: TurnReport): string[] {
  for (const { reply } of parts)
    if (reply.text.length > screen && !effects.includes("data.show"))
      throw new Error(`a reply of ${reply.text.length} characters: ${reply.keys.join(", ")}`);
  const lines = parts.flatMap(({ reply }) => [
    ...renderText(reply).split("\n"),
    ...(reply.file ? [`[${reply.file.name}]`, ...contentOf(reply.file)] : []),
  ]);
  const done = effects.length > 0 ? [`[${effects.join(", ")}]`] : [];
  return [...lines, ...done].map((line) => `  ${line}`.trimEnd());
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
      return { media: { kind: kind as "sticker" } };
  }
}

/** What an officer does about the case that the person was told of. */
const actOf = (text: string, number: string): Entering => ({
  kind: "officer",
  case: number,
  by: "petugas",
  ...(text === "close" ? { act: "close" } : { act: "reply", text }),
});

function messageFrom(line: string, choices: readonly Choice[], number: string): Entering | null {
  const sent = /^(>{1,3}|<<) (.*)$/s.exec(line);
  if (!sent) return null;
  const [, sign, text = ""] = sent;
  const at = usual;
  if (sign === "<<") return actOf(text, number);
  if (sign === ">") return { kind: "message", at, text };
  if (sign === ">>>") return { kind: "message", at, ...wordless(text) };
  const choice = choices.find(({ label }) => label === text)?.id;
  if (!choice) throw new Error(`no choice "${text}" in the last reply`);
  return { kind: "message", at, choice };
}
