/**
 * `amount` × `numerator` / `denominator` in whole rupiah, half a rupiah upwards. No source states how BPJS rounds shares of
 * wages (facts on contributions 1.4 give none), so a bill may differ by a rupiah; whole results, as in every printed table, are exact.
 * Takes whole numbers that are not negative.
 */
export function roundedShare(amount: number, numerator: number, denominator: number): number {
  const [product, whole] = [BigInt(amount) * BigInt(numerator), BigInt(denominator)];
  return Number((2n * product + whole) / (2n * whole));
}
