import { Option } from "commander";
import { openBook } from "../book/open-book.ts";
import { readExamples } from "../book/read-examples.ts";
import { problemsInLengths } from "../flow/lint/problems-in-lengths.ts";
import { problemsInWords } from "../flow/lint/problems-in-words.ts";
import { problemsOn } from "../flow/problems-in-answers.ts";
import { type Problem, problemLine } from "../lib/problem.ts";
import { allSeries, rulesRunOut } from "../rules/problems-in-rules.ts";
import { projectRoot } from "./app.ts";
import { type Io, nowFrom } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";
import { day } from "./programme.ts";

/** `flows lint [FOLDER]`: everything that is wrong with flows, texts, answers and rates, with file, line and remedy. */
export function flowsLint(args: readonly string[], io: Io): number {
  const parser = command("flows lint", "checks flows, texts, answers and rates", io)
    .argument("[folder]", "the folder that holds flows/ and locales/", projectRoot)
    .addOption(new Option("--on <date>", "the day to look from (default: today)").argParser(day));
  parser.parse(args, { from: "user" });
  const { on = nowFrom(io.now.at()).today, json } = parser.opts<GlobalOptions & { on?: string }>();
  const root = String(parser.processedArgs[0]);
  const { book, problems: written } = openBook(root, { operator: null, office: null });
  const problems = [
    ...written,
    ...readExamples(root).problems,
    ...runOut(on),
    ...(book
      ? [...problemsInWords(book), ...problemsInLengths(book, on), ...problemsOn(book, on)]
      : []),
  ];
  if (json) io.out(JSON.stringify(problems));
  else if (problems.length > 0) for (const problem of problems) io.out(problemLine(problem));
  else io.out(`${book?.flows.size ?? 0} flows, ${book?.answers.size ?? 0} answers, no problems`);
  return problems.length > 0 ? 1 : 0;
}

/** Rules that have run out by today: the bot still runs without them, and says that it does not know. */
const runOut = (today: string): Problem[] =>
  rulesRunOut(allSeries(), today).map(({ file, place, message, remedy }) => ({
    file,
    line: 1,
    message: `${place}: ${message}`,
    remedy,
  }));
