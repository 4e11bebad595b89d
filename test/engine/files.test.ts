import { expect, test } from "vitest";
import type { Message } from "../../src/engine/event.ts";
import { person } from "../support/file-person.ts";

const file = (handle: string, name = "daftar.xlsx", more: object = {}): Message => ({
  media: { kind: "document", name, size: 9000, handle, ...more },
});
const kept = (id: string, name = "daftar.xlsx", kind = "sheet") => ({
  berkas: JSON.stringify([{ id, name, size: 9000, kind }]),
  alasan: "",
});
const read = {
  terbaca: true,
  diterima: 6,
  ditolak: 0,
  total: 6,
  jumlah_upah: 9,
  masalah: "",
  hasil: "",
};

/** At the question for the list. */
function asked() {
  const one = person();
  one.says("kirim daftar");
  one.says("ya");
  one.done({});
  return one;
}

test("a file is asked for only after consent, with the template beside it", () => {
  const one = person();
  one.says("kirim daftar");
  one.turn([file("h0")]);
  expect(one.open()).toEqual([]);
  one.says("ya");
  const { replies } = one.done({});
  expect(replies.map((reply) => reply.file)).toEqual([{ document: "templat_pekerja" }, undefined]);
  expect(one.step()).toBe("daftar_berkas");
});

test("the session keeps of a file its id, name, size and kind, and nothing by which it is fetched", () => {
  const one = asked();
  one.turn([file("secret-handle")]);
  expect(one.open()).toMatchObject([
    { kind: "file.take", payload: { berkas: '["secret-handle"]', jenis: "sheet", megabyte: 5 } },
  ]);
  const { text } = one.done(kept("f1"));
  expect(text).toContain("Dicatat. Daftar: daftar.xlsx");
  expect(text).toContain("Daftarnya sedang dibaca.");
  expect(JSON.parse(String(one.form()?.marks["daftar_berkas"]?.v))).toEqual([
    { id: "f1", name: "daftar.xlsx", size: 9000, kind: "sheet" },
  ]);
  expect(one.json()).not.toContain("secret-handle");
});

test.for(["telegram", "whatsapp", "web", "terminal"])(
  "text where a file is asked for is answered by how to attach one on %s",
  (channel) => {
    const one = asked();
    const { text } = one.says("daftarnya agus dan budi", channel);
    expect(text).toMatch(/Yang ditunggu di sini berkasnya\. (?:Ketuk|Ketik)/);
    expect(text).toContain("Daftarnya?");
    expect(one.step()).toBe("daftar_berkas");
  },
);

test("an option beside the file is taken instead, in words or by its number", () => {
  for (const said of ["ketik saja", "1"]) {
    const one = asked();
    one.says(said);
    expect(one.form()?.marks["daftar_berkas"]?.v).toBe("ketik");
    expect(one.step()).toBe("foto_usaha");
  }
});

test.for([
  ["another kind of file", file("h", "surat.docx"), /bukan jenis .*Excel \(\.xlsx\) atau CSV/],
  ["a photo where a list is asked for", { media: { kind: "image", handle: "h" } }, /bukan jenis/],
  ["a voice message", { media: { kind: "voice", handle: "h" } }, /bukan jenis/],
  ["a file of 6 MB", file("h", "a.xlsx", { size: 6 * 2 ** 20 }), /6 MB\. Paling besar 5 MB/],
] as const)("%s is refused in one sentence, and nothing is fetched", ([, message, words]) => {
  const one = asked();
  const { text } = one.turn([message]);
  expect(text).toMatch(words);
  expect(one.open()).toEqual([]);
  expect(one.step()).toBe("daftar_berkas");
});

test.for([
  ["gone", /tidak sampai/],
  ["too_big", /terlalu besar/],
  ["unsupported_file", /bukan jenis/],
] as const)("a file that turns out %s leaves the question open", ([alasan, words]) => {
  const one = asked();
  one.turn([file("h1")]);
  expect(one.done({ berkas: "", alasan }).text).toMatch(words);
  expect(one.step()).toBe("daftar_berkas");
  one.turn([file("h2")]);
  expect(one.done(kept("f2")).text).toContain("sedang dibaca");
});

test("while a file is under way the person hears so, may ask and is answered, and the question stays open", () => {
  const one = asked();
  one.turn([file("h1")]);
  const [effect] = one.open();
  expect(one.failed("timeout").text).toContain("sedang diambil");
  const asking = one.says("kalau meninggal dapat berapa?");
  expect(asking.text).toContain("sedang diambil");
  expect(asking.text).toMatch(/santunan/i);
  expect(one.says("halo kak sudah belum").text).not.toContain("Yang ditunggu");
  expect(one.step()).toBe("daftar_berkas");
  expect(one.done(kept("f1"), effect).text).toContain("Daftarnya sedang dibaca.");
});

test("a file that can't be had in the end is asked for again", () => {
  const one = asked();
  one.turn([file("h1")]);
  const [effect] = one.open();
  one.failed("timeout");
  expect(one.failed("timeout", true, effect).text).toMatch(/tidak sampai[\s\S]*Daftarnya/);
  expect(one.done(kept("late"), effect).replies).toEqual([]);
  expect(one.step()).toBe("daftar_berkas");
});

test("of several files in one burst the latest counts, where all count all do, and what is written beneath one is heard and goes with it", () => {
  const one = asked();
  const { consumed } = one.turn([
    file("h1"),
    { ...file("h2"), text: "ini ya, kalau meninggal dapat berapa?" },
    file("h3"),
  ]);
  expect(consumed).toBe(3);
  expect(one.open()).toMatchObject([{ payload: { berkas: '["h3"]' } }]);
  one.done(kept("f3"));
  one.done(read);
  expect(one.step()).toBe("foto_usaha");
  one.turn([
    { media: { kind: "image", handle: "p1" } },
    { media: { kind: "image", handle: "p2" }, text: "tampak depan" },
  ]);
  expect(one.open()).toMatchObject([
    { payload: { berkas: '["p1","p2"]', keterangan: '["","tampak depan"]', megabyte: 1 } },
  ]);
  const two = [1, 2].map((n) => ({ id: `p${n}`, name: `${n}.jpg`, size: 5, kind: "image" }));
  expect(one.done({ berkas: JSON.stringify(two), alasan: "" }).text).toContain("Beres.");
});

test("a caption is answered and never complained about", () => {
  const one = asked();
  const { text } = one.turn([
    { ...file("h2"), text: "daftar karyawan saya, kalau meninggal dapat berapa?" },
  ]);
  expect(text).toMatch(/santunan/i);
  expect(text).not.toMatch(/belum bisa Payung baca|Yang ditunggu/);
  expect(one.open()).toHaveLength(1);
});

test("a slow effect is told, done aside, and goes on when its result comes, once", () => {
  const one = asked();
  one.turn([file("h1")]);
  expect(one.done(kept("f1")).effects).toMatchObject([
    { kind: "workers.read", slow: true, payload: { berkas: expect.stringContaining("f1") } },
  ]);
  const [slow] = one.open();
  expect(one.says("sudah belum kak").text).toContain("masih diproses");
  const asking = one.says("kalau meninggal dapat berapa?");
  expect(asking.text).toMatch(/santunan/i);
  expect(one.turn([file("h9")]).text).toContain("masih diproses");
  const result = { ...read, ditolak: 2, masalah: "Baris 6", hasil: "back1" };
  const { replies } = one.done(result, slow);
  expect(replies.map((reply) => reply.file)).toEqual([{ kept: "back1" }, undefined]);
  expect(one.step()).toBe("lanjut");
  expect(one.done(result, slow).replies).toEqual([]);
});

test("a second file repairs: it may be sent at once, or after the button, and is read as another effect", () => {
  for (const first of ["perbaiki", null]) {
    const one = asked();
    one.turn([file("h1")]);
    one.done(kept("f1"));
    const [slow] = one.open();
    one.done({ ...read, diterima: 4, ditolak: 2, hasil: "back1" });
    if (first) one.says("kirim perbaikan");
    one.turn([file("h2", "perbaikan.xlsx")]);
    expect(one.open()).toMatchObject([{ kind: "file.take" }]);
    const { text } = one.done(kept("f2", "perbaikan.xlsx"));
    expect(text).toContain("perbaikan.xlsx");
    const [again] = one.open();
    expect(again).toMatchObject({ kind: "workers.read", slow: true });
    expect(again?.key).not.toBe(slow?.key);
    expect(again?.key.split(".").slice(0, 3)).toEqual(slow?.key.split(".").slice(0, 3));
    one.done(read, again);
    expect(one.step()).toBe("foto_usaha");
  }
});

test("a file as a whole that can't be read is told, and asked for again", () => {
  const one = asked();
  one.turn([file("h1")]);
  one.done(kept("f1"));
  const { text } = one.done({ ...read, terbaca: false, masalah: "Berkasnya dikunci kata sandi." });
  expect(text).toContain("dikunci kata sandi");
  expect(one.step()).toBe("daftar_berkas");
});

test("what can't be done in the end is said, and taken up again with LANJUT", () => {
  const one = asked();
  one.turn([file("h1")]);
  one.done(kept("f1"));
  const [slow] = one.open();
  expect(one.failed("poison", true, slow).text).toContain("belum berhasil");
  expect(one.says("lanjut").effects).toMatchObject([{ kind: "workers.read", slow: true }]);
});
