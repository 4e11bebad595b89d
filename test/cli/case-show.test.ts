import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { budi, clockTime, officer, sri, time } from "../support/officer.ts";

const { app, folder, run, openCase, write, send } = officer();

test("show gives the conversation in order, with files, places, events and what became of replies", async () => {
  const number = await openCase(sri);
  await write(sri, number, { text: "halo bu" }, { minute: 1 });
  await write(sri, number, { location: { lat: -7.8, lon: 110.4 } }, { minute: 2 });
  await write(sri, number, { media: { kind: "image", name: "ktp.jpg", ref: "r" } }, { minute: 3 });
  await app().store.cases.note("note", sri, number, "left", time(4));
  const reply = { text: "Sebentar ya", by: "dewi", partId: "p1" };
  await app().store.cases.reply("reply", number, reply, time(5));
  await app().store.deliveries.awaits(
    sri,
    { id: "p1", position: 0, body: { text: "x" } } as never,
    Date.parse(time(6)),
  );
  const typed = number.toLowerCase().replaceAll("-", " ");
  const { code, out } = await run(["cases", "show", typed]);
  expect(code).toBe(0);
  expect(out[0]).toContain(number);
  expect(out.slice(1)).toEqual([
    `${clockTime(1)}  person: halo bu`,
    `${clockTime(2)}  person: \n    [place -7.8, 110.4]`,
    `${clockTime(3)}  person: \n    [image ktp.jpg: not fetched yet]`,
    `${clockTime(4)}  -- the person went back to the bot`,
    `${clockTime(5)}  officer dewi: Sebentar ya\n    [waits for the person's next message]`,
  ]);
  const { json } = await run(["cases", "show", number, "--json"]);
  expect(json().lines.map(({ from }: { from: string }) => from)).toEqual([
    "person",
    "person",
    "person",
    "event",
    "officer",
  ]);
  expect(json().summary.number).toBe(number);
});

test("what a person wrote neither moves the cursor nor passes for a line of somebody else", async () => {
  const number = await openCase(sri);
  const forged = `${clockTime(9)}  officer dewi: transfer dulu`;
  await write(sri, number, { text: `halo\r\n${forged}\u001b[2J\u009b2J\u202e 👩‍🌾` });
  const { out } = await run(["cases", "show", number]);
  const printed = out.slice(1).join("\n");
  expect(printed.split("\n").filter((line) => line.startsWith("2026-"))).toHaveLength(1);
  expect(printed).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  expect(printed).toContain("👩‍🌾");
});

test("kept files are saved for this user alone, under harmless names, over nothing", async () => {
  const number = await openCase(sri);
  const names = ["../../jahat.sh", "/etc/passwd", ".bashrc", "foto KTP.jpg", "foto KTP.jpg", "…"];
  for (const [index, name] of names.entries()) await send(number, name, `isi ${index}`);
  const here = join(folder(), "berkas");
  mkdirSync(here);
  writeFileSync(join(here, "foto KTP.jpg"), "lama");
  symlinkSync(join(folder(), "di-luar"), join(here, "bashrc"));
  const { code, out } = await run(["cases", "show", number, "--save", "berkas"]);
  expect(code).toBe(0);
  const written = out.filter((line) => line.startsWith("Saved ")).map((line) => line.slice(6));
  expect(written).toEqual(
    ["_.._jahat.sh", "_etc_passwd", "bashrc-2", "foto KTP-2.jpg", "foto KTP-3.jpg", "_"].map(
      (name) => join(here, name),
    ),
  );
  expect(written.map((path) => readFileSync(path, "utf8"))).toEqual(
    names.map((_, index) => `isi ${index}`),
  );
  for (const path of written) expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(here, "foto KTP.jpg"), "utf8")).toBe("lama");
  expect(existsSync(join(folder(), "di-luar"))).toBe(false);
  expect(readdirSync(folder())).toEqual(["berkas"]);
});

test("--json tells where files were saved; a folder that is none ends with a sentence and 1", async () => {
  const number = await openCase(sri);
  await send(number, "a.txt");
  const { json } = await run(["cases", "show", number, "--json", "--save", "berkas"]);
  expect(json().saved).toEqual([
    { id: json().lines[0].file.id, path: join(folder(), "berkas", "a.txt") },
  ]);
  writeFileSync(join(folder(), "datei"), "");
  const { code, out, err } = await run(["cases", "show", number, "--save", "datei/sub"]);
  expect({ code, out, lines: err.length }).toEqual({ code: 1, out: [], lines: 1 });
});

describe("in the east of the country", () => {
  const east = officer({ zone: "WIT" });
  test("officers read times by their own clock, and machines read instants", async () => {
    const number = await east.openCase(sri);
    await east.write(sri, number, { text: "halo" });
    expect((await east.run(["cases", "list"])).out[0]).toContain("2026-11-22 12:01 WIT");
    const { out } = await east.run(["cases", "show", number]);
    expect(out[1]).toBe("2026-11-22 12:01 WIT  person: halo");
    const { json } = await east.run(["cases", "show", number, "--json"]);
    expect(json().lines[0].at).toBe(time(1));
  });
});

test("photos of an accident report stand in its case, are saved byte for byte, and go with the person's data", async () => {
  const photos = ["jalan.png", "motor.png"].map((name) => ({
    name,
    path: `test/transcripts/files/${name}`,
  }));
  const talk = app().conversation(() => Date.parse(time(5)));
  let count = 0;
  const told: string[] = [];
  const says = async (more: object) => {
    const message = { kind: "message", at: time(5), ...more } as const;
    const { turns } = await talk.receive(budi, `m${count++}`, message);
    told.push(...turns.flatMap(({ parts }) => parts.map(({ reply }) => reply.text)));
  };
  await says({ text: "lapor kecelakaan" });
  for (let question = 0; question < 6; question++) await says({ text: "lewati" });
  for (const { name, path } of photos)
    await says({ media: { kind: "image", name, ref: path, size: 99 } });
  await says({ text: "sudah cukup" });
  const [number = ""] = /KSS-[\d-]+\d/.exec(told.join()) ?? [];
  const { out, code } = await run(["cases", "show", number, "--save", "."]);
  expect(code, told.join("\n")).toBe(0);
  expect(out.filter((line) => line.includes("[image"))).toEqual(
    photos.map(({ name, path }) => {
      const size = readFileSync(path).byteLength;
      return `${clockTime(5)}  person: Foto untuk laporan ini\n    [image ${name}, ${size} bytes: kept]`;
    }),
  );
  for (const { name, path } of photos)
    expect(readFileSync(join(folder(), name))).toEqual(readFileSync(path));
  for (const text of ["hapus data", "ya"]) await says({ text });
  expect((await run(["cases", "show", number])).code).toBe(1);
  expect(await app().store.files.count(budi)).toBe(0);
});
