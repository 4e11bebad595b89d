/** One person's tasks go one after the other, different persons' side by side. */
export type PersonLines = {
  /** Begins the task when all of this person's are over, ended well or not; settles with it. */
  add(user: string, task: () => Promise<void>): Promise<void>;
  /** Resolves when everything that was added before is over. */
  idle(): Promise<void>;
};

export function makePersonLines(): PersonLines {
  const lines = new Map<string, Promise<unknown>>();
  return {
    add(user, task) {
      const done = (lines.get(user) ?? Promise.resolve()).then(task);
      const settled = done
        .catch(() => undefined)
        .then(() => {
          if (lines.get(user) === settled) lines.delete(user);
        });
      lines.set(user, settled);
      return done;
    },
    async idle() {
      await Promise.all(lines.values());
    },
  };
}

/** The bot ends: what was not begun is delivered again. */
export class Stopped extends Error {
  override name = "Stopped";
}
