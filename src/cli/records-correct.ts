import { userInfo } from "node:os";
import type { ParseContext } from "../answer-types/answer-type.ts";
import type { AskStep } from "../flow/flow.ts";
import { optionLabel } from "../flow/show-answer.ts";
import { dateIn } from "../lib/dates.ts";
import type { App } from "./app.ts";
import { clockOf } from "./chat.ts";
import type { Io } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";

/** Answers by which a registration is looked up, those of other registers too: another one of these is another registration. */
const isFixed = ({ type, numbers }: AskStep): boolean =>
  numbers || ["nik", "nib", "npwp", "file"].includes(type.name);

type Options = GlobalOptions & { by?: string };

/** `records correct NUMBER FIELD`: one answer anew, read from standard input and by the same rules as in the chat. */
export async function recordsCorrect(app: App, args: readonly string[], io: Io): Promise<number> {
  const parser = command("records correct", "one answer anew, from standard input", io)
    .argument("<number>", "of the registration")
    .argument("<field>", "the answer, as records show names it")
    .option("--by <name>", "who corrects it, for the audit log; else this machine's user");
  parser.parse(args, { from: "user" });
  const { json, by = userInfo().username, ...options } = parser.opts<Options>();
  const [number, field] = parser.processedArgs as [string, string];
  const now = clockOf(io, { json, ...options } as GlobalOptions)();
  const at = new Date(now).toISOString();
  const found = await app.store.registry.show(number, {
    ...{ by, at, unmask: false },
    plain: new Set(),
  });
  if (!found) {
    io.err("There is no registration with this number.");
    return 1;
  }
  const step = app.book.flows.get(found.flow)?.byName.get(field);
  if (step?.kind !== "ask" || !Object.hasOwn(found.fields, field) || isFixed(step)) {
    io.err(`${field} can't be corrected. These can: ${correctable(app, found).join(", ")}`);
    return 2;
  }
  const typed = await firstLine(io);
  const parsed = step.type.parse(typed, contextFor(app, step, dateIn("Asia/Jakarta", now)));
  if (parsed.kind !== "value") {
    const reason = parsed.kind === "refused" ? parsed.reason : "incomplete";
    io.err(`What was read is no ${step.type.name} (${reason}). Nothing was changed.`);
    return 1;
  }
  const correction = { field, value: parsed.value, by, at };
  if (!(await app.store.registry.correct(found.number, correction))) {
    io.err("There is no registration with this number any more.");
    return 1;
  }
  if (json) io.out(JSON.stringify({ number: found.number, field }));
  else io.out(`Corrected ${field} of ${found.number}.`);
  if (Object.hasOwn(found.fields, "iuran_total"))
    io.err("Contributions in it stand as they were reckoned when it was handed in.");
  return 0;
}

/** Names of the answers that it holds and that may be corrected. */
const correctable = (
  { book }: App,
  { flow, fields }: { flow: string; fields: Record<string, unknown> },
): string[] =>
  Object.keys(fields).filter((name) => {
    const step = book.flows.get(flow)?.byName.get(name);
    return step?.kind === "ask" && !isFixed(step);
  });

/** A value never stands in a command line, where other users of the machine and its history would see it. */
async function firstLine({ input }: Io): Promise<string> {
  for await (const line of input) return line.trim();
  return "";
}

function contextFor({ book }: App, step: AskStep, today: string): ParseContext {
  const { min, max, digits } = step;
  const options = step.options.map(({ value }) => ({
    value,
    label: optionLabel(book.catalogues.id, step, value),
  }));
  return {
    ...{ today, regions: book.regions, options, digits },
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}
