import { describe, expect, test } from "vitest";
import { parseCommand } from "../../src/answer-types/command.ts";

const commands: Readonly<Record<string, string>> = {
  MENU: "menu, mnu, kembali ke menu, balik ke menu utama, tolong tampilkan menu, menunya mana, home, /start, mulai, daftar menu, assalamualaikum menu",
  CANCEL:
    "Batal aja, batalin, dibatalkan saja, cancel, ga jd, gajadi, gak jadi daftar, ora sido, teu jadi, saya mau batal, btalkan, lain kali aja, keluar, gak jadi deh kak maaf, kalo gitu ga jadi",
  BACK: "kembali, kmbali, balik dong, back, mundur satu langkah, pertanyaan sebelumnya, bisa balik ke pertanyaan tadi, go back, <, balik maning",
  HELP: "bantuan, tolong, help, bantuin dong, minta bantuan, gimana caranya, cara pakenya gimana, bingung nih kak, piye carane, kumaha carana, gak ngerti caranya, punten bantuan",
  OFFICER:
    "petugas, cs, mau bicara dengan petugas, chat admin, sambungkan ke petugas, bisa ngomong sama orang asli, bukan robot, ini robot ya, telpon saya, ada admin gak, males sama robot, hoyong nyarios sareng petugas, petgas, i want to talk to an officer",
  RESTART:
    "dari awal, mulai dari awal, ulangi dari awal, reset, mulai baru, ngulang dari awal aja, baleni seko awal, start over, begin again, please start from the beginning, from the start, from scratch, start all over again, could we begin again",
  REPEAT: "ulang, ulangi, ulangi pertanyaannya, apa tadi, hah, maksudnya, ?",
  SHOW_DATA:
    "lihat data, lihat data saya, data saya, cek data saya, see my data, view data, view my data, show data, can i see my data please",
  ERASE_DATA:
    "hapus data saya, hapus akun, cabut persetujuan, tarik data saya, erase my data, delete my data, please remove my data",
  STOP: "stop, berhenti, unsubscribe, jangan kirim lagi, jangan chat lagi",
  LANG_EN: "english, in english please, bahasa inggris, ganti bahasa inggris",
  LANG_ID: "bahasa indonesia, pakai bahasa indonesia",
};

describe("a whole message that is a command is one, in many words for it", () => {
  test.for(
    Object.entries(commands).flatMap(([command, list]) =>
      list.split(", ").map((text) => [text, command] as const),
    ),
  )("%s: %s", ([text, command]) => expect(parseCommand(text)).toEqual({ command }));
});

describe("a bare hello opens the menu and is told as a greeting", () => {
  test.for([
    "halo",
    "Hallo min",
    "Assalamu'alaikum wr wb",
    "ass wr wb",
    "selamat pagi kak",
    "p",
    "ping",
    "permisi",
    "punten",
    "kulonuwun",
    "halo admin",
    "pak",
  ])("%s", (text) => expect(parseCommand(text)).toEqual({ command: "MENU", greeting: true }));
});

describe("after a sigh a person is asked for, and nothing else", () => {
  test.for(["ah ribet, orang aja", "pusing gw, mau ngomong sama petugas", "capek ah. cs dong"])(
    "%s",
    (text) => expect(parseCommand(text)).toEqual({ command: "OFFICER" }),
  );
  test.for([
    "ribet, batal",
    "susah, orang tua saya sakit",
    "jaga toko, admin",
    "malas, hapus data",
  ])("%s is none", (text) => expect(parseCommand(text)).toBeNull());
});

describe("a sentence that merely holds such a word is no command", () => {
  test.for([
    "saya batal puasa",
    "jangan batal",
    "kembaliannya kurang",
    "uang kembali",
    "kembali kasih",
    "saya mau kembali bekerja",
    "berhenti kerja",
    "berhenti jadi peserta",
    "petugas di kantor cabang jutek",
    "saya petugas kebersihan",
    "saya admin toko",
    "orang tua saya sakit",
    "bantuan sosial kapan cair",
    "cara daftar",
    "gimana cara klaim",
    "menu makanan di warung saya",
    "mulai bulan depan",
    "usaha isi ulang galon",
    "isi ulang",
    "pagi saya jualan malam ngojek",
    "halo mau tanya iuran",
    "balik nama motor",
    "operator alat berat",
    "tolong anak saya kecelakaan",
    "bantu daftarin karyawan saya",
    "btl",
    "hapus",
    "terima kasih",
    "tidak",
    "ya",
    "1",
    "",
    "reset password jmo",
    "gak jadi masalah",
    "orangnya meninggal",
    "i begin work again",
    "from my village",
    "over",
    "view",
    "see you",
    "remove my name",
    "2026",
    "👍",
  ])("%s", (text) => expect(parseCommand(text)).toBeNull());
});

test("a long message is passed over", () => {
  expect(parseCommand(`menu ${"menu ".repeat(2_000)}`)).toBeNull();
});
