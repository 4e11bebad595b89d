import { describe, expect, test } from "vitest";
import { occupation } from "../../src/answer-types/occupation.ts";
import { realRegions } from "../support/regions.ts";
import { reading, today } from "./reading.ts";

const trades: Readonly<Record<string, string>> = {
  pedagang:
    "jualan sayur keliling, tukang sayur, pkl, jual baju online, toko kelontong, buka warung kecil, konter hp, dagang ikan di pasar, agen gas elpiji, jual ayam potong di pasar, jual batik, badagang, icalan sayur, jualan di depan sekolah, pedagng",
  kuliner:
    "tukang bakso keliling, mie ayam, penjual cilok, warteg, angkringan, katering rumahan, usaha kue kering, rumah makan padang, warkop, jualan nasi uduk, produksi keripik singkong, juru masak, dodolan pecel, ibu rumah tangga sambil jualan kue",
  "ojek-online":
    "ojol, driver gojek, sopir grab, narik ojol, kurir paket, maxim, ngojek, ojek pangkalan",
  petani:
    "petani padi, buruh tani, nyadap karet, macul neng sawah, tanam jagung, panen sawit, petani kopi, garap ladang, tatanen",
  nelayan:
    "melaut, abk kapal ikan, cari ikan di laut, tambak udang, nangkap kepiting di laut, budidaya lele",
  "tukang-bangunan":
    "tukang, tukang batu, kuli bangunan, laden tukang, mandor bangunan, pasang baja ringan, tukng bngunan",
  penjahit: "njahit, terima jahitan, konveksi, permak jeans, buruh jahit, penjait baju, pnjahit",
  "asisten-rumah-tangga":
    "art, prt, babysitter, momong anak tetangga, buruh cuci gosok, kerja di rumah majikan, rewang",
  sopir:
    "supir angkot, saya sopir truk antar kota, driver travel, pengemudi bajaj, grabcar, supir truck pasir",
  "buruh-harian":
    "serabutan, kuli panggul, kerja apa aja, bongkar muat, mocok mocok, kuli angkut di pelabuhan",
  pengrajin: "membatik, ukir kayu, tenun ikat, anyaman bambu, gerabah, mebel, pandai besi",
  peternak: "ternak kambing, angon bebek, ayam petelur, sapi perah, jaga kandang ayam",
  "pekerja-lepas": "freelance desain grafis, youtuber, editor video, penerjemah lepas",
  bengkel: "montir, mekanik mobil, servis motor, kerja di bengkel, bengkell mobil",
  salon: "potong rambut, tukang cukur, rias pengantin, barbershop, mua",
  lainnya:
    "guru ngaji, tukang parkir pasar, laundry kiloan, kernet truk, kader posyandu, agen asuransi, kasir minimarket, wiraswasta, tukang patri keliling, tukang becak, narik becak, kusir delman, andong, cidomo, sopir bentor",
};

describe("free words are read as the code of the work", () => {
  test.for(
    Object.entries(trades).flatMap(([code, list]) =>
      list.split(", ").map((text) => [text, code] as const),
    ),
  )("%s: %s", ([text, code]) => expect(reading(occupation, text)).toBe(code));
});

describe("no work, past work, questions and noise are asked again", () => {
  test.for([
    "ibu rumah tangga",
    "nganggur",
    "gak kerja",
    "belum kerja",
    "lagi nganggur dulunya sopir",
    "mantan supir",
    "pensiunan",
    "asdfgh",
    "ya",
    "123",
    "berapa iurannya",
    "apa aja bisa daftar?",
    "jualan bakso bisa ikut gak",
    "suami sopir meninggal klaimnya",
    "bingung",
    "kok mahal ya",
    "masuk akal juga",
    "sudah cukup",
    "mulai bulan depan",
    "tanda tangan",
    "🙏",
  ])("%s", (text) => expect(reading(occupation, text)).toBe("!unclear"));
});

describe("work named in English is read", () => {
  test.for([
    ["I sell vegetables", "pedagang"],
    ["vegetable seller", "pedagang"],
    ["selling fried rice", "kuliner"],
    ["driver", "sopir"],
    ["I am a farmer", "petani"],
    ["fisherman", "nelayan"],
    ["i work as a tailor", "penjahit"],
    ["construction worker", "tukang-bangunan"],
    ["rickshaw driver", "lainnya"],
  ])("%s: %s", ([text = "", code]) => expect(reading(occupation, text)).toBe(code));
});

describe("of works that take turns the first counts, but transport beside another sector is asked", () => {
  test.for([
    ["kadang nguli kadang tani", "buruh-harian"],
    ["petani atau nelayan", "petani"],
    ["kadang ojek kadang narik angkot", "ojek-online"],
    ["jualan dari pagi sampai malam", "pedagang"],
    ["kadang-kadang jualan es", "kuliner"],
  ])("%s: %s", ([text = "", code]) => expect(reading(occupation, text)).toBe(code));
  test.for([
    "kadang ojol kadang jualan",
    "siang kuli malam ngojek",
    "sopir/petani",
    "nyopir kadang nguli",
  ])("%s", (text) =>
    expect(occupation.parse(text, { today })).toEqual({
      kind: "refused",
      reason: "unclear",
      detail: { two: 1 },
    }),
  );
});

test("the name of a place is no slip of the thumb for a trade", () => {
  expect(reading(occupation, "bekasi selatan kota bekasi")).toBe("!unclear");
  expect(reading(occupation, "bekasi", { regions: realRegions() })).toBe("!unclear");
  expect(reading(occupation, "jual barang bekas")).toBe("pedagang");
});
