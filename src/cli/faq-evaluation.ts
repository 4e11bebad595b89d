import areas from "../faq/data/areas.json" with { type: "json" };
import type { Ranking } from "../faq/faq.ts";

/** A question whose topic is known (`none` or `none/<kind>`: not to be answered), and what was made of it. */
export type Judged = {
  topic: string;
  also: readonly string[];
  style: string;
  ranking: Pick<Ranking, "decision" | "ranked">;
};

/** Shares of 1 over the rows that have a topic; `wrong` is answered without asking back, and wrongly. */
export type Score = { rows: number; first: number; three: number; wrong: number; asked: number };

export type Evaluation = {
  all: Score;
  /** Rows that no topic answers: how many were left without an answer, and how many were told so. */
  none: { rows: number; unanswered: number; told: number };
  topics: Record<string, Score>;
  styles: Record<string, Score>;
  areas: Record<string, Score>;
};

/** Counts how well questions were understood. */
export function evaluated(rows: readonly Judged[]): Evaluation {
  const isNone = ({ topic }: Judged): boolean => topic === "none" || topic.startsWith("none/");
  const known = rows.filter((row) => !isNone(row));
  const none = rows.filter(isNone);
  const share = (fits: (row: Judged) => boolean): number =>
    none.length === 0 ? 1 : none.filter(fits).length / none.length;
  return {
    all: scoreOf(known),
    none: {
      rows: none.length,
      unanswered: share(({ ranking }) => ranking.decision !== "answer"),
      told: share(({ ranking }) => ranking.decision === "none"),
    },
    topics: by(known, ({ topic }) => topic),
    styles: by(known, ({ style }) => style),
    areas: by(known, ({ topic }) => areaOf.get(topic) ?? ""),
  };
}

const areaOf = new Map(
  Object.entries(areas).flatMap(([area, topics]) => topics.map((topic) => [topic, area])),
);

function by(rows: readonly Judged[], nameOf: (row: Judged) => string): Record<string, Score> {
  const groups = new Map<string, Judged[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group) group.push(row);
    else groups.set(nameOf(row), [row]);
  }
  groups.delete("");
  return Object.fromEntries([...groups].sort().map(([name, members]) => [name, scoreOf(members)]));
}

function scoreOf(rows: readonly Judged[]): Score {
  const share = (fits: (row: Judged) => boolean): number =>
    rows.length === 0 ? 0 : rows.filter(fits).length / rows.length;
  const first = (row: Judged): boolean => rightAmong(row, 1);
  return {
    rows: rows.length,
    first: share(first),
    three: share((row) => rightAmong(row, 3)),
    wrong: share((row) => row.ranking.decision === "answer" && !first(row)),
    asked: share(({ ranking }) => ranking.decision !== "answer"),
  };
}

const rightAmong = ({ topic, also, ranking }: Judged, most: number): boolean =>
  ranking.ranked.slice(0, most).some((one) => one.topic === topic || also.includes(one.topic));

/** A table to read in the terminal. */
export function evaluationLines({ all, none, ...groups }: Evaluation): string[] {
  const lines = [heading, lineOf("all", all)];
  if (none.rows > 0)
    lines.push(
      `not to be answered: ${none.rows} rows, left unanswered ${percent(none.unanswered)}, told so ${percent(none.told)}`,
    );
  for (const [title, scores] of Object.entries(groups)) {
    const entries = Object.entries(scores);
    if (entries.length > 0)
      lines.push("", title, ...entries.map(([name, score]) => lineOf(name, score)));
  }
  return lines;
}

const heading = `${"".padEnd(28)}${["rows", "first", "three", "wrong", "asked back"].map((name) => name.padStart(8)).join("")}`;

const lineOf = (name: string, { rows, first, three, wrong, asked }: Score): string =>
  `${name.padEnd(28)}${[String(rows), ...[first, three, wrong, asked].map(percent)].map((cell) => cell.padStart(8)).join("")}`;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** What differs from an evaluation made before: the whole, and each topic, style and area whose figures moved. */
export function changeLines(before: Evaluation, now: Evaluation): string[] {
  const lines = changed("all", before.all, now.all);
  if (before.none.unanswered !== now.none.unanswered)
    lines.push(`left unanswered: ${moved(before.none.unanswered, now.none.unanswered)}`);
  for (const group of ["styles", "areas", "topics"] as const)
    for (const [name, score] of Object.entries(now[group]))
      lines.push(...changed(name, before[group][name], score));
  return lines.length > 0 ? ["changed: first, three, wrong", ...lines] : ["nothing changed"];
}

function changed(name: string, before: Score | undefined, now: Score): string[] {
  const figures = ["first", "three", "wrong"] as const;
  if (before && figures.every((figure) => before[figure] === now[figure])) return [];
  const cells = figures.map((figure) => moved(before?.[figure], now[figure]).padStart(20));
  return [`${name.padEnd(28)}${cells.join("")}`];
}

const moved = (before: number | undefined, now: number): string =>
  `${before === undefined ? "-" : percent(before)} -> ${percent(now)}`;
