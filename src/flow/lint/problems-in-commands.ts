import { type CommandName, parseCommand } from "../../answer-types/command.ts";
import { plainWords } from "../../lib/plain-words.ts";
import type { Problem } from "../../lib/problem.ts";
import type { Catalogue } from "../../locale/catalogue.ts";
import type { Book } from "../book.ts";
import type { AskStep, Flow } from "../flow.ts";
import { programFlows } from "../program-flows.ts";
import { tappables } from "./choices.ts";
import { atHead, atStep, atText } from "./place.ts";
import { withItems } from "./with-items.ts";

/** Words that people are told work everywhere, in each language. */
const promised =
  "menu|kembali|batal|petugas|bantuan|berhenti|lanjut|ubah|selesai|mulai dari awal|lihat data|hapus data|back|cancel|help|officer|stop|continue|change|done|start over";
/** Words that answer wherever something is confirmed. */
const answering = "ya|iya|tidak|nggak|bukan|betul|benar|oke|yes|no";

const kept = new Set(promised.split("|"));
const never = new Set([...kept, ...answering.split("|")]);

/** Commands by which people leave; a label or a word that swallows one must lead out as well. */
const leaving: ReadonlySet<CommandName> = new Set<CommandName>([
  "MENU",
  "BACK",
  "CANCEL",
  "OFFICER",
  "STOP",
  "SHOW_DATA",
  "ERASE_DATA",
]);

/** Flows that nobody can open, and words by which a flow takes a global command for itself. */
export function problemsInCommands(book: Book): Problem[] {
  const flows = [...book.flows.values()];
  return [
    ...missingFlows(book),
    ...flows.flatMap((flow) => [
      ...unopened(book, flow),
      ...swallowingIntents(flow),
      ...sharedIntents(flows, flow),
      ...circles(book, flow),
      ...swallowingAnswers(book, flow),
    ]),
  ];
}

const missingFlows = (book: Book): Problem[] =>
  Object.values(programFlows)
    .filter((name) => !book.flows.has(name))
    .map((name) => ({
      file: `flows/${name}.yaml`,
      line: 1,
      message: `the program opens ${name}, which is no flow`,
      remedy: "write it",
    }));

function unopened(book: Book, flow: Flow): Problem[] {
  const opened =
    flow.intents.length > 0 ||
    flow.about.length > 0 ||
    Object.values<string>(programFlows).includes(flow.name) ||
    [...book.answers.values()].some(({ buttons }) => buttons.includes(flow.name)) ||
    [...book.flows.values()].some(
      (other) =>
        other !== flow &&
        other.steps.some(
          (step) => (step.kind === "go" || step.kind === "call") && step.flow === flow.name,
        ),
    );
  return opened
    ? []
    : [
        atHead(
          flow,
          "flow",
          "nobody can open this flow",
          "give it an intent, or a go or call from another flow",
        ),
      ];
}

function swallowingIntents(flow: Flow): Problem[] {
  const own = Object.entries(programFlows).flatMap(([command, name]) =>
    name === flow.name ? [command] : [],
  );
  return flow.intents.flatMap((intent, index) => {
    const command = parseCommand(intent)?.command ?? "";
    const isNumber = /^\d{1,2}$/.test(intent);
    if (!isNumber && (!never.has(intent) || own.includes(command))) return [];
    const message = `the intent "${intent}" takes a word that works everywhere`;
    return [atHead(flow, `intent.${index}`, message, "ask for the flow by other words")];
  });
}

const sharedIntents = (flows: readonly Flow[], flow: Flow): Problem[] =>
  flow.intents.flatMap((intent, index) => {
    const other = flows.find((one) => one.intents.includes(intent));
    if (!other || other === flow) return [];
    const message = `the intent "${intent}" asks for ${other.name} too`;
    return [atHead(flow, `intent.${index}`, message, "leave it with one of them")];
  });

/** Flows that send people on and on without ever asking anything. */
function circles(book: Book, flow: Flow): Problem[] {
  const passed = [flow.name];
  for (let next = sendsOn(flow); next !== null; ) {
    if (next === flow.name)
      return [
        atHead(
          flow,
          "flow",
          `goes round in circles without a question: ${[...passed, next].join(" -> ")}`,
          "ask something on the way, or end one of them",
        ),
      ];
    const goal = book.flows.get(next);
    if (!goal || passed.includes(next)) return [];
    passed.push(next);
    next = sendsOn(goal);
  }
  return [];
}

/** The flow that everybody is sent to before anything is asked or done; null where somebody may stay. */
function sendsOn(flow: Flow): string | null {
  const first = flow.steps.find((step) => step.kind !== "say" && step.kind !== "reopen");
  const sends = first?.kind === "go" || first?.kind === "call";
  return sends && first.when === null ? first.flow : null;
}

function swallowingAnswers(book: Book, one: Flow): Problem[] {
  const { flow, worded } = withItems(book, one);
  return flow.steps
    .flatMap((step) => (step.kind === "ask" ? swallowing(book, flow, step) : []))
    .map(worded);
}

const swallowing = (book: Book, flow: Flow, step: AskStep): Problem[] => [
  ...step.accepts
    .filter((text) => kept.has(plainWords(text)))
    .map((text) =>
      atStep(step, `accepts "${text}", a word that works everywhere`, "leave it to the program"),
    ),
  ...(leadsOut(flow, step)
    ? []
    : Object.values(book.catalogues).flatMap((catalogue) => swallowed(catalogue, step))),
];

/** Whether nothing more is asked after a question. */
const leadsOut = (flow: Flow, { index }: AskStep): boolean =>
  !flow.steps.some((step) => step.index > index && (step.kind === "ask" || step.kind === "review"));

/** A label goes before every command; of words only BACK and STOP give way to an answer. */
const swallowed = (catalogue: Catalogue, step: AskStep): Problem[] =>
  tappables(catalogue, step).flatMap(({ label, labelKey, wordsKey }) => {
    const words = catalogue.words(wordsKey).filter((word) => gives(word, ["BACK", "STOP"]));
    const labels = gives(label, [...leaving]) ? [label] : [];
    return [
      ...labels.map((text) => ({ text, key: labelKey })),
      ...words.map((text) => ({ text, key: wordsKey })),
    ].map(({ text, key }) =>
      atText(
        catalogue,
        key,
        `"${text}" is a command everywhere, but here it answers ${step.name}`,
        "use other words",
      ),
    );
  });

function gives(text: string, commands: readonly CommandName[]): boolean {
  const command = parseCommand(text);
  return command !== null && !command.greeting && commands.includes(command.command);
}
