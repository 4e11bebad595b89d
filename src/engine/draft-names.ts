import { relationNamed } from "../answer-types/whose.ts";
import { plainWords } from "../lib/plain-words.ts";
import type { Form } from "./session.ts";
import { catalogueOf, flowOf, questionsLeft, reviewLine, scopeOf, type Work } from "./work.ts";

/** Longest name of a draft: what a button holds. */
const longestLabel = 20;

/** Half-filled forms that can be gone on with, in the order in which they were opened. */
export const draftsOf = (work: Work): Form[] =>
  work.session.forms.filter((form) => flowOf(work, form).draft && !form.waiting);

/** Drafts of flows that people fill in for others too. */
export const personsIn = (work: Work): Form[] =>
  work.session.forms.filter((form) => flowOf(work, form).others);

/** The name that a draft's first question for one was answered with, as it was typed. */
function givenName(work: Work, form: Form): string | undefined {
  const step = flowOf(work, form).steps.find(
    (one) => one.kind === "ask" && one.type.name === "person-name" && !one.item,
  );
  const name = step && form.marks[step.name]?.v;
  return typeof name === "string" && name !== "" ? name : undefined;
}

/** The first word of a name that calls somebody: "Ni Luh Sari" is Luh. */
const calledBy = (name: string): string =>
  name.split(" ").find((word) => word.replace(/\W/g, "").length > 2) ?? name;

/** What a person is called here: their first name, in full where another draft has it too. */
function personIn(work: Work, form: Form): string | undefined {
  const name = givenName(work, form);
  if (name === undefined) return undefined;
  const short = plainWords(calledBy(name));
  const isShared = personsIn(work).some((other) => {
    const theirs = other === form ? undefined : givenName(work, other);
    return theirs !== undefined && plainWords(calledBy(theirs)) === short;
  });
  return isShared ? name : calledBy(name);
}

const placeOf = (work: Work, form: Form): number => draftsOf(work).indexOf(form) + 1;

/** What texts name a draft by. */
function named(work: Work, form: Form) {
  return {
    name: personIn(work, form) ?? "",
    number: placeOf(work, form),
    whose: form.whose ?? "self",
  };
}

/** "Pendaftaran Siti"; "Pendaftaran ke-2 (ibu)" while the name is not known; the flow's title where there is only one's own. */
export function titleOf(work: Work, form: Form): string {
  const catalogue = catalogueOf(work);
  const own = catalogue.format(`${form.flow}.title`);
  if (!flowOf(work, form).others) return own;
  const { name, number, whose } = named(work, form);
  if (name !== "") return catalogue.format("engine.drafts.titled", { name });
  if (!form.whose && personsIn(work).length < 2) return own;
  return catalogue.format("engine.drafts.untitled", { number, whose });
}

/** The same on a button: "Siti", "Draf 2 (ibu)". */
export function labelOf(work: Work, form: Form): string {
  const { name, number, whose } = named(work, form);
  const catalogue = catalogueOf(work);
  const label = flowOf(work, form).others
    ? name || catalogue.format("engine.drafts.unnamed", { number, whose })
    : catalogue.format(`${form.flow}.title`);
  const isShared = draftsOf(work).some(
    (other) => other !== form && personIn(work, other) === name && name !== "",
  );
  const suffix = isShared ? ` ${number}` : "";
  return `${label.slice(0, longestLabel - suffix.length).trim()}${suffix}`;
}

/** "Siti: tinggal 4 pertanyaan" */
export function stateOf(work: Work, form: Form): string {
  return catalogueOf(work).format("engine.drafts.state", {
    title: labelOf(work, form),
    left: questionsLeft(scopeOf(work, form)),
  });
}

const titles = /^(?:(?:si|bu|ibu|pak|bapak|mas|mbak|mbah|kak|bang|mr|mrs|ms)\s+)+(?=\S)/u;

/** Drafts that are meant by a name, by how a person stands to the writer, or, with `byPlace`, by a place in the list. */
export function draftsNamed(work: Work, which: string, byPlace: boolean): Form[] {
  const drafts = draftsOf(work);
  const place = /^(?:no(?:mor|mer)?\.?\s*|ke\s*-?\s*)?(\d{1,2})$/iu.exec(which.trim())?.[1];
  if (place && byPlace) return drafts.slice(Number(place) - 1, Number(place));
  const said = plainWords(which);
  const labelled = drafts.filter((form) => plainWords(labelOf(work, form)) === said);
  if (labelled.length > 0) return labelled;
  const relation = relationNamed(which);
  const related = relation ? drafts.filter((form) => form.whose === relation) : [];
  if (related.length > 0) return related;
  if (/^(?:saya|aku|diri|sendiri|saya sendiri|diri sendiri|sendirinya|mine|myself)$/.test(said))
    return drafts.filter((form) => !form.whose && flowOf(work, form).others);
  const wanted = said.replace(titles, "").split(" ");
  return drafts.filter((form) => {
    const words = plainWords(givenName(work, form) ?? "").split(" ");
    return wanted.every((word) => word !== "" && words.includes(word));
  });
}

/**
 * Answers of all drafts, each below whose it is, in the person's language; identity numbers masked. Beyond `longest` characters the
 * others are only named.
 */
export function summaryOfDrafts(work: Work, longest: number): string {
  const told: string[] = [];
  let length = 0;
  for (const form of work.session.forms) {
    if (!flowOf(work, form).draft) continue;
    const scope = scopeOf(work, form);
    const lines = scope.reviewed().map((step) => reviewLine(work, scope, step));
    if (lines.length === 0) continue;
    const copy = [titleOf(work, form), ...lines].join("\n");
    told.push(length + copy.length > longest && length > 0 ? stateOf(work, form) : copy);
    length += copy.length;
  }
  return told.join("\n\n");
}
