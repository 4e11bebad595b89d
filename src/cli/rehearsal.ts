import type { Rehearsed } from "../engine/rehearse.ts";

/** How many of something, by the step it happened at. */
type BySteps = Record<string, number>;

/** What became of open forms: each stands under one of `goOn`, `askedAgain`, `ended`, `lost`. */
export type Tally = {
  inFlight: number;
  goOn: number;
  /** Of those that go on: who is asked a question before theirs. */
  askedFirst: BySteps;
  askedAgain: BySteps;
  ended: BySteps;
  lost: number;
  /** Answers that nothing takes over; a form may have several. */
  lostAnswers: BySteps;
};

/** By flow. */
export type Tallies = Map<string, Tally>;

const emptyTally = (): Tally => ({
  ...{ inFlight: 0, goOn: 0, lost: 0 },
  ...{ askedFirst: {}, askedAgain: {}, ended: {}, lostAnswers: {} },
});

/** Counts what became of one form. */
export function count(tallies: Tallies, one: Rehearsed): void {
  const tally = tallies.get(one.flow) ?? emptyTally();
  tallies.set(one.flow, tally);
  tally.inFlight++;
  switch (one.outcome) {
    case "goes_on":
      tally.goOn++;
      if (one.first !== null) add(tally.askedFirst, one.first);
      return;
    case "asked_again":
      add(tally.askedAgain, one.step);
      return;
    case "ended":
      add(tally.ended, one.step);
      return;
    case "lost":
      tally.lost++;
      for (const step of one.steps) add(tally.lostAnswers, step);
  }
}

/** All flows together. */
export function together(tallies: Tallies): Tally {
  const sum = emptyTally();
  for (const tally of tallies.values()) {
    sum.inFlight += tally.inFlight;
    sum.goOn += tally.goOn;
    sum.lost += tally.lost;
    for (const which of ["askedFirst", "askedAgain", "ended", "lostAnswers"] as const)
      for (const [step, times] of Object.entries(tally[which])) add(sum[which], step, times);
  }
  return sum;
}

function add(counts: BySteps, step: string, times = 1): void {
  counts[step] = (counts[step] ?? 0) + times;
}

/** "1.243 in flight: 1.201 go on, 42 are asked 'penghasilan' again, 0 lost". */
export function tallyLine(tally: Tally): string {
  const { inFlight, goOn, askedFirst, askedAgain, ended, lost, lostAnswers } = tally;
  const first = each(askedFirst, (times, step) => `${times} after '${step}'`).join(", ");
  const said = [
    `${shown(goOn)} go on${first ? ` (${first})` : ""}`,
    ...each(askedAgain, (times, step) => `${times} are asked '${step}' again`),
    ...each(ended, (times, step) => `${times} come to an end${step ? ` at '${step}'` : ""}`),
    `${shown(lost)} lost${lost > 0 ? ` (${each(lostAnswers, (times, step) => `${times} '${step}'`).join(", ")})` : ""}`,
  ];
  return `${shown(inFlight)} in flight: ${said.join(", ")}`;
}

const each = (counts: BySteps, word: (times: string, step: string) => string): string[] =>
  Object.entries(counts).map(([step, times]) => word(shown(times), step));

/** As people here write it: 1.243. */
const shown = (number: number): string => number.toLocaleString("id-ID");
