import type { PerformerParts } from "../../src/conversation/perform/performers.ts";

const none = (): never => {
  throw new Error("no files here");
};

/** For conversations in which nobody sends a file. */
export const noFiles: Pick<PerformerParts, "files" | "workers" | "readWorkers" | "fetch"> = {
  files: {
    mayKeep: none,
    keep: none,
    find: none,
    read: none,
    remove: none,
    count: async () => 0,
    forget: async () => 0,
  },
  workers: {
    add: none,
    counts: none,
    rows: none,
    faults: none,
    remove: none,
    count: async () => 0,
    ofContact: none,
    forget: async () => 0,
  },
  readWorkers: none,
  fetch: () => null,
};
