import { reasonCodes } from "../answer-types/answer-type.ts";
import { answerTypes } from "../answer-types/answer-types.ts";
import type { Book } from "./book.ts";
import { everyStep } from "./every-step.ts";
import type { Step } from "./flow.ts";
import { programTexts } from "./program-texts.ts";

/** Whether anything ever says the text or heeds the words of this key: `<flow>.<step>[.<field>[.<name>]]`. */
export function isUsedText({ flows }: Pick<Book, "flows">, key: string): boolean {
  const [file = "", step = "", field = "", name = ""] = key.split(".");
  const own = programTexts[file];
  if (own) return own.includes(key.slice(file.length + 1));
  if (file === "types") return step in answerTypes && isOfType(field, name);
  if (step === "title") return flows.has(file);
  const owners = ownersIn(flows).get(`${file}.${step}`) ?? [];
  return owners.some((one) => field === "" || isOfStep(one, field, name));
}

type Owners = ReadonlyMap<string, readonly Step[]>;
const known = new WeakMap<Book["flows"], Owners>();

/** The steps that speak a text, by its key: looked up once for all texts of a book. */
function ownersIn(flows: Book["flows"]): Owners {
  const before = known.get(flows);
  if (before) return before;
  const owners = new Map<string, Step[]>();
  for (const step of [...flows.values()].flatMap((flow) => everyStep(flow.steps)))
    for (const key of new Set([step.texts, step.partTexts ?? step.texts]))
      owners.set(key, [...(owners.get(key) ?? []), step]);
  known.set(flows, owners);
  return owners;
}

const isReason = (name: string): boolean => reasonCodes.some((code) => code === name);

const isOfType = (field: string, name: string): boolean =>
  field === "options" || (field === "reasons" && isReason(name));

const yesAndNo = ["ya", "tidak"];

function isOfStep(step: Step, field: string, name: string): boolean {
  if (step.kind === "say")
    return (
      (field === "file" && step.file?.kind === "text") || (field === "alt" && step.picture !== null)
    );
  if (step.kind === "repeat") return field === "item" || isOfStep(step.more, field, name);
  if (step.kind === "review") return field === "sure" && yesAndNo.includes(name);
  if (step.kind !== "ask") return false;
  switch (field) {
    case "label":
    case "help":
    case "what":
    case "names":
    case "again":
    case "value":
      return true;
    case "propose":
      return step.propose !== null;
    case "reasons":
      return isReason(name);
    case "sure":
      return step.type.name === "yes-no" && yesAndNo.includes(name);
    case "options":
    case "words":
      return step.type.name === "yes-no"
        ? yesAndNo.includes(name)
        : step.options.some(({ value }) => value === name);
    default:
      return false;
  }
}
