/** Limits of a conversation, in one place. */
export const limits = {
  /** Steps walked in one go; more is a loop in a flow. */
  steps: 200,
  /** Forms a contact may have half filled. */
  drafts: 20,
  /** People whose forms one contact may have half filled at a time. */
  persons: 10,
  /** Closed forms remembered. */
  closed: 20,
  /** Days a draft lives without being touched. */
  draftDays: 30,
  /** Wrong answers to one question before a person is offered. */
  tries: 3,
  /** The same in a calculator, where nothing is lost by leaving. */
  triesHere: 2,
  /** Characters of an incoming text that are read at all. */
  text: 4096,
  /** Unanswered questions of one contact that are noted in a day. */
  gapsADay: 20,
  /** Hours of silence after which the state is recalled before the question. */
  awayHours: 6,
  /** Hours of silence after which a greeting is answered with the state of the draft, to go on or to begin anew. */
  resumeHours: 24,
} as const;
