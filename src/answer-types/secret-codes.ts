import type { Span } from "./card-number.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Codes and passwords by one word, with the endings that people give them. */
const code =
  /^(?:otp|pin|mpin|pasword|passwords?|paswod|pw|passcode|cvv2?|cvc2?)(?:nya|ny|ku|mu|x)?$/;
const password = /^(?:pasword|passwords?|paswod|pw|passcode|sandi)(?:nya|ny|ku|mu|x)?$/;
/** By two words: "kode verifikasi", "kata sandi", "verification code". */
const pairs: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "kode",
    set(
      "verifikasi verifikasinya verif keamanan keamanannya rahasia rahasianya otentikasi autentikasi sandi sandinya login masuk sms aktivasi",
    ),
  ],
  ["kata", set("sandi sandinya")],
  ["verification", set("code")],
  ["security", set("code")],
  ["login", set("code")],
  ["whatsapp", set("code")],
  ["wa", set("code")],
  ["sandi", set("saya aku gw gue akun jmo atm wa email hp")],
]);
/** Standing before "pin", they make it a tree, a brooch, a part or a place. */
const otherPins = set(
  "pohon kayu bibit daun bros jual beli harga enamel polio ban jarum ulir as tukang toko warung jl jln jalan gg gang desa dusun kampung kp perum perumahan blok rt rw pasar",
);

/** Words that may stand between a code and what it is called. */
const between = set(
  "saya sy sya aku ak gw gue gua ku kami nya ini itu nih tu tuh yg yang adalah ialah yaitu merupakan is your the kode code angka angkanya nomor nomornya nomer nmr no kodenya isinya tulisannya atm kartu bank bca bri bni btn bsi mandiri cimb bjb permata danamon jago seabank livin brimo dana gopay ovo shopeepay shopee linkaja jmo bpjs bpjstk bpjamsostek wa whatsapp sms email gmail hp akun rekening rek tabungan mbanking banking mobile m internet login masuk baru lama dari dr ke di dikirim dikirimi kirim masuknya dapat dapet dpt muncul keluar barusan tadi skrg sekarang udah udh sudah sdh ya yah kak pak bu min mas mbak bang bos gan ni kah nih tolong anda kamu bapak ibu silakan catat cek diminta minta bilang jawab jawabnya kasih ok oke dan sama otp pin cvv cvc verifikasi sandi",
);
/** After these a number counts or dates something. */
const beforeOther = set("ke dari dr di sejak tahun thn pukul jam tgl rp hubungi telepon telpon");
/** Before these, likewise. */
const units = set(
  "kali x menit mnt detik dtk jam hari hr minggu bulan bln tahun thn digit angka huruf karakter ribu rb rebu k jt juta orang org persen rupiah perak meter km kg gram an biji pcs buah",
);
/** One more code after the first: "482913 eh 482931". */
const another = set("eh atau ato dan sama lalu terus trus salah bukan maksudnya maksud maaf");
/** Between a code and what is said of it afterwards: "482913 itu kode otp saya". */
const linking = set("adalah itu ini merupakan is as jadi");
const own = set("saya sy aku ku nya gw gue ini itu nih anda");
/** Numbers to call, not to keep secret. */
const hotlines = set("110 112 119 129 157 175");
const digitWords = set(
  "nol kosong satu dua tiga empat lima enam tujuh delapan lapan sembilan zero one two three four five six seven eight nine",
);

/** How many words may stand between. */
const farthest = 9;
/** The same between one code and the next. */
const nearest = 5;

type Token = { word: string; from: number; to: number; gap: string; digits: boolean };

/**
 * Where codes that nobody else may know stand in a text: OTP, PIN, password, CVV; three to eight digits by their name, digits said as
 * words, and passwords. A number that the text does not call so is none.
 */
export function secretCodesIn(text: string): Span[] {
  const tokens = tokensOf(text);
  const found: Span[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const name = nameAt(tokens, at);
    if (!name) continue;
    found.push(...before(tokens, at, name), ...after(text, tokens, at, name));
    at += name.length - 1;
  }
  return found;
}

type Name = { length: number; password: boolean };

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(/[\p{L}\p{M}]+|\d+/gu)) {
    const gap = text.slice(end, index).replace(/\p{Cf}/gu, "");
    end = index + raw.length;
    tokens.push({ word: raw.toLowerCase(), from: index, to: end, gap, digits: /^\d/.test(raw) });
  }
  return tokens;
}

/** The name of a secret that begins here, and of how many words it is. */
function nameAt(tokens: readonly Token[], at: number): Name | null {
  const [word = "", next = ""] = [tokens[at]?.word, tokens[at + 1]?.word];
  if (pairs.get(word)?.has(next)) return { length: 2, password: /sandi/.test(word + next) };
  if (/^sandi(?:nya|ku)$/.test(word)) return { length: 1, password: true };
  if (!code.test(word)) return null;
  const previous = tokens[at - 1]?.word ?? "";
  if (word.startsWith("pin") && otherPins.has(previous)) return null;
  return { length: 1, password: password.test(word) };
}

function after(text: string, tokens: readonly Token[], name: number, how: Name): Span[] {
  const found: Span[] = [];
  let at = name + how.length;
  for (let end = at + farthest; at < end; at++) {
    const token = tokens[at];
    if (!token || token.gap.length > 8) break;
    const password = how.password ? passwordAt(text, token) : null;
    const hit = password ?? digitsAt(tokens, at) ?? saidAt(tokens, at);
    if (hit) {
      found.push(hit);
      at = tokens.findLastIndex(({ from }) => from < hit[1]);
      end = at + 1 + nearest;
    } else if (!leadsOn(token, found.length > 0)) break;
  }
  return found;
}

/** Whether what is called by a name may still come after this word. */
const leadsOn = ({ word, digits }: Token, again: boolean): boolean =>
  !digits && (between.has(word) || (again && another.has(word)));

/** Three to eight digits, together or in short groups; null if they count, date or call something. */
function digitsAt(tokens: readonly Token[], at: number): Span | null {
  const first = tokens[at];
  if (!first?.digits) return null;
  let last = at;
  let count = first.word.length;
  for (
    let next = tokens[last + 1];
    next?.digits && /^[ .-]$/.test(next.gap);
    next = tokens[last + 1]
  ) {
    if (count + next.word.length > 8) break;
    count += next.word.length;
    last++;
  }
  if (count < 3 || count > 8) return null;
  const [previous, following] = [tokens[at - 1], tokens[last + 1]];
  if (previous && beforeOther.has(previous.word)) return null;
  if (following && units.has(following.word) && /^\s?$/.test(following.gap)) return null;
  if (following?.gap.startsWith("%") || (last === at && hotlines.has(first.word))) return null;
  return [first.from, tokens[last]?.to ?? first.to];
}

/** Four digits and more, each said as a word. */
function saidAt(tokens: readonly Token[], at: number): Span | null {
  let end = at;
  while (digitWords.has(tokens[end]?.word ?? "")) end++;
  const [first, last] = [tokens[at], tokens[end - 1]];
  return first && last && end - at > 3 ? [first.from, last.to] : null;
}

/** A password of letters with digits or signs; of letters alone only where it is set off and nothing follows in its line. */
function passwordAt(text: string, token: Token): Span | null {
  const rest = text.slice(token.from);
  const [chunk = ""] = /^\S+/.exec(rest) ?? [];
  const trimmed = chunk.replace(/[.,;:!?)"'*]+$/, "");
  const mixed = /\p{L}/u.test(trimmed) && /[\d@#$%&*!_]/.test(trimmed);
  const setOff = /[:=]\s*$/.test(token.gap) && /^\S+\s*(?:\n|$)/.test(rest) && !chunk.endsWith("?");
  if (trimmed.length < 5 || trimmed.length > 64 || !(mixed || setOff)) return null;
  return [token.from, token.from + trimmed.length];
}

/** "482913 itu kode otp saya", "482913 adalah kode verifikasi". */
function before(tokens: readonly Token[], name: number, { length }: Name): Span[] {
  const last = digitsBefore(tokens, name);
  if (last < 0) return [];
  const words = tokens.slice(last + 1, name);
  const gaps = tokens.slice(last + 1, name + 1).map(({ gap }) => gap);
  const next = tokens[name + length];
  const linked = words.some(({ word }) => linking.has(word)) || !next || own.has(next.word);
  if (!linked || /[.!?;\n]/.test(gaps.join(""))) return [];
  let first = last;
  while (tokens[first - 1]?.digits && /^[ -]$/.test(tokens[first]?.gap ?? "")) first--;
  const group = tokens.slice(first, last + 1);
  const digits = group.map(({ word }) => word).join("");
  if (!/^\d{4,8}$/.test(digits) || /^(?:19|20)\d\d$/.test(digits)) return [];
  if (beforeOther.has(tokens[first - 1]?.word ?? "")) return [];
  return [[group[0]?.from ?? 0, group.at(-1)?.to ?? 0]];
}

/** The digits that a name is linked to from behind; -1 if there are none. */
function digitsBefore(tokens: readonly Token[], name: number): number {
  for (let at = name - 1; at >= 0 && name - at < 5; at--) {
    const { word, digits } = tokens[at] ?? { word: "", digits: false };
    if (digits) return at;
    if (!linking.has(word) && !between.has(word)) return -1;
  }
  return -1;
}
