import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBook } from "../book/open-book.ts";
import { diagramOf } from "../flow/diagram.ts";
import { problemLine } from "../lib/problem.ts";
import { projectRoot } from "./app.ts";
import type { Io } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";

/** `flows draw [FLOW ...] [--out DIR]`: a drawing (SVG) of each flow. */
export async function flowsDraw(args: readonly string[], io: Io): Promise<number> {
  const parser = command("flows draw", "draws flows, each as an SVG file", io)
    .argument("[flow...]", "names of flows (default: every flow)")
    .option("--out <dir>", "the folder for the drawings", "drawings");
  parser.parse(args, { from: "user" });
  const { out, json } = parser.opts<GlobalOptions & { out: string }>();
  const { book, problems } = openBook(projectRoot, { operator: null, office: null });
  if (!book) {
    for (const problem of problems) io.err(problemLine(problem));
    return 1;
  }
  const wanted = parser.processedArgs[0] as string[];
  const unknown = wanted.filter((name) => !book.flows.has(name));
  if (unknown.length > 0) {
    io.err(`There is no flow ${unknown.join(", ")}. Flows: ${[...book.flows.keys()].join(", ")}`);
    return 2;
  }
  // The drawing library is loaded here alone: nothing else needs it.
  const { instance } = await import("@viz-js/viz");
  const viz = await instance();
  mkdirSync(out, { recursive: true });
  for (const [name, flow] of book.flows) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const file = join(out, `${name}.svg`);
    writeFileSync(file, viz.renderString(diagramOf(flow, book.catalogues.id), { format: "svg" }));
    io.out(json ? JSON.stringify({ flow: name, file }) : file);
  }
  return 0;
}
