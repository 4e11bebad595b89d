/** Choices that follow from one number: the same number, the same choices. */
export type Dice = {
  /** One of a list. */
  of<T>(list: readonly T[]): T;
  /** A whole number from 0, below `limit`. */
  below(limit: number): number;
  /** True once in so many times; never for the number 0, from which shrunk walks are made. */
  onceIn(times: number): boolean;
};

/** Dice thrown from a number (mulberry32); 0 gives the first of everything. */
export function diceOf(seed: number): Dice {
  let state = seed;
  const below = (limit: number): number => {
    if (seed === 0) return 0;
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return {
    below,
    of(list) {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error("nothing to choose from");
      return one;
    },
    onceIn: (times) => seed !== 0 && below(times) === 0,
  };
}
