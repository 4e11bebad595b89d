import type { Media } from "../ports/line.ts";

/** A file as its message names it: the message's id, and how the channel finds the file again. */
type Named = { id: string } & { [Key in keyof Media]: Media[Key] | undefined };

/** What the engine hands on without looking into it. */
export const handleOf = (named: Named): string => JSON.stringify(named);

/** The message's id and its file. */
export function readHandle(handle: string): { id: string; media: Media } {
  const { id, ...media } = JSON.parse(handle) as { id: string } & Media;
  return { id, media };
}
