import { isDocument } from "./documents.ts";
import type { SentFile } from "./flow.ts";

/** What a `say` sends along; a variable is checked. */
export function sentFile(
  name: string | undefined,
  check: (variable: string) => void,
): SentFile | null {
  if (name === undefined) return null;
  if (name.endsWith(".txt")) return { kind: "text", name };
  if (isDocument(name)) return { kind: "document", name };
  check(name);
  return { kind: "kept", from: name };
}
