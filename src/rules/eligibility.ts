/** Age in whole years from which nobody joins BPU any more (Brosur BPU 2026: not yet 65 on registering). */
export const joiningAgeEnds = 65;

/** Youngest age in whole years that has an e-KTP, which registering needs. */
export const identityCardAge = 17;

/**
 * Whether a person of this age in whole years on the day of registering may join BPU. Upper bound: Brosur BPU 2026, verified.
 * No source for a lower bound was found, so below the age of an e-KTP a branch must say.
 */
export function joiningAge(age: number): "ok" | "too_old" | "ask_branch" {
  if (age >= joiningAgeEnds) return "too_old";
  return age >= identityCardAge ? "ok" : "ask_branch";
}
