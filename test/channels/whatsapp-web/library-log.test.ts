import { expect, test } from "vitest";
import { makeLibraryLog } from "../../../src/channels/whatsapp-web/library-log.ts";

const stumbles = (words: string, statusCode?: number): number => {
  let lost = 0;
  const silent = { info() {}, warn() {}, error() {} };
  const logger = makeLibraryLog(silent, "utama", () => lost++);
  const error = Object.assign(new Error("x"), statusCode ? { output: { statusCode } } : {});
  logger.error({ error }, words);
  return lost;
};

test("a message that the library stumbles over is not waited for", () => {
  expect(stumbles("error in handling message")).toBe(1);
  expect(stumbles("error in handling message", 400)).toBe(1);
  expect(stumbles("another trouble")).toBe(0);
});

test.for([408, 428, 440, 503, 515])(
  "a message whose connection ended meanwhile (%d) was not told as received and is none of these",
  (code) => expect(stumbles("error in handling message", code)).toBe(0),
);
