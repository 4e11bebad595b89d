/** Nothing in it moves the cursor, and no line of it looks like a line of this program's own. */
export const harmless = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|\p{Bidi_Control}/gu, "\u{fffd}")
    .replaceAll("\n", "\n    ");
