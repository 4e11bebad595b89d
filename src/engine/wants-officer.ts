import { plainWords } from "../lib/plain-words.ts";

/** Longer texts tell a story. */
const longest = 400;

const address = "pak|bu|bapak|ibu|kak|min|mas|mbak|mba";
const person = "petugas|petugasnya|cs|admin|adminnya|operator|manusia";
const talking =
  "bicara|ngomong|ngobrol|ngmg|hubungi|menghubungi|sambungkan|disambungkan|sambungin|tanya|nanya|telepon|telpon|chat|ketemu";

/** "bu petugas saya mau tanya soal kartu"; not "petugas parkir". */
const addressed = new RegExp(
  `^(?:(?:tolong|mohon|halo|hallo|hai|permisi|${address}) )+petugas(?: (?:saya|mau|bisa|ada|ini|nama|tolong|kenapa|gimana|kok|tadi|lagi|aku|sy|${address})\\b|$)`,
);
/** "mau ngomong sama petugas soal klaim saya" */
const asked = new RegExp(
  `\\b(?:${talking}) (?:langsung )?(?:(?:ke|dengan|dgn|sama|sm|ama) )?(?:(?:${address}) )?(?:${person})\\b`,
);

/** Whether a message that says more than that asks for a person. */
export function wantsOfficer(text: string): boolean {
  if (text.length > longest) return false;
  const said = plainWords(text);
  return addressed.test(said) || asked.test(said);
}
