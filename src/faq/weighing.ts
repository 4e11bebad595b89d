import { type Features, hashes } from "./features.ts";

/** A question as numbers: which columns, and how much of each; the whole of length 1. */
export type Vector = { columns: Int32Array; values: Float32Array };

/** Turns features into vectors: rare ones weigh more, those of a single example are left out. */
export type Weighing = { columns: number; vectorOf(features: Features): Vector };

/** A feature counts from this many examples. */
const fewest = 2;

export function weighingOf(examples: readonly Features[]): Weighing {
  const documents = new Int32Array(hashes);
  for (const features of examples)
    for (const hash of features.keys()) documents[hash] = (documents[hash] ?? 0) + 1;
  const columnOf = new Int32Array(hashes).fill(-1);
  const rarity: number[] = [];
  for (const [hash, count] of documents.entries()) {
    if (count < fewest) continue;
    columnOf[hash] = rarity.length;
    rarity.push(Math.log(examples.length / count));
  }
  return {
    columns: rarity.length,
    vectorOf(features) {
      const columns: number[] = [];
      const values: number[] = [];
      let squares = 0;
      for (const [hash, times] of features) {
        const column = columnOf[hash] ?? -1;
        if (column < 0) continue;
        const value = (1 + Math.log(times)) * (rarity[column] ?? 0);
        columns.push(column);
        values.push(value);
        squares += value * value;
      }
      const length = Math.sqrt(squares) || 1;
      return {
        columns: Int32Array.from(columns),
        values: Float32Array.from(values, (value) => value / length),
      };
    },
  };
}
