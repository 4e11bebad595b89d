import { limits } from "./limits.ts";

/** Without control characters (tab and line feed stay), bidi marks and zero-width signs; at most 4,096 characters. */
export function cleaned(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
    .slice(0, limits.text)
    .trim();
}
