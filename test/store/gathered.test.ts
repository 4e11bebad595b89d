import { expect, test } from "vitest";
import { gathered } from "../../src/store/gathered.ts";

test("calls of one round go in one batch, those that come meanwhile in the next, in order", async () => {
  const batches: number[][] = [];
  const call = gathered(String, async (all: readonly number[]) => {
    batches.push([...all]);
    if (batches.length === 1) later = [call(3), call(4)];
    return all.map((one) => one * 10);
  });
  let later: Promise<number>[] = [];
  expect(await Promise.all([call(1), call(2)])).toEqual([10, 20]);
  expect(await Promise.all(later)).toEqual([30, 40]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test("calls of the same key come one after the other, and nothing overtakes them", async () => {
  const batches: string[][] = [];
  const call = gathered(
    (one: string) => one[0] ?? "",
    async (all) => {
      batches.push([...all]);
      return all;
    },
  );
  await Promise.all(["a1", "b1", "a2", "c1"].map(call));
  expect(batches).toEqual([
    ["a1", "b1"],
    ["a2", "c1"],
  ]);
});

test("a batch that fails fails its own calls and no others", async () => {
  let times = 0;
  const call = gathered(String, async (all: readonly number[]) => {
    if (times++ === 0) throw new Error("down");
    return all;
  });
  const first = [call(1), call(2)];
  expect((await Promise.allSettled(first)).map(({ status }) => status)).toEqual([
    "rejected",
    "rejected",
  ]);
  expect(await call(3)).toBe(3);
});

test("a batch has at most a hundred calls", async () => {
  const sizes: number[] = [];
  const call = gathered(String, async (all: readonly number[]) => {
    sizes.push(all.length);
    return all;
  });
  await Promise.all(Array.from({ length: 250 }, (_, i) => call(i)));
  expect(sizes).toEqual([100, 100, 50]);
});
