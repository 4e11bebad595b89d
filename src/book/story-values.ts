import { standardSentence } from "../answer-types/standard-sentence.ts";
import type { BookValue } from "../flow/book.ts";

const clock =
  / (?:tadi|barusan|baru saja|kemarin|semalam|sekarang|lusa|jam|pukul|subuh|tanggal|(?:hari|malam) (?:ini|senin|selasa|rabu|kamis|jumat|sabtu|minggu)|(?:minggu|bulan|hari|tahun) (?:ini|lalu|kemarin)|\d+ (?:hari|minggu|bulan|jam)|today|yesterday|just now|last (?:night|week)|this morning) /;
const place =
  / (?:di|dari|in|at|near|dekat|depan) (?:jalan|jl|jln|gang|gg|pabrik|pasar|proyek|gudang|toko|warung|kebun|sawah|tambak|laut|bengkel|kantor|terminal|stasiun|pelabuhan|tol|flyover|pertigaan|perempatan|simpang|tikungan|lampu|halte|pom|spbu|dapur|ruko|gedung|lapak|kios|tambang|hutan|the (?:road|factory|market|office)) | (?:jalan|jl|jln) (?!(?:kaki|pulang|berangkat|terus|ke|mau|kerja|dari|pelan) )[a-z]{3,} /;
const manner =
  / (?:ter|ke|di)?(?:jatuh|tabrak|serempet|jepit|timpa|peleset|pleset|setrum|sengat|sayat|tusuk|iris|potong|sambar|lindas|lindes|gilas|senggol|siram|bakar|bentur|gencet|guling|pukul|bacok|begal|gigit|patok|lempar|hantam|seruduk) | (?:nabrak|kejeblos|nyungsep|kejatuhan|ketiban|selip|tiba dari|kena (?:mesin|gerinda|pisau|parang|paku|besi|air panas|minyak)|fell|hit|crushed|burned|cut) /;
const activity =
  / (?:kerja|bekerja|kerjaan|pekerjaan|kerjo|gawe|narik|ngojek|nganter|mengantar|antar|ngantar|jualan|dagang|berdagang|pulang|berangkat|orderan|order|penumpang|paket|shift|lembur|panen|mancing|melaut|ngecor|nukang|dinas|work|working) /;
const treatment =
  / (?:di|ke|at) (?:rumah sakit|rs|rsu|igd|ugd|puskesmas|klinik|hospital) (?!(?:mana|apa|belum|tidak|terdekat|dulu|tadi|terus|karena|sekarang|sudah|saya|itu|ini|yang|dan|tetapi|waktu|bayar|minta|kemarin|lagi|saja) )[a-z]{3,} | (?:rsud|rsia|rsup) [a-z]{3,} /;

/** Whether what was told in these answers says all of it already: then it is not asked. */
const saidIn = (answers: readonly string[], ...kinds: readonly RegExp[]): BookValue => ({
  inputs: [],
  optional: answers,
  type: "bool",
  elsewhere: [false, true],
  compute: (told) => {
    const said = answers.map((name) => standardSentence(String(told[name] ?? ""))).join("");
    return kinds.every((words) => words.test(said));
  },
});

/** Values on what somebody told of an accident: whether that says what happened, when, where and at which work, how, and where they are treated. */
export const storyValues: Record<string, BookValue> = {
  cerita_kejadian: saidIn(["story"], manner),
  cerita_waktu: saidIn(["story", "kejadian"], clock),
  cerita_tempat: saidIn(["story", "kejadian", "waktu"], place, activity),
  cerita_cara: saidIn(["story", "kejadian", "waktu", "tempat"], manner),
  cerita_berobat: saidIn(["story", "kejadian", "waktu", "tempat", "cara"], treatment),
};
