import { contentWords, rawWordsOf, wordsOf } from "./words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What is tiresome, and what that may be said of. */
const tiresome = set(
  "ribet riweuh rempong ruwet repot lama lelet panjang banyak capek capai cape lelah pegal pegel bosan bosen bete susah sulit rumit mbulet berbelit belit bertele tele muter kesal kesel jengkel sebal sebel jenuh pusing suwe akeh okeh angel mumet tiring long complicated",
);
const besideTiresome = set(
  "amat banget bgt bngt sekali kok ini itu nya pertanyaan pertanyaannya tanya nanya nanyanya tanyanya ditanya ditanyain ditanyai ditanyakan isi isian isiannya formulir form formnya formulirnya daftar daftarnya pendaftaran data datanya proses prosesnya terus mulu lagi masih tidak juga jadi bikin saya yang ya yah duh aduh hadeh haduh astaga ampun gusti kenapa apa apaan semua aja saja dari tadi sudah belum jawab jawabnya disuruh ngetik ketik bener benar pisan tenan mah harus perlu so too very this it is takes",
);

/** "berapa pertanyaan lagi", "kapan selesainya": how much is left. */
const howMuchLeft =
  /^(?:ini )?(?:masih |tinggal |kurang )?(?:berapa(?: (?:banyak|pertanyaan|isian))*(?: (?:lagi|tinggal|sisa))+(?: (?:pertanyaan|isian|selesai|kelar|sih|nya|ini))*|sisa berapa(?: pertanyaan)?(?: lagi)?|kapan (?:selesai|kelar|beres|habis|rampung)(?:nya)?(?: ini)?|sampai kapan(?: ini)?|(?:sudah )?(?:mau|hampir) (?:selesai|kelar|beres)(?: (?:belum|tidak))?|(?:sudah )?(?:selesai|kelar|beres) belum)$/;

/** Words that alone may answer how many or since when. */
const needsCompany = set("lama banyak panjang susah sulit long");

/** Whether a text only says that it is tiresome, or asks how much is left: "kok ribet amat sih", "masih banyak ga". */
export function isWeary(text: string): boolean {
  if (/\d/.test(text)) return false;
  const words = contentWords(wordsOf(text));
  if (howMuchLeft.test(words.join(" "))) return true;
  if (words.length === 1 && needsCompany.has(words[0] ?? "") && rawWordsOf(text).length === 1)
    return false;
  return (
    words.some((word) => tiresome.has(word)) &&
    words.every((word) => tiresome.has(word) || besideTiresome.has(word))
  );
}

const delayed = set(
  "sempat sempet balas bales bls buka bangun pulang lihat baca online ol on ketiduran tertidur sibuk repot lowbat lobet mati hp hape sinyal kuota paket data wa pesan chat bicara kerja rapat narik jualan sholat solat salat mandi makan telat terlambat lambat pembeli pelanggan penumpang orderan order tamu rame ramai anak masak nyuci nyetir nganter antar belanja slow respon respond lama busy late reply pikir pikirin pikirkan mikir rundingan",
);
const besideDelayed = set(
  "maaf sebentar nanti dulu iya baru tadi bisa mau ada tidak saya di nya yah ya lagi habis sudah semalam kemarin belum sampai rumah kerjaan waktu waktunya banget sekali terus ke sempatnya jadi kalau karena sempet the for just got now only was",
);

const waiting = set("sebentar iya dulu sabar tunggu");
const thinking = set("nanti pikir pikirin pikirkan mikir rundingan");

/** Whether a text only says that its writer is late or must wait: "maaf baru sempet", "bentar ya lagi ada pembeli", "pikir2 dulu". */
export function isExcuse(text: string): boolean {
  if (/\d|\?/.test(text.replaceAll(/(?<=\p{L})2(?!\d)/gu, ""))) return false;
  const words = contentWords(wordsOf(text));
  if (words.includes("sebentar") && words.every((word) => waiting.has(word))) return true;
  const says =
    words.includes("maaf") ||
    words.includes("sebentar") ||
    (words.includes("dulu") && words.some((word) => thinking.has(word))) ||
    (words.includes("baru") && words.length > 1);
  return (
    says &&
    words.some((word) => delayed.has(word)) &&
    words.every((word) => delayed.has(word) || besideDelayed.has(word))
  );
}

const asking = set("apa apaan mana dimana bagaimana maksud arti artinya kenapa which what where");
const besideAsking = set(
  "itu ini yang di ke nya sih iya harus wajib perlu minta diminta segala sebelah bagian lihat carinya cari nyari adanya letak letaknya ada tulisan tulisannya tertulis posisi posisinya tahu tidak saya belum kok ya yah untuk kegunaan guna gunanya dimaksud dengan ktp kartu angka bisa dapat darimana dari bedanya beda dulu maaf is it the my on find mean",
);

/** Whether a text only asks what or where something is that is called by one of these names: "nik nya yang mana". */
export function asksWhatIs(text: string, names: readonly string[]): boolean {
  const words = contentWords(wordsOf(text));
  const named = new Set(names.flatMap((name) => wordsOf(name)));
  const isName = (word: string) => named.has(word) || named.has(word.replace(/(?:nya|ku)$/, ""));
  return (
    words.length <= mostOfQuestion &&
    words.some(isName) &&
    words.some((word) => asking.has(word)) &&
    words.every((word) => asking.has(word) || besideAsking.has(word) || isName(word))
  );
}

const differing = set(
  "beda bedanya perbedaan perbedaannya dapat dapatnya untung untungnya manfaat manfaatnya difference",
);
const besideDiffering = set(
  "apa apaan saja itu ini nya sih kedua keduanya dua duanya yang masing kalau mana antara sama dengan bagaimana jelaskan tolong dari program programnya iya what is the",
);

/** Whether a text only asks how the choices differ or what they bring: "bedanya apa", "apa aja dapetnya". */
export function asksDifference(text: string): boolean {
  const words = contentWords(wordsOf(text));
  return (
    words.length > 1 &&
    words.length <= mostOfQuestion &&
    words.some((word) => differing.has(word)) &&
    words.every((word) => differing.has(word) || besideDiffering.has(word))
  );
}

/** Words of a question about a word; more asks for something else. */
const mostOfQuestion = 9;
