import type { Vector } from "./weighing.ts";

/** How the weights are learned; found by cross-validation (docs/decisions). */
export type Learning = {
  rounds: number;
  rate: number;
  left: number;
  dropped: number;
  seed: number;
};

export const learning: Learning = { rounds: 5, rate: 6, left: 0.01, dropped: 0.4, seed: 7 };

/** What a linear classifier with `classes` classes makes of a question: a share for each, together 1. */
export type Classifier = (question: Vector) => Float64Array;

/**
 * Multinomial logistic regression by gradient steps over the examples in a shuffled order that is the same each time.
 * In every round a part of each example's features is left out, so that no single word decides alone.
 */
export function learn(
  examples: readonly Vector[],
  labels: readonly number[],
  size: { columns: number; classes: number },
  how: Learning = learning,
): Classifier {
  const { classes } = size;
  const weights = new Float32Array(size.columns * classes);
  const shares = new Float64Array(classes);
  const active = new Int32Array(classes);
  const buffers = buffersFor(examples);
  const dice = diceOf(how.seed);
  const order = examples.map((_, index) => index);
  for (let round = 0; round < how.rounds; round++) {
    shuffle(order, dice);
    const rate = how.rate / (1 + round);
    for (const index of order) {
      const example = thinned(examples[index] ?? nothing, how.dropped, dice, buffers);
      share(weights, example, shares);
      const label = labels[index] ?? 0;
      shares[label] = (shares[label] ?? 0) - 1;
      step(weights, example, shares, active, rate, how.left);
    }
  }
  return (question) => {
    const result = new Float64Array(classes);
    share(weights, question, result);
    return result;
  };
}

const nothing: Vector = { columns: new Int32Array(), values: new Float32Array() };
/** Questions with fewer features keep them all. */
const fewFeatures = 5;

/** Puts an example without some of its features into `into`, and gives that. */
function thinned(example: Vector, dropped: number, dice: () => number, into: Buffers): Vector {
  const { columns, values } = example;
  if (dropped === 0 || columns.length < fewFeatures) return example;
  let count = 0;
  for (let at = 0; at < columns.length; at++) {
    if (dice() < dropped) continue;
    into.columns[count] = columns[at] as number;
    into.values[count++] = values[at] as number;
  }
  return { columns: into.columns.subarray(0, count), values: into.values.subarray(0, count) };
}

/** Made once, as large as the longest example. */
type Buffers = Vector;
const buffersFor = (examples: readonly Vector[]): Buffers => {
  const longest = examples.reduce((most, { columns }) => Math.max(most, columns.length), 0);
  return { columns: new Int32Array(longest), values: new Float32Array(longest) };
};

/** Fills `shares` with the softmax of the scores. */
function share(weights: Float32Array, { columns, values }: Vector, shares: Float64Array): void {
  const classes = shares.length;
  shares.fill(0);
  for (let at = 0; at < columns.length; at++) {
    const row = (columns[at] as number) * classes;
    const value = values[at] as number;
    for (let k = 0; k < classes; k++)
      shares[k] = (shares[k] as number) + (weights[row + k] as number) * value;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < classes; k++) if ((shares[k] as number) > most) most = shares[k] as number;
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const raised = Math.exp((shares[k] as number) - most);
    shares[k] = raised;
    sum += raised;
  }
  for (let k = 0; k < classes; k++) shares[k] = (shares[k] as number) / sum;
}

/** One step against the gradient, for classes where it is worth it. */
function step(
  weights: Float32Array,
  { columns, values }: Vector,
  gradient: Float64Array,
  active: Int32Array,
  rate: number,
  least: number,
): void {
  const classes = gradient.length;
  let count = 0;
  for (let k = 0; k < classes; k++)
    if (Math.abs(gradient[k] as number) >= least) active[count++] = k;
  for (let at = 0; at < columns.length; at++) {
    const row = (columns[at] as number) * classes;
    const value = rate * (values[at] as number);
    for (let n = 0; n < count; n++) {
      const k = active[n] as number;
      weights[row + k] = (weights[row + k] as number) - (gradient[k] as number) * value;
    }
  }
}

function shuffle(order: number[], dice: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(dice() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 4_294_967_296;
  };
}
