/** Where a transcript says something else than was written down. */
export type Difference = {
  /** In the transcript, from 1. */
  line: number;
  /** What was sent right before. */
  sent: string;
  /** The lines of that turn that differ. */
  before: string[];
  now: string[];
};

/** The first turn in which two texts of a transcript differ; null where none does. */
export function differenceBetween(before: string, now: string): Difference | null {
  if (before === now) return null;
  const [old, fresh] = [before.split("\n"), now.split("\n")];
  let at = 0;
  while (at < old.length && old[at] === fresh[at]) at++;
  const sent = old.slice(0, at).findLast(isSent) ?? "";
  return { line: at + 1, sent, ...apart(restOfTurn(old, at), restOfTurn(fresh, at)) };
}

const isSent = (line: string): boolean => /^(?:>|<<)/.test(line);

/** From a line to the next one that is sent, without the blank lines before it. */
function restOfTurn(lines: readonly string[], from: number): string[] {
  const length = lines.slice(from).findIndex((line) => isSent(line) || /^[#@]/.test(line));
  const rest = lines.slice(from, length < 0 ? undefined : from + length);
  while (rest.at(-1) === "") rest.pop();
  return rest;
}

/** Without the lines that both end with. */
function apart(before: string[], now: string[]): Pick<Difference, "before" | "now"> {
  const [left, right] = [[...before], [...now]];
  while (left.length > 0 && left.at(-1) === right.at(-1)) {
    left.pop();
    right.pop();
  }
  return { before: left, now: right };
}
