import { plainWords } from "../lib/plain-words.ts";
import { flowIndexOf, type Request } from "./flow-index.ts";
import type { Work } from "./work.ts";

/** Longer texts tell a story; a request is not looked for in them. */
const longest = 200;

/**
 * The flow that a text asks for. In a form only a text that is the request as a whole counts; outside, also one that
 * holds the request for a form (not that for a mere text) as whole words. The longest request wins.
 */
export function findIntent(work: Work, text: string, within: boolean): string | undefined {
  if (text.length > longest) return undefined;
  const said = plainWords(text);
  const { requests } = flowIndexOf(work.book);
  const isHit = ({ flow, words }: Request) =>
    said === words || ((flow.draft || flow.inSentences) && holdsRequest(said, words));
  const hits = within ? requests.heldIn(said).filter(isHit) : requests.named(said);
  let best: Request | undefined;
  for (const hit of hits) if (hit.words.length > (best?.words.length ?? 0)) best = hit;
  return best?.flow.name;
}

/**
 * Whether a sentence holds a request that it does not deny ("belum daftar, udah jatuh"), nor asks whether it must be or whether
 * others may ("istri ikut atau harus daftar sendiri", "mereka boleh daftar sendiri").
 */
function holdsRequest(said: string, wanted: string): boolean {
  const at = ` ${said} `.indexOf(` ${wanted} `);
  if (at < 0) return false;
  const before = said.slice(0, at).trim().split(" ");
  const right = before.at(-1) ?? "";
  const wishes = wishing.has(right);
  const last = (wishes ? before.at(-2) : right) ?? "";
  if (past.has(right) && !holdsWish(before)) return false;
  return !denying.has(last) && !obliging.has(last) && !(wishes && others.has(last));
}

const holdsWish = (words: readonly string[]): boolean =>
  words.some((word) => wishing.has(word) && !past.has(word));

/** "kayaknya pernah daftar", "saya sudah daftar tapi ...": that was, and is not asked for. */
const past = new Set("pernah sempat sudah udah udh sdh telah".split(" "));
const wishing = new Set(
  "mau pengen ingin pingin pernah sempat bisa bs boleh minat niat".split(" "),
);
const obliging = new Set("harus hrs musti mesti wajib perlu".split(" "));
/** Of whom it is asked, not by whom it is wanted. */
const others = new Set("mereka mrk dia istri suami anak karyawan pegawai pekerja".split(" "));
const denying = new Set(
  "belum blm blom belom tidak tdk tak gak ga gk nggak ngga enggak ndak ora jangan gausah usah not".split(
    " ",
  ),
);
