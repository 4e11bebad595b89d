/** Whether a word may be a slip of the thumb for another that is near. */
export type IsSlip = (word: string, other: string) => boolean;

export const anySlip: IsSlip = () => true;

/** In a sentence that asks something much looks alike: only vowels that were left out ("tukng"), and long words. */
export const isClearSlip: IsSlip = (word, other) =>
  word.length >= longWord || (word.length < other.length && consonants(word) === consonants(other));
const longWord = 7;
const consonants = (word: string): string => word.replaceAll(/[aeiou]/g, "");
