import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, projectRoot } from "../../src/cli/app.ts";
import { play } from "../../src/cli/transcripts/play.ts";
import { coverageBy, transcriptsIn } from "../../src/cli/transcripts/suite.ts";
import { openTrial } from "../../src/cli/transcripts/trial.ts";
import type { Walked } from "../../src/engine/event.ts";

let app: App;
const walked: Walked[] = [];
beforeAll(async () => {
  app = await openTrial();
});
afterAll(() => app.close());

test.for(transcriptsIn(projectRoot))("%s is said word for word", async (file) => {
  const played = await play(app, file, readFileSync(file, "utf8"));
  walked.push(...played.walked);
  expect(played.fault).toBeNull();
  await expect(played.written).toMatchFileSnapshot(`../../${file}`);
});

test("the transcripts come to every step of every flow", () => {
  const coverage = coverageBy(app.book, [{ walked }]);
  expect(coverage.flatMap(({ missing }) => missing)).toEqual([]);
});
