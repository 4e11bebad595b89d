import { makeFinish } from "../../src/conversation/finish.ts";
import { withoutLinks } from "../../src/conversation/secure-links.ts";

/** For what sends no pictures and no documents: those would be left out. */
export const plainParts = {
  linking: withoutLinks,
  draw: () => Promise.reject(new Error("not drawn here")),
  document: () => Promise.reject(new Error("not made here")),
  files: { read: async () => null },
  log: { info() {}, warn() {}, error() {} },
};

export const plainFinish = makeFinish(plainParts);
