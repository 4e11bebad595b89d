import { makeFinish } from "../../src/conversation/finish.ts";

/** For what sends no pictures: one would be left out. */
export const plainFinish = makeFinish(() => Promise.reject(new Error("not drawn here")), {
  info() {},
  warn() {},
  error() {},
});
