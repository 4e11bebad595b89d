import { standardSentence } from "../answer-types/standard-sentence.ts";
import { asksBack } from "../answer-types/talk.ts";
import { isAddress, isParticle, wordsOf } from "../answer-types/words.ts";
import type { Flow } from "../flow/flow.ts";
import { plainWords } from "../lib/plain-words.ts";
import { flowIndexOf } from "./flow-index.ts";
import { limits } from "./limits.ts";
import type { Work } from "./work.ts";

/** Words by which something is supposed, not told. */
const supposing = "kalau kalo klo kl klu jika misal misalnya seandainya andai if".split(" ");

/** Words of a question about what it brings rather than what to do. */
const reckoning = "berapa brp brapa dapat dapet santunan jaminan manfaat program".split(" ");

/** Words by which something is told that has happened: a question beside them asks what to do now. */
const happened =
  "tadi barusan barusn baru saja kemarin kemaren kmrn semalam semalem habis abis igd ugd berdarah pingsan".split(
    " ",
  );

/** Somebody, and right behind them what happened: "saya jatuh", "suami saya tadi kecelakaan", "kecelakaan aku". */
const toSomebody =
  / (?:saya|suami|istri|bini|laki|bapak|ayah|ibu|mama|mamak|anak|kakak|adik|abang|teman|temen|mertua|paman|tetangga|[a-z]{3,}ku)(?: (?:saya|tadi|baru|barusan|habis|sudah|kemarin|semalam|sekarang|lagi|kena|mengalami|sampai|sempat|malah)){0,3} (?:ter|ke|di|ny)?(?:jatuh|kecelakaan|celakaan|laka|tabrak|nabrak|timpa|jepit|serempet|setrum|sambar|lindas|luka|patah|berdarah) | (?:kecelakaan|laka|ditabrak|ketabrak|jatuh) saya /;

/** What falls or is hurt and harms nobody, and things that are gone. */
const figurative =
  / jatuh (?:tempo|cinta|sakit|miskin|bangkrut|tanggal|pada|hari|hati|harga|talak|bangun) | (?:patah|luka) (?:hati|semangat|arang|batin) | (?:omzet|omset|harga|penghasilan|usaha|dagangan)(?: saya)? jatuh | (?:ktp|kartu|kk|hp|nomor|akun|uang|surat|buku) (?:[a-z]+ ){1,2}sudah tidak ada /g;

/**
 * The most urgent flow (an accident, a death) whose words a text holds, unless it only asks or supposes. Where somebody talks
 * with an officer (`told`), or asks what to do after what has happened, only supposing counts against it.
 */
export function findUrgent(work: Work, text: string, told = false): string | undefined {
  const { urgent } = flowIndexOf(work.book);
  if (urgent.length === 0 || text.length > limits.text) return undefined;
  const said = ` ${plainWords(text)} `;
  const holds = (words: string) => said.includes(` ${words} `);
  const isNamed = ({ intents }: Flow) => intents.some(holds);
  const tells = urgent.filter((flow) => isNamed(flow) || tellsOfIt(flow, text));
  if (tells.length === 0) return undefined;
  const isFact =
    !supposing.some(holds) && (told || (hasHappened(said, text) && !reckoning.some(holds)));
  if (text.includes("?") && !isFact) return undefined;
  if (isFact) return tells[0]?.name;
  const asks = asksBack(text, wordsOf(text));
  return tells.find((flow) => !flow.unless.some(holds) && (isNamed(flow) || !asks))?.name;
}

const hasHappened = (said: string, text: string): boolean =>
  happened.some((word) => said.includes(` ${word} `)) ||
  toSomebody.test(standardSentence(text).replace(figurative, " "));

/** Whether a sentence has a word of each of the groups by which a flow is told. */
function tellsOfIt({ tells }: Flow, text: string): boolean {
  if (tells.length === 0) return false;
  const clauses = clausesOf(text);
  return tells.every((group) => group.some((words) => clauses.includes(` ${words} `)));
}

/** The words of a text in standard spelling, a bar after each clause: " suami saya sudah tidak ada | saya bingung | ". */
function clausesOf(text: string): string {
  const clauses = text.split(/[,.;:!?\n]|\p{Extended_Pictographic}/u).map((clause) => {
    const words = [...wordsOf(clause)];
    while (words.length > 0 && isBeside(words.at(-1) ?? "")) words.pop();
    return words.length > 0 ? ` ${words.join(" ")} |` : "";
  });
  return `${clauses.join("")} `.replace(figurative, " ");
}

const isBeside = (word: string): boolean => isAddress(word) || isParticle(word) || word === "iya";
