import { instantInIso } from "../lib/dates.ts";

const hour = 3_600_000;

/** What a case is about: a talk with an officer, something to be seen to, or a right that a person makes use of. */
export const caseKinds = {
  talk: { urgent: false, dueHours: null },
  accident: { urgent: true, dueHours: null },
  employer: { urgent: false, dueHours: null },
  /** UU 27/2022 art. 30: corrected within 3x24 hours. */
  correction: { urgent: false, dueHours: 72 },
  /** UU 27/2022 art. 40: processing ends within 3x24 hours. */
  withdrawal: { urgent: false, dueHours: 72 },
} as const;

type CaseKind = keyof typeof caseKinds;

/** What a case of a kind asks for: `dueAt` is the ISO instant by which a law wants it dealt with; `at`: epoch ms of the request. */
export function matterOf(kind: CaseKind, at: number) {
  const { urgent, dueHours } = caseKinds[kind];
  return { kind, urgent, dueAt: dueHours === null ? null : instantInIso(at + dueHours * hour) };
}
