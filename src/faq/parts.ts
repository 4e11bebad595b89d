/** A part with fewer words asks nothing by itself and is passed over ("halo."). */
const shortestPart = 2;
/** Longer messages are stories: their sentences are not questions of their own. */
const longestQuestion = 40;

const sentenceEnd = /[?!\n;]+|\.(?=\s|$)/;
const joint = /,?\s+(?:sama|dan|terus|trus|trs|lalu|sekalian|plus|juga|&)\s+/i;

/** The two halves of a message that may hold two questions; nothing when it can't. */
export function partsOf(text: string): string[] {
  if (wordCount(text) > longestQuestion) return [];
  for (const border of [sentenceEnd, joint]) {
    const parts = text
      .split(border)
      .map((part) => part.trim())
      .filter((part) => wordCount(part) >= shortestPart);
    if (parts.length === 2) return parts;
  }
  return [];
}

const wordCount = (text: string): number => text.slice(0, 2_000).split(/\s+/).length;
