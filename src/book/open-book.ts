import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OfficeHours } from "../cases/office-hours.ts";
import { anonymousBy } from "../faq/anonymous.ts";
import { buildFaq, type Faq } from "../faq/faq.ts";
import type { Book, BookPicture, BookValue } from "../flow/book.ts";
import { compileFlow } from "../flow/compile-flow.ts";
import { partTextsOf } from "../flow/every-step.ts";
import type { Flow } from "../flow/flow.ts";
import { problemsIn } from "../flow/problems-in.ts";
import { problemsInAnswers } from "../flow/problems-in-answers.ts";
import { type Part, readPart } from "../flow/read-definition.ts";
import type { Problem } from "../lib/problem.ts";
import { type Catalogue, compileCatalogue, inheriting } from "../locale/catalogue.ts";
import { type Language, languages } from "../locale/language.ts";
import { problemsInRules } from "../rules/problems-in-rules.ts";
import { agencyValues } from "./agency-values.ts";
import { benefitPictures, benefitValues } from "./benefit-values.ts";
import { branchValues } from "./branch-values.ts";
import { businessValues } from "./business-values.ts";
import { calculatorValues } from "./calculator-values.ts";
import { contributionPictures } from "./contribution-pictures.ts";
import { contributionValues } from "./contribution-values.ts";
import { cooperativeValues } from "./cooperative-values.ts";
import { employerValues } from "./employer-values.ts";
import { faqValues } from "./faq-values.ts";
import { officeValues } from "./office-values.ts";
import { type Operator, operatorValues } from "./operator-values.ts";
import { personValues } from "./person-values.ts";
import { readBranches } from "./read-branches.ts";
import { readExamples } from "./read-examples.ts";
import { readFaq } from "./read-faq.ts";
import { readRegions } from "./read-regions.ts";
import { readTexts } from "./read-texts.ts";
import { storyValues } from "./story-values.ts";
import { valueSay, valueTexts } from "./value-texts.ts";

/** What an installation tells of itself; null where it says nothing. */
export type Installation = {
  operator: Operator | null;
  office: OfficeHours | null;
  /** The file of branch offices. */
  branches?: string | undefined;
};

/** Reads flows, texts, rates and regions from `root` and composes the book; or everything that is wrong with them. */
export function openBook(
  root: string,
  { operator, office, branches }: Installation,
): { book: Book; problems: [] } | { book: null; problems: Problem[] } {
  const regions = readRegions();
  const offices = readBranches(branches, regions);
  const texts: Problem[] = [];
  const catalogues = readCatalogues(root, texts);
  const say = valueSay(catalogues);
  const values = new Map<string, BookValue>(
    Object.entries({
      ...faqValues,
      ...contributionValues,
      ...calculatorValues,
      ...employerValues(say),
      ...businessValues(say),
      ...agencyValues,
      ...cooperativeValues(say),
      ...benefitValues(say),
      ...personValues(regions),
      ...operatorValues(operator),
      ...officeValues(office),
      ...storyValues,
      ...branchValues(offices.list, regions),
    }),
  );
  const pictures = new Map<string, BookPicture>(
    Object.entries({ ...contributionPictures(say), ...benefitPictures(say) }),
  );
  const faq = readFaq(root);
  const { flows, problems } = readFlows(root, values);
  problems.push(...texts, ...rateProblems(), ...faq.problems, ...offices.problems);
  if (problems.length > 0) return { book: null, problems };
  const partTexts = partTextsOf(flows.values());
  const book: Book = {
    flows,
    catalogues: {
      id: inheriting(catalogues.id, partTexts),
      en: inheriting(catalogues.en, partTexts),
    },
    values,
    pictures,
    valueTexts,
    regions,
    answers: faq.answers,
    ...understandingOf(root),
  };
  const between = [...problemsIn(book), ...problemsInAnswers(book)];
  return between.length > 0 ? { book: null, problems: between } : { book, problems: [] };
}

/** The examples as they are now; learned from when it is first asked. */
function understandingOf(root: string): Pick<Book, "understand" | "anonymous"> {
  let learned: { faq: Faq; anonymous: Book["anonymous"] } | undefined;
  const { examples } = readExamples(root);
  const learn = () => ({ faq: buildFaq(examples), anonymous: anonymousBy(examples) });
  const understand: Book["understand"] = (text, previous) => {
    learned ??= learn();
    const { faq } = learned;
    const context = previous === undefined ? {} : { previousTopic: previous };
    const { decision, answers, ranked, kind } = faq.rank(text, context);
    const topics = decision === "answer" ? answers : ranked.slice(0, 3).map(({ topic }) => topic);
    return { decision, topics, ...(kind === undefined ? {} : { kind }) };
  };
  return {
    understand,
    anonymous(text) {
      learned ??= learn();
      return learned.anonymous(text);
    },
  };
}

function readFlows(
  root: string,
  values: ReadonlyMap<string, BookValue>,
): { flows: Map<string, Flow>; problems: Problem[] } {
  const flows = new Map<string, Flow>();
  const problems: Problem[] = [];
  const parts = readParts(root, problems);
  for (const { name, file, source } of yamlIn(root, "flows")) {
    const compiled = compileFlow(file, source, values, parts);
    problems.push(...compiled.problems);
    if (!compiled.flow) continue;
    if (compiled.flow.name !== name)
      problems.push({
        file,
        line: 1,
        message: `the flow calls itself ${compiled.flow.name}`,
        remedy: "name file and flow alike",
      });
    flows.set(compiled.flow.name, compiled.flow);
  }
  return { flows, problems };
}

/** Steps that flows share. */
function readParts(root: string, problems: Problem[]): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const { name, file, source } of yamlIn(root, "flows/parts")) {
    const { part, problems: found } = readPart(file, source);
    problems.push(...found);
    if (part && part.name !== name)
      problems.push({
        file,
        line: 1,
        message: `the part calls itself ${part.name}`,
        remedy: "name file and part alike",
      });
    if (part) parts.set(part.name, part);
  }
  return parts;
}

/** The YAML files of a folder by their names, sorted; none where there is no such folder. */
function yamlIn(root: string, folder: string): { name: string; file: string; source: string }[] {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({
      name: name.slice(0, -".yaml".length),
      file: `${folder}/${name}`,
      source: readFileSync(join(place, name), "utf8"),
    }));
}

function readCatalogues(root: string, problems: Problem[]): Record<Language, Catalogue> {
  const catalogues: Partial<Record<Language, Catalogue>> = {};
  for (const language of languages) {
    const read = readTexts(root, `locales/${language}`);
    const compiled = compileCatalogue(language, read.entries);
    problems.push(...read.problems, ...compiled.problems);
    catalogues[language] = compiled.catalogue;
  }
  return catalogues as Record<Language, Catalogue>;
}

const rateProblems = (): Problem[] =>
  problemsInRules().map(({ file, place, message, remedy }) => ({
    file,
    line: 1,
    message: `${place}: ${message}`,
    remedy,
  }));
