import { Option } from "commander";
import { answersParse } from "./answers.ts";
import type { App } from "./app.ts";
import { benefit } from "./benefit.ts";
import { casesClose, casesReply } from "./case-acts.ts";
import { casesShow } from "./case-show.ts";
import { casesList } from "./cases.ts";
import { type ChatOptions, chat } from "./chat.ts";
import { chatJson } from "./chat-json.ts";
import { deadList, deadRetry } from "./dead.ts";
import { faqAsk, faqEval, faqRank } from "./faq.ts";
import { faqGaps } from "./faq-gaps.ts";
import { faqShow } from "./faq-show.ts";
import { faqStale } from "./faq-stale.ts";
import { flowsDraw } from "./flows-draw.ts";
import { flowsLint } from "./flows-lint.ts";
import { flowsRehearse } from "./flows-rehearse.ts";
import { flowsTest } from "./flows-test.ts";
import { type Io, nowFrom } from "./io.ts";
import { command, exitCodeOf, instantOf } from "./options.ts";
import { programmeStale } from "./programme.ts";
import { quote } from "./quote.ts";
import { recordsList, recordsShow } from "./records.ts";
import { recordsAudit } from "./records-audit.ts";
import { recordsCorrect } from "./records-correct.ts";
import { recordsExport } from "./records-export.ts";
import { renderAs } from "./render-as.ts";
import { workersCheck } from "./workers-check.ts";
import { workersTemplate } from "./workers-template.ts";

type AppCommand = (app: App, args: readonly string[], io: Io) => Promise<number>;

/** Commands that need no store. */
const plain: Partial<
  Record<string, (args: readonly string[], io: Io) => number | Promise<number>>
> = {
  "answers parse": answersParse,
  benefit,
  "faq ask": faqAsk,
  "faq eval": faqEval,
  "faq rank": faqRank,
  "faq show": faqShow,
  "faq stale": faqStale,
  "flows draw": flowsDraw,
  "flows lint": flowsLint,
  "flows test": (args, io) => flowsTest(args, io),
  "programme stale": programmeStale,
  "workers check": workersCheck,
  "workers template": workersTemplate,
  quote: (args, io) => quote([...args], { ...io, now: nowFrom(io.now.at()) }),
};

/** Commands that work on the records and sessions. */
const onStore: Partial<Record<string, AppCommand>> = {
  chat: runChat,
  "records list": recordsList,
  "records show": recordsShow,
  "records export": recordsExport,
  "records correct": recordsCorrect,
  "records audit": recordsAudit,
  "cases list": casesList,
  "cases show": casesShow,
  "cases reply": casesReply,
  "cases close": casesClose,
  "faq gaps": faqGaps,
  "dead list": deadList,
  "dead retry": deadRetry,
  migrate: runMigrate,
};

/** Commands that open the records and sessions where they need them; their help and faults come without. */
const mayOpen: Partial<
  Record<string, (args: readonly string[], io: Io, open: () => Promise<App>) => Promise<number>>
> = { "flows rehearse": flowsRehearse };

const everyName = (): string[] => Object.keys({ ...plain, ...onStore, ...mayOpen });

/** Commands that may begin a data folder; the others only read what is there. */
const making = new Set(["chat", "migrate"]);

const usage = `Usage: npm run -s payung -- <command> [options]

Commands:
  chat                 talk to the bot here; --json: one JSON object a line
  answers parse        what the bot makes of typed answers
  quote                contributions, month by month
  benefit              what an event brings: accident, death, savings, pension, job lost
  programme stale      rates and reliefs that end soon or have ended
  faq ask TEXT         the answer to a question, and the ranking behind it
  faq rank --tsv FILE  the same for many questions, one JSON line each
  faq eval FILE        how well questions with a known topic are understood
  faq show TOPIC       an answer of the FAQ as people read it
  faq gaps             questions that did not get the right answer
  faq stale            answers that somebody must look at again
  workers check FILE   a list of workers (.xlsx, .csv) as the bot reads it
  workers template     writes the empty list that owners fill in
  flows lint           checks flows, texts, answers and rates
  flows draw [FLOW]    draws flows, each as an SVG file
  flows test [FLOW]    plays the transcripts, with step coverage of each flow
  flows rehearse       what changed flows do to half-filled forms
  records list|show    registrations that came in
  records export       the same as an .xlsx; of a business its workers in the columns of SIPP
  records correct      one answer of a registration anew, from standard input
  records audit        who read or corrected what
  cases list|show      what an officer must look at
  cases reply|close    writes to the person; hands back to the bot
  dead list|retry      what was given up
  migrate              brings the database to this version (npm start does so by itself)

Every command has --help. Exit codes: 0 done, 1 found problems, 2 used wrongly.`;

/** How a command gets at the app: opened for it, or the one that is running. `makes`: whether a folder may be made. */
export type AppOpener = (dataDir: string | undefined, makes: boolean) => Promise<App>;

/** Runs one command line; gives the exit code. Throws what the opener throws. */
export async function runCommand(
  args: readonly string[],
  io: Io,
  openApp: AppOpener,
): Promise<number> {
  const [first, second] = args;
  if (first === undefined) {
    io.err(usage);
    return 2;
  }
  const isGroup = everyName().some((name) => name.startsWith(`${first} `));
  if (first === "--help" || first === "help" || (isGroup && second === "--help")) {
    io.out(usage);
    return 0;
  }
  const pair = `${first} ${second}`;
  const name = everyName().includes(pair) ? pair : first;
  const rest = args.slice(name === pair ? 2 : 1);
  try {
    return await runNamed(name, rest, io, openApp);
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === null) throw error;
    return code;
  }
}

async function runNamed(
  name: string,
  args: readonly string[],
  io: Io,
  openApp: AppOpener,
): Promise<number> {
  const simple = plain[name];
  if (simple) return simple(args, pretending(io, valueAfter(args, "--now")));
  const opening = mayOpen[name];
  if (opening) {
    const open = () => openApp(valueAfter(args, "--data"), false);
    return opening(args, pretending(io, valueAfter(args, "--now")), open);
  }
  const work = onStore[name];
  if (!work) {
    io.err(`There is no command ${name}.\n\n${usage}`);
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) return work(helpless, args, io);
  const app = await openApp(valueAfter(args, "--data"), making.has(name));
  try {
    return await work(app, args, io);
  } finally {
    await app.close();
  }
}

/** The same terminal at a pretended time; one that is no time is refused by the command itself. */
function pretending(io: Io, now: string | undefined): Io {
  const at = now === undefined ? Number.NaN : Date.parse(instantOf(now));
  return Number.isNaN(at) ? io : { ...io, now: { at: () => at } };
}

/** For --help the app is never looked at: commander throws before. */
const helpless = new Proxy({} as App, {
  get() {
    throw new Error("help needs no app");
  },
});

function valueAfter(args: readonly string[], option: string): string | undefined {
  const joined = args.find((arg) => arg.startsWith(`${option}=`));
  if (joined) return joined.slice(option.length + 1);
  const index = args.indexOf(option);
  return index < 0 ? undefined : args[index + 1];
}

async function runChat(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("chat", "talk to the bot", io).addOption(
    new Option("--channel <name>", "show it as this channel would")
      .choices(Object.keys(renderAs))
      .default("terminal"),
  );
  parser.parse(args, { from: "user" });
  const options = parser.opts<ChatOptions>();
  return options.json ? chatJson(app, io, options) : chat(app, io, options);
}

/** Opening the store has already brought it up to date. */
async function runMigrate(app: App, args: readonly string[], io: Io): Promise<number> {
  command("migrate", "brings the database to this version", io).parse(args, { from: "user" });
  io.out(`The ${app.store.kind} database is up to date.`);
  return 0;
}
