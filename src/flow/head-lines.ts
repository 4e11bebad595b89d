import { isMap, isScalar, isSeq, type LineCounter, type YAMLSeq } from "yaml";

/** Lines of what stands above the steps: of each field, and of each item of a list ("intent.0"). */
export function headLines(contents: unknown, lines: LineCounter): Record<string, number> {
  const found: Record<string, number> = {};
  if (!isMap(contents)) return found;
  for (const { key, value } of contents.items) {
    const field = isScalar(key) ? String(key.value) : "";
    if (isScalar(key) && key.range) found[field] = lines.linePos(key.range[0]).line;
    if (!isSeq(value) || field === "steps") continue;
    for (const index of value.items.keys())
      found[`${field}.${index}`] = lineOfItem(value, index, lines);
  }
  return found;
}

/** The line of an item of a list; 1 where there is none. */
function lineOfItem(sequence: YAMLSeq, index: number, lines: LineCounter): number {
  const item = sequence.items[index] as { range?: [number, number, number] } | undefined;
  return item?.range ? lines.linePos(item.range[0]).line : 1;
}
