/** What somebody wants with the half-filled forms: all of them listed, or one of them opened or thrown away. */
export type DraftRequest =
  | { act: "list" }
  | {
      act: "open" | "drop";
      /** How they name it: a person's name, "ibu", a number; empty where they do not. */
      which: string;
      /** The word "draf" was said: it is about a draft for certain. */
      sure: boolean;
    };

const draft = "(?:draf|draft|drap|drafts|drafs)";
const kindly = "(?:(?:tolong|mohon|coba|mau|saya mau|eh|oke|ok|ya|please)[\\s,]+)*";
const end =
  "(?:[\\s,]+(?:dong|ya|yah|kak|min|pak|bu|dulu|aja|saja|lagi|sekarang|please|now))*[\\s.!?]*";
const lists = new RegExp(
  `^${kindly}(?:(?:lihat|liat|daftar|semua|cek|tampilkan|buka|mana|show|list|my|all|the|see)\\s+)*${draft}(?:\\s+(?:saya|aku|nya|semua|semuanya|apa saja|yang ada|mana|mana saja))*${end}$`,
  "iu",
);
const drops = new RegExp(
  `^${kindly}(?:hapus|hapusin|hapuskan|buang|batalkan|batal|delete|drop|remove)\\s+(?:the\\s+)?${draft}(?:\\s+(?<which>.+?))?${end}$`,
  "iu",
);
const named = new RegExp(`^${kindly}${draft}\\s+(?<which>.+?)${end}$`, "iu");
const going = "lanjut|lanjutkan|lanjutin|terusin|teruskan|buka|kembali|balik|continue|open|resume";
const switching = "ganti|pindah|beralih|gantian|switch|change|go";
const about =
  "(?:draf|draft|pendaftaran|pendaftarannya|isian|isiannya|formulir|form|punya|punyanya)";
const opens = [
  new RegExp(
    `^${kindly}(?:${going})\\s+(?:ke\\s+|to\\s+|with\\s+)?(?<about>(?:${about}\\s+)*)(?<which>.+?)${end}$`,
    "iu",
  ),
  new RegExp(
    `^${kindly}(?:${switching})\\s+(?:ke|to)\\s+(?<about>(?:${about}\\s+)*)(?<which>.+?)${end}$`,
    "iu",
  ),
  new RegExp(`^${kindly}(?:${switching})\\s+(?<about>(?:${about}\\s+)+)(?<which>.+?)${end}$`, "iu"),
];

/** Longer texts are about something else. */
const longest = 80;

/** What a message as a whole asks about drafts; a name alone asks nothing. */
export function draftRequest(text: string): DraftRequest | null {
  const said = text.trim();
  if (said.length > longest) return null;
  if (lists.test(said)) return { act: "list" };
  const dropped = drops.exec(said);
  if (dropped) return { act: "drop", which: dropped.groups?.["which"] ?? "", sure: true };
  const own = named.exec(said)?.groups?.["which"];
  if (own !== undefined) return { act: "open", which: own, sure: true };
  for (const pattern of opens) {
    const groups = pattern.exec(said)?.groups;
    if (groups) {
      const sure = /dra/i.test(groups["about"] ?? "");
      return { act: "open", which: groups["which"] ?? "", sure };
    }
  }
  return null;
}
