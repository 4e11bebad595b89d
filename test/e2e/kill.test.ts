import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runPayung, startChat } from "../support/payung.ts";
import { answerTo } from "../support/person.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-kill-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("killed after every message and started again, the form goes on and is registered once", async () => {
  const data = join(folder, "data");
  let step: string | null = null;
  let submitted = 0;
  const asked: (string | null)[] = [];
  for (let turn = 0; turn < 30 && submitted === 0; turn++) {
    const chat = startChat(["--data", data, "--now", "2026-11-22"]);
    const line = await chat.say({ text: answerTo(step), id: `m${turn}` });
    await chat.kill();
    step = line.step;
    asked.push(step);
    submitted += line.effects.filter((kind) => kind === "registration.submit").length;
  }
  expect(submitted).toBe(1);
  expect(new Set(asked).size).toBe(asked.length);
  const { out } = await runPayung(["records", "list", "--json", "--data", data]);
  const records = JSON.parse(out) as { number: string }[];
  expect(records).toHaveLength(1);
  const shown = await runPayung([
    "records",
    "show",
    records[0]?.number ?? "",
    "--unmask",
    "--json",
    "--data",
    data,
  ]);
  expect(JSON.parse(shown.out)).toMatchObject({
    fields: {
      nama: "Sri Contohsari",
      tempat_kerja: "pasar contoh",
      penghasilan: 2_500_000,
      bulan: 3,
    },
  });
}, 300_000);

test("killed without waiting for the answer and sent again, a message counts once", async () => {
  const data = join(folder, "data");
  const script = ["halo", "daftar sendiri", "ya", "3404074506850002", "sri contohsari", "betul"];
  for (const [index, text] of script.entries()) {
    const id = `m${index}`;
    const first = startChat(["--data", data]);
    first.child.stdin.write(`${JSON.stringify({ text, id })}\n`);
    await new Promise((resolve) => setTimeout(resolve, 300 + 250 * index));
    await first.kill();
    const second = startChat(["--data", data]);
    await second.say({ text, id });
    await second.kill();
  }
  const last = startChat(["--data", data]);
  const line = await last.say("halo");
  expect(line.step).toBe("hp");
  await last.end();
}, 240_000);
