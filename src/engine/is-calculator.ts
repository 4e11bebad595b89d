import type { Flow } from "../flow/flow.ts";

/** Whether a flow that sentences ask for only tells something: it is left for another question. One that has something done is not. */
export const isCalculator = ({ about, steps }: Flow): boolean =>
  about.length > 0 && !steps.some(({ kind }) => kind === "do");
