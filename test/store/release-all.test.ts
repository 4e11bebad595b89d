import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-release-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a folder opened again hands out at once what its last holder had in hands", async () => {
  const options = { dataDir: join(folder, "data"), log: { warn() {} } };
  const contact = { channel: "terminal", account: "test", user: "sri" };
  const message = { kind: "message", at: "2026-11-22T03:00:00Z", text: "halo" } as const;
  const now = Date.now();
  const first = await openStore(options);
  expect((await first.line.enter(contact, { id: "m1", body: message }, now)).state).toBe("turn");
  await first.close();
  const second = await openStore(options);
  const turn = await second.line.take(contact, now + 1);
  expect(turn?.items.map(({ id }) => id)).toEqual(["m1"]);
  expect(turn?.handouts).toBe(2);
  await second.close();
});
