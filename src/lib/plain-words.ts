/** Lower case, letters and digits only, single spaces: two texts that say the same words are equal. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
