import type { EffectKind } from "./effects.ts";
import type { PrivacyClass } from "./flow.ts";

/** What an effect keeps for longer than the form: which classes of answers, and until when. */
type Retention = { keeps: readonly PrivacyClass[]; until: string };

/** A registration of other people too. */
const handedInForOthers: Retention = {
  keeps: ["identity", "financial", "personal", "plain"],
  until: "it is dealt with, or the person who sent it has their data erased",
};

/**
 * How long what an effect is handed stays (docs/operating.md). A form itself lives 30 days after it was last touched. An effect
 * may be handed only classes of answers that it has a rule for.
 */
export const retention: Readonly<Record<EffectKind, Retention>> = {
  "consent.record": { keeps: ["plain"], until: "the person has their data erased" },
  "registration.submit": {
    keeps: ["identity", "financial", "personal", "plain"],
    until: "it is dealt with, or the person has their data erased",
  },
  "business.submit": handedInForOthers,
  "agency.submit": handedInForOthers,
  "cooperative.quote": {
    keeps: ["identity", "financial", "personal", "plain"],
    until: "the form it is told in is closed or 30 days old",
  },
  "cooperative.submit": handedInForOthers,
  "case.open": { keeps: ["plain"], until: "90 days after the case is closed" },
  "data.show": { keeps: [], until: "the reply is sent" },
  "data.erase": { keeps: [], until: "it is done" },
  "file.take": {
    keeps: ["identity", "financial", "personal"],
    until: "30 days after it came, or the person has their data erased",
  },
  "workers.read": {
    keeps: ["identity", "financial", "personal", "plain"],
    until:
      "its rows are handed in with a registration, 30 days after it was last added to, or the person has their data erased",
  },
  "workers.quote": {
    keeps: ["identity", "financial", "personal", "plain"],
    until: "the form it is told in is closed or 30 days old",
  },
  "contact.stop": { keeps: [], until: "it is done" },
  "accident.report": { keeps: [], until: "90 days after the case is closed" },
  "employer.report": { keeps: [], until: "90 days after the case is closed" },
  "status.own": { keeps: [], until: "the reply is sent" },
  "status.find": { keeps: ["personal"], until: "the reply is sent" },
  "correction.request": {
    keeps: ["personal", "financial", "plain"],
    until: "90 days after the case is closed",
  },
  "draft.invite": { keeps: [], until: "30 days after the code ended" },
  "draft.find": { keeps: ["personal"], until: "the reply is sent" },
  "draft.give": { keeps: ["personal"], until: "the drafts are where they were sent" },
  "consent.withdraw": { keeps: [], until: "90 days after the case is closed" },
  "case.add": { keeps: ["personal", "plain"], until: "90 days after the case is closed" },
};
