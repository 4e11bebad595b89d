import { readFileSync } from "node:fs";

/** A question whose topic is known; `also`: other topics that are right too. */
export type Asked = { text: string; topic: string; also: readonly string[]; style: string };

/** The rows of a file with the columns text, topic, also, style and a header line. */
export function questionsIn(path: string): Asked[] {
  const [header = "", ...lines] = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  const columns = header.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? "";
    const also = cell("also").split(/[\s,;]+/);
    return {
      text: cell("text"),
      topic: cell("topic"),
      also: also.filter((name) => name !== ""),
      style: cell("style"),
    };
  });
}
