import { plainWords } from "../lib/plain-words.ts";

/** Longer texts say more than that somebody has had enough. */
const longest = 80;

const wayOut =
  /\b(?:(?:tidak|tdk|gak|ga|gk|nggak|ngga|enggak) jadi|gajadi|kepencet|salah pencet|batal(?:in|kan)?|udah ah|udahan|males|malas|berubah pikiran|nanti (?:dulu|aja|saja|deh)|(?:tidak|tdk|gak|ga|gk|nggak|ngga|enggak|ogah|emoh) (?:mau )?(?:kasih|ngasih|beri|isi|ngisi|kirim|ngirim|lanjut|nerusin)|never ?mind)\b|^(?:ya ampun |aduh |waduh |eh )?jangan(?: dulu| deh| dong)?$/;

/** Whether a text that answers nothing tells that its writer wants to leave ("udah ah males", "maaf kepencet"). */
export const isGivingUp = (text: string): boolean =>
  text.length <= longest && wayOut.test(plainWords(text));
