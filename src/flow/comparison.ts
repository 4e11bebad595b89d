/**
 * Amounts to be compared in a picture: finished words, and whole rupiah that set how long a bar is. Plain data, about a
 * kilobyte, so that it can wait where replies wait.
 */
export type Comparison = {
  title: string;
  /** Whom it is reckoned for: an income, a size of business. */
  about: string;
  /** Bars that belong together, below a heading of their own. */
  groups: readonly { title: string; bars: readonly Bar[] }[];
  /** Below the bars: the law and the day, and whose decision it is not. */
  notes: readonly string[];
};

/** One amount; `words` stand beside its bar as they are ("Rp8.400"). */
export type Bar = { label: string; amount: number; words: string };
