import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Walked } from "../../engine/event.ts";
import type { Book } from "../../flow/book.ts";
import { type Coverage, coverageOf } from "../../flow/coverage.ts";
import type { App } from "../app.ts";
import { type Difference, differenceBetween } from "./difference.ts";
import { play, type ScriptTrouble } from "./play.ts";

/** Where transcripts lie, below the folder that holds flows/ and locales/: `<flow>/<case>.txt`. */
export const transcriptFolder = "test/transcripts";

/** A transcript that was played. */
export type Case = {
  /** With `transcriptFolder`. */
  file: string;
  /** The folder it lies in. */
  flow: string;
  walked: readonly Walked[];
  difference: Difference | null;
  fault: ScriptTrouble | null;
};

/** Paths of all transcripts, sorted; none where there is no such folder. */
export function transcriptsIn(root: string): string[] {
  const folder = join(root, transcriptFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .map((name) => `${transcriptFolder}/${name.replaceAll("\\", "/")}`)
    .sort();
}

/** Plays a transcript and holds what is said against it; `update`: writes what is said into it. */
export async function playCase(
  app: App,
  root: string,
  file: string,
  { update = false }: { update?: boolean } = {},
): Promise<Case> {
  const path = join(root, file);
  const before = readFileSync(path, "utf8");
  const { written, walked, fault } = await play(app, `${file} ${randomUUID()}`, before);
  const flow = file.split("/").at(-2) ?? "";
  const difference = fault ? null : differenceBetween(before, written);
  if (update && difference) writeFileSync(path, written);
  return { file, flow, walked, difference: update ? null : difference, fault };
}

/** How much of each flow the transcripts came to. */
export function coverageBy(book: Book, cases: readonly Pick<Case, "walked">[]): Coverage[] {
  const walked = new Map<string, Set<string>>();
  for (const { flow, step } of cases.flatMap((one) => one.walked))
    walked.set(flow, (walked.get(flow) ?? new Set()).add(step));
  return [...book.flows.values()].map((flow) => coverageOf(flow, walked.get(flow.name) ?? []));
}
