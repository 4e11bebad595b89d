import type { CaseKind, CaseMatter, CaseOpening } from "../conversation/ports/cases.ts";
import type { Performance, Tx } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import type { OfficerCase } from "./generated/client.ts";
import { openingPlace } from "./places.ts";
import { numberFor } from "./registration-number.ts";

/** Opens a case, or gives the open one of this contact and kind. */
export async function openCase(
  { tx, contactId: id, attempt }: Performance,
  cipher: Cipher,
  key: string,
  { opening, matter }: { opening: CaseOpening; matter: CaseMatter },
  at: bigint,
): Promise<{ number: string; already: boolean; dueAt: string | null }> {
  const { kind, urgent } = matter;
  const known = await openOne(tx, id, kind);
  if (known !== null) {
    const { number, dueAt } = known;
    if (urgent) await tx.officerCase.update({ where: { number }, data: { kind, urgent: true } });
    return { number, already: true, dueAt: isoOf(dueAt) };
  }
  let number = numberFor(cipher, "KSS", key, attempt);
  for (let next = attempt + 1; (await tx.officerCase.count({ where: { number } })) > 0; next++)
    number = numberFor(cipher, "KSS", key, next);
  const dueAt = matter.dueAt === null ? null : BigInt(Date.parse(matter.dueAt));
  await tx.officerCase.create({
    data: {
      number,
      contactId: id,
      state: "open",
      kind,
      urgent,
      dueAt,
      openedAt: at,
      waitingSince: at,
      opening: cipher.encrypt(openingPlace(number), opening),
    },
  });
  return { number, already: false, dueAt: isoOf(dueAt) };
}

/** What a case is about where nothing else is said. */
export const TALK: CaseMatter = { kind: "talk", urgent: false, dueAt: null };

/** Kinds that one person has one case of: an officer reads their talk and their accident together. */
const TOGETHER: readonly CaseKind[] = ["talk", "accident"];

/** The contact's open case of a kind. */
export function openOne(tx: Tx, contactId: string, kind: CaseKind): Promise<OfficerCase | null> {
  const kinds = TOGETHER.includes(kind) ? [...TOGETHER] : [kind];
  return tx.officerCase.findFirst({ where: { contactId, state: "open", kind: { in: kinds } } });
}

const isoOf = (at: bigint | null): string | null =>
  at === null ? null : new Date(Number(at)).toISOString();
