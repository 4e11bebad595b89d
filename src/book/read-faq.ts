import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { type FaqAnswer, faqLimits } from "../flow/faq-answer.ts";
import type { Problem } from "../lib/problem.ts";
import { compileCatalogue, type Entry } from "../locale/catalogue.ts";
import { confidences, isDay } from "../rules/dated.ts";

const name = z.string().regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, "is not a name");
const day = z.string().refine(isDay, "is not a date written YYYY-MM-DD");

/** What stands above the text of an answer. */
const headSchema = z.strictObject({
  title: z.string().trim().min(1),
  related: z.array(name).min(2).max(3),
  buttons: z.array(z.union([name, z.strictObject({ flow: name, when: name })])).max(2),
  sources: z
    .array(
      z.strictObject({ law: z.string().trim().min(1), confidence: z.enum(confidences) }),
      "names no source",
    )
    .min(1, "names no source"),
  valid_from: day,
  review_by: day,
  confidence: z.enum(confidences),
});
type Head = z.infer<typeof headSchema>;

const remedies: Record<keyof Head, string> = {
  title: `write a title of at most ${faqLimits.title} characters`,
  related: "name two or three other topics, such as [iuran-bpu, cara-bayar]",
  buttons: "name none, one or two flows, such as [petugas]",
  sources: "name the law: - { law: PP 44/2015, confidence: verified }",
  valid_from: "write the first day it holds on, such as 2026-01-01",
  review_by: "write the day somebody must have looked at it again, such as 2027-10-31",
  confidence: `write one of ${confidences.join(", ")}`,
};

/**
 * The answers of the FAQ: `<topic>.md` for every `<topic>.txt` of a folder. Faulty ones are reported and left out.
 */
export function readFaq(
  root: string,
  folder = "locales/id/faq",
): { answers: Map<string, FaqAnswer>; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = topicsIn(root, folder, problems).flatMap((topic) => {
    const file = `${folder}/${topic}.md`;
    return readAnswer(topic, file, readFileSync(join(root, file), "utf8"), problems) ?? [];
  });
  const entries = read.map(({ topic, body, file, lines }): Entry => {
    return { key: topic, text: body, file, line: lines["body"] ?? 1 };
  });
  const { catalogue, problems: faulty } = compileCatalogue("id", entries);
  const answers = read
    .filter(({ topic }) => catalogue.has(topic))
    .map((one): [string, FaqAnswer] => [
      one.topic,
      Object.freeze({
        ...one,
        names: catalogue.argumentsOf(one.topic),
        format: (args) => catalogue.format(one.topic, args),
      } satisfies FaqAnswer),
    ]);
  return { answers: new Map(answers), problems: [...problems, ...faulty] };
}

/** The topics that have an answer; those with examples and no answer, or the reverse, are reported. */
function topicsIn(root: string, folder: string, problems: Problem[]): string[] {
  const files = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  const of = (ending: string) =>
    files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
  const asked = of(".txt");
  const answered = of(".md").sort();
  const missing = (topic: string, ending: string, message: string, remedy: string) =>
    problems.push({ file: `${folder}/${topic}${ending}`, line: 1, message, remedy });
  if (asked.length === 0)
    problems.push({
      file: folder,
      line: 1,
      message: "there are no topics",
      remedy: "add <topic>.txt and <topic>.md for each",
    });
  for (const topic of asked)
    if (!answered.includes(topic))
      missing(topic, ".md", `the topic ${topic} has no answer`, "write it");
  for (const topic of answered)
    if (!asked.includes(topic))
      missing(
        topic,
        ".txt",
        `the topic ${topic} has no examples of questions`,
        "gather them, or remove the answer",
      );
  return answered;
}

type Written = Omit<FaqAnswer, "names" | "format">;

function readAnswer(
  topic: string,
  file: string,
  text: string,
  problems: Problem[],
): Written | undefined {
  const fault = (line: number, message: string, remedy: string): undefined => {
    problems.push({ file, line, message, remedy });
  };
  const [, front, body = ""] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll("\r\n", "\n")) ?? [];
  if (front === undefined)
    return fault(1, "it does not begin with a head", "begin with --- and end the head with ---");
  const counter = new LineCounter();
  const document = parseDocument(front, { lineCounter: counter });
  const [error] = document.errors;
  if (error)
    return fault(
      counter.linePos(error.pos[0]).line + 1,
      error.message.split("\n")[0] ?? "",
      "mend the YAML",
    );
  const lines = { ...linesOf(front), body: front.split("\n").length + 3 };
  const head = headSchema.safeParse(document.toJS());
  if (!head.success) {
    for (const { path, message, code } of head.error.issues) {
      const field = String(path[0] ?? "");
      const remedy = remedies[field as keyof Head] ?? `keep to ${Object.keys(remedies).join(", ")}`;
      const place = path.slice(0, 1).join("") || "head";
      fault(
        linesOf(front)[field] ?? 1,
        `${place}: ${message}`,
        code === "unrecognized_keys" ? `keep to ${Object.keys(remedies).join(", ")}` : remedy,
      );
    }
    return undefined;
  }
  if (body.trim() === "") return fault(lines.body, "there is no text", "write the answer");
  const { valid_from: validFrom, review_by: reviewBy, ...rest } = head.data;
  return { topic, ...rest, validFrom, reviewBy, body: body.trim(), file, lines };
}

/** The line of each field of a head that begins in line 2 of its file. */
const linesOf = (front: string): Record<string, number> =>
  Object.fromEntries(
    front.split("\n").flatMap((line, index) => {
      const [, field] = /^([a-z_]+):/.exec(line) ?? [];
      return field === undefined ? [] : [[field, index + 2]];
    }),
  );
