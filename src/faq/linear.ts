import type { Vector } from "./weighing.ts";

/** How the weights are learned; found by cross-validation (docs/decisions). */
export type Learning = {
  rounds: number;
  rate: number;
  left: number;
  dropped: number;
  /** One learner for each; what they learned is averaged. */
  seeds: readonly number[];
};

export const learning: Learning = {
  rounds: 3,
  rate: 6,
  left: 0.02,
  dropped: 0.2,
  seeds: [7, 8],
};

/** What a linear classifier with `classes` classes makes of a question: a share for each, together 1. */
export type Classifier = (question: Vector) => Float64Array;

type Size = { columns: number; classes: number };

/**
 * Multinomial logistic regression. Several learners go through the examples, each in an order of its own that is the
 * same each time, and their weights are averaged: so a reply hangs less on what happened to come last.
 */
export function learn(
  examples: readonly Vector[],
  labels: readonly number[],
  size: Size,
  how: Learning = learning,
): Classifier {
  const weights = new Float32Array(size.columns * size.classes);
  for (const seed of how.seeds) {
    const learned = learnedBy(seed, examples, labels, size, how);
    for (let at = 0; at < weights.length; at++)
      weights[at] = (weights[at] as number) + (learned[at] as number) / how.seeds.length;
  }
  return (question) => {
    const result = new Float64Array(size.classes);
    share(weights, question, result);
    return result;
  };
}

/**
 * Weights by gradient steps over the examples in a shuffled order. In every round a part of each example's features is
 * left out, so that no single word decides alone.
 */
function learnedBy(
  seed: number,
  examples: readonly Vector[],
  labels: readonly number[],
  { columns, classes }: Size,
  how: Learning,
): Float32Array {
  const weights = new Float32Array(columns * classes);
  const shares = new Float64Array(classes);
  const active = new Int32Array(classes);
  const buffers = buffersFor(examples);
  const dice = diceOf(seed);
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
  return weights;
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
function share(weights: Float32Array, question: Vector, shares: Float64Array): void {
  score(weights, question, shares);
  const classes = shares.length;
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

/** Adds up the weights of each class; four features at a time, in half the time that one by one takes. */
function score(weights: Float32Array, { columns, values }: Vector, scores: Float64Array): void {
  const classes = scores.length;
  const count = columns.length;
  scores.fill(0);
  for (let at = 0; at < count; at += 4) {
    const [b, c, d] = [
      Math.min(at + 1, count - 1),
      Math.min(at + 2, count - 1),
      Math.min(at + 3, count - 1),
    ];
    const rowA = (columns[at] as number) * classes;
    const rowB = (columns[b] as number) * classes;
    const rowC = (columns[c] as number) * classes;
    const rowD = (columns[d] as number) * classes;
    const valueA = values[at] as number;
    const valueB = b > at ? (values[b] as number) : 0;
    const valueC = c > b ? (values[c] as number) : 0;
    const valueD = d > c ? (values[d] as number) : 0;
    for (let k = 0; k < classes; k++)
      scores[k] =
        (scores[k] as number) +
        (weights[rowA + k] as number) * valueA +
        (weights[rowB + k] as number) * valueB +
        (weights[rowC + k] as number) * valueC +
        (weights[rowD + k] as number) * valueD;
  }
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
