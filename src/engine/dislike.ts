import { plainWords } from "../lib/plain-words.ts";

/** Forms of address, courtesies and particles, which change nothing. */
const beside: ReadonlySet<string> = new Set(
  "pak bu ibu bapak mas mbak mba kak kakak min bang bos gan sis dong ya yaa deh sih lah kok maaf sorry tapi tp loh lho itu ini nih kan kayaknya kyknya sepertinya masih tetap jawabannya jawabanya jawabnya jawaban jwbnnya payung bot dari yang".split(
    " ",
  ),
);

const phrases: ReadonlySet<string> = new Set(
  [
    "bukan|bkn|bukan maksud saya|bukan maksudku|bukan maksud aku|bukan maksudnya|bukan gitu|bukan begitu|bukan tanya",
    "bukan saya tanya|bukan saya tanyakan|bukan saya maksud|bukan aku maksud|bukan saya mau|bukan aku tanya|bukan pertanyaan saya",
    "salah|slh|salah jawab|salah paham|salah tangkap|keliru|ngaco|ngawur|asal|ga bener|gak bener|tidak benar",
    "ga nyambung|gak nyambung|g nyambung|ngga nyambung|nggak nyambung|enggak nyambung|tidak nyambung|tdk nyambung|kagak nyambung|ora nyambung|teu nyambung",
    "ga sesuai|gak sesuai|tidak sesuai|ga cocok|gak cocok|tidak cocok|ga pas|gak pas|kurang pas|tidak pas",
    "ga membantu|gak membantu|tidak membantu|ga menjawab|gak menjawab|tidak menjawab|belum menjawab|blm menjawab|ga menjawab pertanyaan|tidak menjawab pertanyaan|belum menjawab pertanyaan saya|tidak menjawab pertanyaan saya",
    "lain ditanya lain dijawab|ditanya apa dijawab apa|beda|melenceng|ga ada hubungannya|gak ada hubungannya",
    "wrong|wrong answer|not that|not this|not what i asked|not what i meant|that is not what i asked",
  ]
    .join("|")
    .split("|"),
);

/** These may as well answer the question of a form, or correct an answer. */
const unclear: ReadonlySet<string> = new Set("bukan bkn salah slh keliru beda asal".split(" "));

/** Whether a message says, and says nothing else, that an answer was not the one that was wanted ("bukan itu", "ga nyambung kak"); while a question of
 * a form stands open only what cannot be meant for that. */
export function isDislike(text: string, asked: boolean): boolean {
  if (text.length > 60) return false;
  const said = plainWords(text);
  const words = said.split(" ").filter((word) => !beside.has(word));
  const rest = words.join(" ");
  return (phrases.has(said) || phrases.has(rest)) && !(asked && unclear.has(rest));
}
