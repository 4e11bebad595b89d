import type { Form } from "./session.ts";

/** Whether a file for the open question is on its way. */
export const isFetching = ({ fetching }: Form, { name }: { name: string }): boolean =>
  fetching?.some(({ step }) => step === name) ?? false;
