import { renderText } from "../../channels/render-text.ts";
import type { Conversation } from "../../conversation/conversation.ts";
import type { Contact } from "../../conversation/ports/contact.ts";
import type { TurnReport } from "../../conversation/turn.ts";
import type { Choice, Reply, Walked } from "../../engine/event.ts";
import type { App } from "../app.ts";
import { nameOfFile, wordsOfFile } from "../file-words.ts";
import { messageOf, readLine, ScriptFault } from "./script.ts";

/** The moment at which transcripts happen, unless a line "@ <ISO>" says otherwise. */
const usual = "2026-11-22T10:00:00+07:00";

/** As a registration's number is written in a transcript; what is typed so is the number last told. */
const anyRegistration = "PYG-00000-00000-0";

/** As a code is written by which drafts come from another conversation; what is typed so is the code last told. */
const anyCode = "ABCD-2345";
const codeIn = /\b(?=[A-Z2-9-]*\d)(?=[\d-]*[A-Z])[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\b/;

/** Characters that one message may have; a copy of one's data may be longer. */
const screen = 900;

/** A transcript as it is said now. */
export type Played = {
  /** As far as it could be played. */
  written: string;
  /** Steps that forms came to. */
  walked: readonly Walked[];
  /** Where it could not go on. */
  fault: ScriptTrouble | null;
};

export type ScriptTrouble = { line: number; message: string; remedy: string };

/** Told after each message of whose conversation it is and of its time, epoch ms. */
export type AfterMessage = (contact: Contact, at: number) => Promise<void>;

/**
 * Plays a transcript and writes it anew. `> text` is typed, `>> label` taps a choice of the last reply, `>>> kind` sends media, a
 * point on the map, the own number or an edited message, `>>> place/file.png` a file of this machine, `<< text` is what an officer
 * writes (`<< close` closes the case), `@ iso` moves the clock, `= name` goes on in another conversation, `# ...` is a
 * remark; everything else is what the bot said. `PYG-00000-00000-0` is the registration last told of, `ABCD-2345` the code.
 * `name` is the person's.
 */
export async function play(
  app: App,
  name: string,
  script: string,
  after: AfterMessage = async () => undefined,
): Promise<Played> {
  let contact: Contact = { channel: "terminal", account: "test", user: name };
  let at = Date.parse(usual);
  const conversation = app.conversation(() => at);
  let choices: readonly Choice[] = [];
  let number = "";
  let registered = anyRegistration;
  let code = anyCode;
  const written: string[] = [];
  const walked: Walked[] = [];

  const take = async (line: string, index: number): Promise<void> => {
    const typed = line.replace(anyRegistration, registered).replace(anyCode, code);
    const read = readLine(typed);
    if (read.kind === "said") return;
    if (read.kind === "clock") at = read.at;
    if (read.kind === "elsewhere") contact = { ...contact, user: `${name} ${read.name}` };
    if (read.kind !== "sent") {
      written.push(line, "");
      return;
    }
    const message = messageOf(read, { choices, number, at: usual });
    const received = await conversation.receive(contact, `${name}-${index}`, message);
    const turns = [...received.turns, ...(await afterwards(conversation, received.turns))];
    written.push(line, ...turns.flatMap(said), "");
    walked.push(...turns.flatMap((turn) => turn.walked));
    registered = /PYG-[\d-]+/.exec(JSON.stringify(turns))?.[0] ?? registered;
    code = codeIn.exec(JSON.stringify(turns))?.[0] ?? code;
    number = /KSS-[\d-]+/.exec(JSON.stringify(turns))?.[0] ?? number;
    choices = turns.at(-1)?.parts.at(-1)?.reply.choices ?? choices;
    await after(contact, at);
  };

  for (const [index, line] of script.split("\n").entries())
    try {
      await take(line, index);
    } catch (error) {
      if (!(error instanceof ScriptFault)) throw error;
      const { message, remedy } = error;
      return { written: finished(written), walked, fault: { line: index + 1, message, remedy } };
    }
  return { written: finished(written), walked, fault: null };
}

/** What is slow is told in the same breath. */
async function afterwards(
  conversation: Conversation,
  turns: readonly TurnReport[],
): Promise<TurnReport[]> {
  const reports: TurnReport[] = [];
  if (turns.every(({ jobs }) => jobs === 0)) return reports;
  for (let more = await conversation.runJob(); more; more = await conversation.runJob())
    reports.push(...more);
  return reports;
}

/** Numbers come from a key that is new with every database in memory. */
const finished = (lines: readonly string[]): string =>
  `${lines.join("\n").trimEnd()}\n`
    .replace(/\b(PYG|HPS|KSS)-\d{5}-\d{5}-\d\b/g, "$1-00000-00000-0")
    .replace(new RegExp(codeIn, "g"), anyCode);

const contentOf = (file: NonNullable<Reply["file"]>): string[] => {
  const words = wordsOfFile(file).trim();
  return words === "" ? [] : words.split("\n");
};

/** What the bot said and did in one turn, indented. */
function said({ parts, effects }: TurnReport): string[] {
  for (const { reply } of parts)
    if (reply.text.length > screen && !effects.includes("data.show"))
      throw new ScriptFault(
        `a reply of ${reply.text.length} characters: ${reply.keys.join(", ")}`,
        `say it in ${screen}`,
      );
  const lines = parts.flatMap(({ reply }) => [
    ...renderText(reply).split("\n"),
    ...(reply.file ? [`[${nameOfFile(reply.file)}]`, ...contentOf(reply.file)] : []),
  ]);
  const done = effects.length > 0 ? [`[${effects.join(", ")}]`] : [];
  return [...lines, ...done].map((line) => `  ${line}`.trimEnd());
}
