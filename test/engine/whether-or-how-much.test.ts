import { expect, test } from "vitest";
import { said } from "../support/said.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const offered = "Hitung untuk saya";
const inEnglish = "Calculate it for me";
const asksIncome = (text: string) => /berapa penghasilan/i.test(text);

test.for([
  "kalau jatuh waktu narik ojol ditanggung ga?",
  "misal celaka di sawah ditanggung gak ya",
  "klo ketabrak mobil pas nganter paket, ditanggung gk",
  "kalau cacat gara2 kerja dapat apa",
  "klo lumpuh krn jatuh dr pohon kelapa ditanggung?",
  "kalo kesetrum pas benerin listrik ditanggung ga",
  "klo kena phk dpt apa",
  "jkk itu manfaatnya apa aja",
  "jht manfaatnya apa",
  "apa kalau pensiun dapat uang",
  "kalau tabrakan pas berangkat kerja ditanggung gak",
  "apa ojol yg tabrakan ditanggung bpjs",
  "klo mati keluarganya dpt santunan gak",
  "klo sy meningal anak2 dapet apa",
  "klo kecelakan di pasar santunannya apa aja ya",
  "manfaat jp apa",
  "if i have an accident am i covered",
])(
  '"%s" asks whether or what: words come first, nothing is asked, reckoning is one button below',
  (text) => {
    const turn = said([text]);
    expect(turn.flow ?? "").not.toBe("hitung_manfaat");
    expect(asksIncome(turn.text)).toBe(false);
    expect(turn.keys.some((key) => key.startsWith("faq.") || key === "engine.which_topic")).toBe(
      true,
    );
    const reckons = turn.labels.filter((label) =>
      /^(Hitung (untuk|manfaat)|Calculate)/.test(label),
    );
    expect(reckons).toEqual([turn.labels[0]]);
    expect([offered, inEnglish]).toContain(turn.labels[0]);
  },
);

test.for([
  ["kalau jatuh dari motor dapet brp", "kecelakaan"],
  ["kecelakaan kerja dapet brp kalo gaji 2jt", "kecelakaan"],
  ["kalau jatuh dari motor gaji 3 juta dapat apa", "kecelakaan"],
  ["hitung manfaat kecelakaan kerja", "kecelakaan"],
  ["itungin dong klo kecelakaan kerja dpt apa", "kecelakaan"],
  ["kalau meninggal dapat berapa", "meninggal"],
  ["klo mati dpt brp duit", "meninggal"],
  ["kalau meninggal di rumah santunannya brp", "meninggal"],
  ["itungin santunan meninggal dong kalau ada", "meninggal"],
  ["klo meninggal krn kecelakaan kerja dapat berapa, gaji 2,5jt", "meninggal-kerja"],
  ["misal cacat total dapat brp santunannya", "cacat"],
  ["klo phk dapet duit brp", "jkp"],
  ["pensiun dapat brp", "jp"],
  ["jht dapat berapa kalau 5 tahun", "jht"],
  ["hitungin santunan kalo meninggal dong", "meninggal"],
])('"%s" asks how much: the calculator opens on %s', ([text, event]) => {
  const { flow, answers } = said([text ?? ""]);
  expect([flow, answers["kejadian"]?.v]).toEqual(["hitung_manfaat", event]);
});

test.for([
  "bapak meninggal kemarin, dapat apa ya",
  "suami meninggal tadi malam, keluarga dapat apa",
])('"%s" tells of a death: sympathy goes first, and no answer of the FAQ', (text) => {
  const turn = said([text]);
  expect(turn.text).toMatch(/berduka/);
  expect(turn.keys.some((key) => key.startsWith("faq."))).toBe(false);
});

const asked = "misal celaka di sawah ditanggung gak ya";

test.for([["1"], [offered], [offered.toLowerCase()]])(
  "%s takes the button below the answer up, and the calculator knows what it is about",
  ([typed]) => {
    const turn = said([asked, typed ?? ""]);
    expect([turn.flow, turn.answers["kejadian"]?.v]).toEqual(["hitung_manfaat", "kecelakaan"]);
    expect(asksIncome(turn.text)).toBe(true);
  },
);

test("a tap takes it up too; what its id names that is no option is left out", () => {
  const book = bookForTests();
  const first = talk(book, null, [{ text: asked }]);
  const [button] = first.replies.at(-1)?.choices ?? [];
  expect(button?.id).toBe("go.hitung_manfaat.kejadian.kecelakaan");
  const tapped = talk(book, first.session, [{ choice: button?.id ?? "" }]);
  expect(tapped.session.forms.at(-1)?.marks["kejadian"]?.v).toBe("kecelakaan");
  for (const wrong of ["kejadian.gempa", "penghasilan.5", "tidak_ada.x"]) {
    const { session } = talk(book, first.session, [{ choice: `go.hitung_manfaat.${wrong}` }]);
    expect(session.forms.at(-1)).toMatchObject({ flow: "hitung_manfaat", marks: {} });
  }
});

test("within a form it is answered in words, nothing is offered, and the open question comes again", () => {
  const book = bookForTests();
  const turn = said([asked], sessionAt(book, "nama"));
  expect(turn.flow).toBe("daftar_mandiri");
  expect(turn.labels).not.toContain(offered);
  expect(turn.keys.some((key) => key.startsWith("faq."))).toBe(true);
  expect(turn.text).toMatch(/nama/i);
});
