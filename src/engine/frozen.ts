import { activeForm, flowOf, type Work } from "./work.ts";

/** Whether what lies under the talk with an officer has to wait: whatever asks something does, a mere text in between does not. */
export const isFrozen = (work: Work): boolean => {
  if (!work.session.handover) return false;
  const form = activeForm(work);
  return (
    form !== undefined &&
    flowOf(work, form).steps.some(({ kind }) => kind === "ask" || kind === "review")
  );
};
