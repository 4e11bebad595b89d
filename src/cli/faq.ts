import { readFileSync } from "node:fs";
import { readExamples } from "../book/read-examples.ts";
import { buildFaq, type Faq, type Ranking } from "../faq/faq.ts";
import { wordsIn } from "../faq/normalise.ts";
import { projectRoot } from "./app.ts";
import { changeLines, type Evaluation, evaluated, evaluationLines } from "./faq-evaluation.ts";
import { faqShow } from "./faq-show.ts";
import type { Io } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";

/** `faq ask TEXT [--after TOPIC]`: the answer to a question as the bot understands it, and the ranking behind it. */
export function faqAsk(args: readonly string[], io: Io): number {
  const parser = command("faq ask", "the answer to a question, and the ranking behind it", io)
    .argument("<text...>", "the question")
    .option("--after <topic>", "the topic answered before it");
  parser.parse(args, { from: "user" });
  const { json, after } = parser.opts<GlobalOptions & { after?: string }>();
  const text = (parser.processedArgs[0] as string[]).join(" ");
  const faq = understanding(io);
  if (!faq) return 1;
  const ranking = faq.rank(text, after === undefined ? {} : { previousTopic: after });
  if (json) io.out(JSON.stringify(jsonOf(text, ranking)));
  else {
    for (const line of linesOf(text, ranking)) io.out(line);
    for (const topic of ranking.answers) {
      io.out("");
      faqShow([topic], io);
    }
  }
  return 0;
}

/** `faq rank --tsv FILE`: one JSON line a row; each row is a conversation of its own. */
export function faqRank(args: readonly string[], io: Io): number {
  const parser = command("faq rank", "ranks many questions", io).requiredOption(
    "--tsv <file>",
    "a column text, with a header line",
  );
  parser.parse(args, { from: "user" });
  const rows = rowsOf(parser.opts<{ tsv: string }>().tsv, ["text"], io);
  const faq = rows && understanding(io);
  if (!rows || !faq) return rows ? 1 : 2;
  for (const { text = "" } of rows) io.out(JSON.stringify(jsonOf(text, faq.rank(text))));
  return 0;
}

/**
 * `faq eval FILE [--before FILE]`: how often the right topic comes first, among three, or is missed; by topic, style and
 * area. `--before`: what `--json` wrote earlier, to see what changed since.
 */
export function faqEval(args: readonly string[], io: Io): number {
  const parser = command("faq eval", "how well questions are understood", io)
    .argument("<file>", "columns text and topic, also and style if known, with a header line")
    .option("--before <file>", "an evaluation written with --json, to compare with");
  parser.parse(args, { from: "user" });
  const rows = rowsOf(String(parser.processedArgs[0]), ["text", "topic"], io);
  const faq = rows && understanding(io);
  if (!rows || !faq) return rows ? 1 : 2;
  const evaluation = evaluated(
    rows.map(({ text = "", topic = "", also = "", style = "" }) => ({
      topic,
      also: also.split(/[\s,;]+/).filter((name) => name !== ""),
      style,
      ranking: faq.rank(text),
    })),
  );
  const { json, before } = parser.opts<GlobalOptions & { before?: string }>();
  const lines =
    before === undefined
      ? evaluationLines(evaluation)
      : changeLines(JSON.parse(readFileSync(before, "utf8")) as Evaluation, evaluation);
  for (const line of json ? [JSON.stringify(evaluation)] : lines) io.out(line);
  return 0;
}

/** Learns from the examples of this installation; null, and why, when there are none. */
function understanding(io: Io): Faq | null {
  const { examples } = readExamples(projectRoot);
  if (examples.length > 0) return buildFaq(examples);
  io.err("There are no questions in locales/id/faq to learn from.");
  return null;
}

/** Topics that are printed with their scores. */
const shown = 5;

const jsonOf = (text: string, { decision, ranked, answers, kind }: Ranking): object => ({
  text,
  decision,
  ranked: ranked
    .slice(0, shown)
    .map(({ topic, score }) => ({ topic, score: Number(score.toFixed(4)) })),
  ...(answers.length > 1 ? { answers } : {}),
  ...(kind === undefined ? {} : { kind }),
});

function linesOf(text: string, { decision, ranked, answers, kind }: Ranking): string[] {
  const said = {
    answer: `answer: ${answers.join(", ")}`,
    choose: `choose: ${ranked
      .slice(0, 3)
      .map(({ topic }) => topic)
      .join(", ")}`,
    none: `none${kind === undefined ? "" : `: ${kind}`}`,
  };
  return [
    said[decision],
    `read as: ${wordsIn(text).join(" ")}`,
    ...ranked.slice(0, shown).map(({ topic, score }) => `  ${score.toFixed(2)}  ${topic}`),
  ];
}

/** The rows of a file with tabs and a header line; null, and why, when columns are missing. */
function rowsOf(
  file: string,
  needed: readonly string[],
  io: Io,
): Partial<Record<string, string>>[] | null {
  const [header = "", ...lines] = readFileSync(file, "utf8")
    .replace(/\r?\n$/, "")
    .split(/\r?\n/);
  const columns = header.split("\t");
  if (needed.some((name) => !columns.includes(name))) {
    io.err(`The file needs a header line with the columns ${needed.join(" and ")}.`);
    return null;
  }
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ""]));
  });
}
