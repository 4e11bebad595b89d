import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, talk } from "../support/talk.ts";

const book = bookForTests();

/** Which questions are asked with the button that sends the own number, by step. */
function withButton(lines: readonly string[]): string[] {
  let session: Session | null = null;
  const steps: string[] = [];
  for (const text of lines) {
    const turn = talk(book, session, [{ text }]);
    ({ session } = turn);
    if (turn.replies.at(-1)?.wants === "phone") steps.push(session.asked?.step ?? "");
  }
  return steps;
}

const business =
  "daftar usaha|setuju|benar semua|Usaha Contoh|perorangan|jalan mawar 2|depok sleman|lewati|lewati|toko|mikro|3404074506850002|sri contohsari|ya|0812 0000 1234|lewati|tidak|budi contoh|0812 0000 5678|ketik|3404071207900003|budi contoh|ya|lewati|2 juta";
const other = "daftarkan ibu saya|setuju|3404074506650002|siti contoh|ya|0812 0000 1234";

test("the button that sends the own number stands below the own number alone, not below a worker's or another person's", () => {
  expect(withButton(business.split("|"))).toEqual(["hp"]);
  expect(withButton(other.split("|"))).toEqual([]);
  expect(withButton("daftar sendiri|ya|3404074506850002|sri contohsari|ya".split("|"))).toEqual([
    "hp",
  ]);
});
