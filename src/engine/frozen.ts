import { activeForm, flowOf, type Work } from "./work.ts";

/** Whether what lies under the talk with an officer has to wait: forms do, a text in between does not. */
export const isFrozen = (work: Work): boolean => {
  const form = activeForm(work);
  return work.session.handover !== undefined && form !== undefined && flowOf(work, form).draft;
};
