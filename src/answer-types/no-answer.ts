import { standardSpelling } from "../lib/colloquial.ts";
import { contentWords, isAddress, isParticle, rawWordsOf, wordsOf } from "./words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Whole words only: "Asuti", "Anjar" and "Setiawan" are names. Nothing that is a name or a title somewhere ("Tai", "Cok"). */
const insults = set(
  "anjing anjir anjrit anjay anjg anjink asu bangsat bgst bajingan goblok goblog gblk tolol tll bego bodoh dungu idiot kampret kontol kntl memek ngentot entot jancuk jancok djancuk taik babi monyet keparat brengsek sialan setan iblis bacot penipu jembut kimak pukimak pantek lonte matamu ndasmu geblek kampang fuck fucking shit bitch asshole stupid bullshit",
);
const anger = set(
  "marah emosi kesel kesal sebel sebal jengkel ribet riweuh muak bete capek capai cape nyebelin menyebalkan ngeselin mengesalkan lelet lemot angry annoying annoyed",
);
const besideAnger = set(
  "lu lo loe elu kau kamu lah gue gua gw w saya sy aku ku ane gw bot robot dasar banget bgt bngt amat sekali ini itu nih tuh sih deh dong kok ah semua lama terus trus jadi jd lagi lg mulu you so very is it i am im aja bikin jadinya udah sudah woi woy hei mah kali",
);

const feelings = set(
  "senang seneng sedih lapar laper haus lelah bosan bosen cinta sayang rindu kangen bohong pusing stres mantap mantab keren bahagia takut malu sakit ngantuk gila semangat sabar kecewa bangga happy sad tired hungry bored",
);

/** Whether a text is nothing but scolding or anger: "goblok lu", "ribet banget". */
export const isScolding = (text: string): boolean =>
  isOnly(text, (word) => insults.has(word) || anger.has(word));

/** Whether a text only tells how someone feels: "aku sedih banget". */
export const isFeeling = (text: string): boolean => isOnly(text, (word) => feelings.has(word));

function isOnly(text: string, holds: (word: string) => boolean): boolean {
  const words = rawWordsOf(text).filter((word) => !isAddress(word));
  return words.some(holds) && words.every((word) => holds(word) || besideAnger.has(word));
}

/** Whether an insult stands among the words of a text. */
export const holdsInsult = (text: string): boolean =>
  rawWordsOf(text).some((word) => insults.has(word));

const asking = set("tanya nanya bertanya nanyak");
const besideAsking = set(
  "mau mo numpang boleh bole izin ijin ikut pengen pingin saya sy aku gue gw dulu dl dong donk sebentar bentar bntr sih nih deh lagi ya yah aja lah kak",
);

/** Whether a text only announces a question: "tanya dong", "mau nanya". "Tanya" alone may be a name. */
export function announcesQuestion(text: string): boolean {
  const words = rawWordsOf(text).filter((word) => !isAddress(word));
  return (
    words.every((word) => asking.has(word) || besideAsking.has(word)) &&
    words.some((word) => asking.has(word)) &&
    (words.length > 1 || words[0] !== "tanya")
  );
}

/** Words that answer a yes-no question, steer the talk or give up, and what may stand beside them. */
const replies = set(
  "iya oke siap tidak bukan salah lupa lanjut terserah malas males ogah skip bingung setuju betul benar nanti besok entah ragu hm hmm hehe wkwk sip baik sesuai yes no nope lewat next apa mager hadeh duh aduh ups eh sebentar tunggu mungkin sorry",
);
const besideReplies = set(
  "saya dulu saja lagi juga sudah jadi mau makasih maaf begitu ini itu tadi banget sekali deh ah dah untuk ubah ganti ketik isi tulis pikir jawab yang",
);
const ignorance =
  /^(?:(?:saya|maaf|aduh|duh|iya|jujur|masih|juga|memang) )*(?:(?:tidak|belum|kurang) (?:tahu|ingat|inget|hapal|hafal|apal|paham|yakin|jelas|ngeh|begitu (?:tahu|ingat|hapal|hafal))|lupa|bingung|entah(?:lah)?)\b/;

/** Words after "I do not know" beyond which the text may hold an answer all the same. */
const mostOfIgnorance = 6;

/** Whether a whole text gives no answer to an open question: "ok sip", "eh salah", "gatau cabang mana". */
export function isNoAnswer(text: string): boolean {
  const words = contentWords(wordsOf(text));
  if (words.length === 0) return rawWordsOf(text).some(isParticle);
  if (isRemark(text)) return true;
  if (/\d|^bebas\b/i.test(text)) return false;
  if (words.length <= mostOfIgnorance && !text.includes(",") && ignorance.test(words.join(" ")))
    return true;
  return (
    words.some((word) => replies.has(word)) &&
    words.every((word) => replies.has(word) || besideReplies.has(word))
  );
}

/** What is said of the matter, of oneself or of the talk: no name, no place and no work has these words alone. */
const remarks = set(
  "mahal gila ribet kepanjangan kebanyakan males malas pusing takut ragu curiga kaget ngantuk gaptek bokek bangkrut duit uang uangnya makasih terima kasih thanks info infonya informasi informasinya baca bacanya dibaca ngerti mengerti paham mikir pikir pikirin mikirin dipikir pikirkan pertimbangkan rundingan runding nanya ditanya nanyanya bilang ngomong cerita ngetik ngetiknya ngetikin ketikin diketik nulis isi isinya ngisi diisi mengisi lanjut lanjutin lanjutnya dilanjut lanjutkan terusin diterusin ulang ulangi hilang ilang kehilangan ketinggalan rusak robot rahasia penipu penipuan tipu bohong beneran bercanda canda gitu gini begitu begini abis hp hape sinyal kuota lowbat lobet wifi ngarang ngawur bener bayarnya wah waduh aduh astaga ampun buset busyet walah wow ih idih",
);
const besideRemarks = set(
  "saya aku sy gue gua gw kamu kau anda dia kita kami mereka ini itu situ yang di ke dari dan atau tapi tetapi juga lagi aja saja dulu nanti ntar tar tadi barusan kemarin besok lusa malem malam sudah belum masih mau pengen pengin ingin bisa boleh tidak bukan jangan punya ada kok sih dong deh lah ya iya oh eh ah hm hmm oke sip kayak seperti banget bgt amat sekali terlalu cuma hanya kalau biar supaya soalnya karena jadi terus memang kan tuh nih apa semua sama dengan untuk harus perlu anak suami istri ibu bapak adik kakak orang sendiri jaman zaman sekarang ktp kk nik nama data datanya namanya segitu sebanyak segala lama nya mah atuh teh pisan tenan pol murah enak seru keren mantap mantab parah susah gampang panjang banyak percaya yakin jujur serius bayar gratis buat habis salah betul benar lupa gapunya gaada gakada online offline mulu doang tanya bagaimana kenapa",
);

/** Whether a text only remarks on something: "gila mahal bgt", "makasih infonya", "ktp saya ilang". */
export function isRemark(text: string): boolean {
  if (/\d/.test(text.replaceAll(/(?<=\p{L})2\b/gu, ""))) return false;
  const words = [...rawWordsOf(text)].filter((word) => !isAddress(word) && !isParticle(word));
  const known = words.flatMap((word) => standardSpelling(word).split(" "));
  return (
    known.some((word) => remarks.has(word)) &&
    known.every((word) => remarks.has(word) || besideRemarks.has(word))
  );
}

const mishaps = set(
  "kecelakaan laka tabrakan ditabrak tertabrak ketabrak nabrak keserempet diserempet terserempet meninggal wafat tewas jatuh terjatuh kejatuhan tertimpa ketimpa ketiban tersengat kesetrum tenggelam accident died passed crashed",
);
const whoOrWhen = set(
  "saya aku suami istri bapak ibu ayah mama papa anak adik adek kakak kakek nenek paman bibi teman tetangga mertua almarhum almarhumah dia beliau orang kemarin tadi barusan semalam baru habis abis sudah minggu bulan hari my husband wife father mother yesterday i",
);

/** Whether a text tells of an accident or a death: what happened, and to whom or when. */
export function tellsMishap(text: string): boolean {
  const words = wordsOf(text);
  return words.some((word) => mishaps.has(word)) && words.some((word) => whoOrWhen.has(word));
}
