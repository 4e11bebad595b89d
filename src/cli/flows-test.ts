import { isAbsolute, join } from "node:path";
import type { Coverage } from "../flow/coverage.ts";
import { type App, projectRoot } from "./app.ts";
import type { Io } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";
import { type Case, coverageBy, playCase, transcriptsIn } from "./transcripts/suite.ts";
import { openTrial } from "./transcripts/trial.ts";

/** Lines of a difference that are shown on either side. */
const shownLines = 30;

type Options = GlobalOptions & { update?: true; folder: string };

/** `flows test [FLOW ...] [--update]`: plays the transcripts; 1 where one differs or a step is not come to. */
export async function flowsTest(
  args: readonly string[],
  io: Io,
  open: (root: string) => Promise<App> = openTrial,
): Promise<number> {
  const parser = command("flows test", "plays the transcripts, with step coverage of each flow", io)
    .argument("[flow...]", "names of flows (default: every flow)")
    .option("--update", "writes what the bot says into the transcripts")
    .option("--folder <dir>", "the folder that holds flows/, locales/ and test/", projectRoot);
  parser.parse(args, { from: "user" });
  const { update, json, ...options } = parser.opts<Options>();
  const root = isAbsolute(options.folder)
    ? options.folder
    : join(io.folder ?? process.cwd(), options.folder);
  const app = await open(root);
  try {
    const wanted = parser.processedArgs[0] as string[];
    const unknown = wanted.filter((name) => !app.book.flows.has(name));
    if (unknown.length > 0) {
      const flows = [...app.book.flows.keys()].join(", ");
      io.err(`There is no flow ${unknown.join(", ")}. Flows: ${flows}`);
      return 2;
    }
    const isWanted = ({ flow }: { flow: string }) => wanted.length === 0 || wanted.includes(flow);
    const cases: Case[] = [];
    for (const file of transcriptsIn(root)) {
      const flow = file.split("/").at(-2) ?? "";
      // The others are played too: a step may be come to from any conversation.
      cases.push(
        await playCase(app, root, file, { update: update === true && isWanted({ flow }) }),
      );
    }
    const coverage = coverageBy(app.book, cases).filter(isWanted);
    const shown = cases.filter(isWanted);
    if (json) io.out(JSON.stringify(asJson(shown, coverage)));
    else for (const line of report(shown, coverage)) io.out(line);
    const sound = shown.every(passed) && coverage.every(({ steps, reached }) => reached === steps);
    return sound ? 0 : 1;
  } finally {
    await app.close();
  }
}

const passed = ({ difference, fault }: Case): boolean => !difference && !fault;

const asJson = (cases: readonly Case[], coverage: readonly Coverage[]) => ({
  passed: cases.filter(passed).length,
  failed: cases.filter((one) => !passed(one)).length,
  cases: cases.map(({ file, flow, difference, fault }) => ({
    ...{ file, flow, passed: !difference && !fault },
    ...(difference ?? fault),
  })),
  coverage,
});

/** What differs first, then a line for each folder of transcripts and each flow. */
function report(cases: readonly Case[], coverage: readonly Coverage[]): string[] {
  const folders = [...new Set(cases.map(({ flow }) => flow))];
  return [
    ...cases.filter((one) => !passed(one)).flatMap((one) => [...troubleOf(one), ""]),
    ...folders.map((folder) => {
      const own = cases.filter(({ flow }) => flow === folder);
      const good = own.filter(passed).length;
      return `${folder}: ${good} passed, ${own.length - good} failed`;
    }),
    "",
    ...coverage.map(coverageLine),
  ];
}

/** "daftar_mandiri 31 of 34 steps; not reached: usia_muda (flows/daftar_mandiri.yaml:66)". */
function coverageLine({ flow, steps, reached, missing }: Coverage): string {
  const places = missing.map(({ step, file, line }) => `${step} (${file}:${line})`);
  const left = places.length > 0 ? `; not reached: ${places.join(", ")}` : "";
  return `${flow} ${reached} of ${steps} steps${left}`;
}

/** "file:line: ..." and what was said and is said now. */
function troubleOf({ file, difference, fault }: Case): string[] {
  if (fault) return [`${file}:${fault.line}: ${fault.message}; ${fault.remedy}`];
  if (!difference) return [];
  const { line, sent, before, now } = difference;
  return [
    `${file}:${line}: something else is said`,
    `    ${sent}`,
    ...shortened(before).map((text) => `  - ${text}`),
    ...shortened(now).map((text) => `  + ${text}`),
  ];
}

const shortened = (lines: readonly string[]): string[] =>
  lines.length > shownLines
    ? [...lines.slice(0, shownLines), `  ... ${lines.length - shownLines} lines more`]
    : [...lines];
