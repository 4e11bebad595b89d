/** Seals what a link carries: unreadable and unforgeable without the installation's key, and fit for an address. */
export type Tickets = {
  seal(ticket: readonly string[]): string;
  /** Null for what was not sealed here. */
  open(sealed: string): readonly string[] | null;
};
