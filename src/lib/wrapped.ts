/** A text with lines of at most `width` characters, broken between words; 0 leaves it as it is. */
export function wrapped(text: string, width: number): string {
  if (width < 20) return text;
  const line = new RegExp(`(?![^\\n]{1,${width}}$)([^\\n]{1,${width}})[ ]`, "g");
  return text
    .split("\n")
    .map((one) => (one.length <= width ? one : one.replace(line, "$1\n")))
    .join("\n");
}
