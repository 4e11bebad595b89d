import { plainWords } from "../lib/plain-words.ts";

/** Longer texts tell a story. */
const longest = 400;

const address = "pak|bu|bapak|ibu|kak|min|mas|mbak|mba";
const somebody =
  "orang asli|orang beneran|orang sungguhan|org asli|org beneran|manusia|manusia asli|real person|human|a human|live agent";
const person = `petugas|petugasnya|cs|admin|adminnya|operator|customer service|customer servis|atasan|atasannya|atasan lo|atasan kamu|orang bpjs|orang bpjsnya|orangnya|orang|orang langsung|${somebody}`;
const talking =
  "bicara|ngomong|ngomongnya|ngobrol|ngmg|hubungi|hubungin|menghubungi|hubungkan|sambungkan|disambungkan|sambungin|disambungin|tersambung|tanya|nanya|telepon|telpon|chat|ketemu|oper|dioper|alihkan|dialihkan|curhat|komplain|protes|marah";

/** "bu petugas saya mau tanya soal kartu"; not "petugas parkir". */
const addressed = new RegExp(
  `^(?:(?:tolong|mohon|halo|hallo|hai|permisi|${address}) )+petugas(?: (?:saya|mau|bisa|ada|ini|nama|tolong|kenapa|gimana|kok|tadi|lagi|aku|sy|${address})\\b|$)`,
);
/** "mau ngomong sama petugas soal klaim saya" */
const asked = new RegExp(
  `\\b(?:${talking}) (?:aku |saya |gw |gue )?(?:langsung )?(?:(?:ke|dengan|dgn|sama|sm|ama|aja ke|aja sama) )?(?:(?:${address}) )?(?:${person})\\b(?! (?:yang|yg|tua|rumah|lain|kampung|kaya|banyak)\\b)`,
);
/** "mana orangnya", "kasih gw manusia", "i need a human", "can i speak to someone" */
const wanted = new RegExp(
  [
    "\\bmana (?:sih )?(?:orangnya|petugasnya|adminnya|manusianya|csnya|cs nya|customer servi\\w*)\\b",
    `\\b(?:kasih|minta|butuh|perlu|mau|pengen|cari|want|need) (?:(?:saya|gw|gue|aku|me|a|to|sama|bantuan) )*(?:${somebody})\\b`,
    "\\b(?:speak|talk|chat) (?:(?:to|with) )?(?:a |an )?(?:real |live )?(?:someone|somebody|person|human|officer|agent|people)\\b",
    "^(?:(?:saya|gw|gue|aku|sy) )?(?:mau|ingin|pengen|butuh|perlu) (?:bantuan orang|dibantu orang|komplain|protes|complain)(?: (?:dong|nih|ya|kak|min|bang))*$",
    "^(?:(?:ini|halo|woy|woi) )*ada (?:orang|orangnya|manusia|manusianya)(?: (?:sih|asli|beneran|disini|disana|di|sini|sana|ga|gak|nggak|ngga|enggak|tidak|kah|ya|nih|yang jaga|yg jaga))+$",
    "\\b(?:capek|cape|males|malas|gamau|ogah|bosen|bosan|muak|(?:ga|gak|tidak|nggak) mau) (?:(?:saya|gw|aku) )?(?:(?:ngomong|bicara|chat|ngobrol|tanya|dijawab|dilayani) )?(?:(?:sama|dengan|dgn|ama|sm) )?(?:bot|robot|mesin|komputer)\\b",
  ].join("|"),
);
/** "kemarin saya sudah tanya petugas, katanya gratis" tells of a talk that was. */
const was = new RegExp(
  `\\b(?:kemarin|kmrn|kemaren|sudah|udah|udh|sdh|pernah|tadi|habis|abis|dulu)(?: (?:saya|sy|aku|gw|gue|suami|istri))?(?: (?:sudah|udah|pernah|coba|sempat))? (?:di)?(?:${talking})\\b|\\b(?:kata|katanya) (?:petugas|orang|admin|cs)\\b`,
);

/** Without one of these no person is asked for: most messages need no closer look. */
const anyone =
  /petugas|\bcs|admin|operator|customer|atasan|\borg?\b|orang|manusia|person|human|agent|someone|somebody|people|officer|komplain|protes|complain|bot\b|mesin|komputer/i;

/** Whether a message that says more than that asks for a person. */
export function wantsOfficer(text: string): boolean {
  if (text.length > longest || !anyone.test(text)) return false;
  const said = plainWords(text);
  if (wanted.test(said)) return true;
  return (addressed.test(said) || asked.test(said)) && !was.test(said);
}
