import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Problem } from "../lib/problem.ts";
import type { Entry } from "../locale/catalogue.ts";

/**
 * The texts of one language: every YAML file of its folder, the file's name being the first part of the key.
 * `text` under a step is the step's own text.
 */
export function readTexts(root: string, folder: string): { entries: Entry[]; problems: Problem[] } {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  if (!existsSync(join(root, folder))) {
    problems.push({
      file: folder,
      line: 1,
      message: "there is no such folder",
      remedy: "add the texts of this language",
    });
    return { entries, problems };
  }
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".yaml"));
  for (const name of files.sort()) {
    const file = `${folder}/${name}`;
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(join(root, file), "utf8"), { lineCounter: lines });
    for (const error of document.errors)
      problems.push({
        file,
        line: lines.linePos(error.pos[0]).line,
        message: error.message.split("\n")[0] ?? "",
        remedy: "mend the YAML",
      });
    collect(document.contents, [name.replace(/\.yaml$/, "")], (key, text, offset) =>
      entries.push({ key, text, file, line: lines.linePos(offset).line }),
    );
  }
  return { entries, problems };
}

type Add = (key: string, text: string | string[], offset: number) => void;

function collect(node: unknown, path: string[], add: Add): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : "?";
      // file.step.text is the step's own text; types.text is an answer type
      collect(value, name === "text" && path.length === 2 ? path : [...path, name], add);
    }
  } else if (isSeq(node)) {
    const words = node.items.map((item) => (isScalar(item) ? String(item.value) : "?"));
    add(path.join("."), words, node.range?.[0] ?? 0);
  } else if (isScalar(node)) add(path.join("."), String(node.value ?? ""), node.range?.[0] ?? 0);
}
