/**
 * How often chance alone brings at least `seen` complaints where `expected` are usual, as a natural logarithm, because the interesting
 * ones are too small for a plain number. The usual rate is itself not known well and life is uneven (a holiday, a rumour), so it is
 * taken to vary: a negative binomial distribution with mean `expected`, which for a huge `evenness` becomes Poisson's.
 *
 * @param seen a whole number
 * @param expected above zero
 * @param evenness above zero; the rate varies by one part in its square root (4: by half)
 */
export function logChanceOfAtLeast(seen: number, expected: number, evenness: number): number {
  if (seen <= expected) return 0;
  const share = expected / (evenness + expected);
  // The first term as a logarithm, the rest as a factor of it: each next term is made of the one before.
  let first = evenness * Math.log(evenness / (evenness + expected));
  for (let k = 0; k < seen; k++) first += Math.log((share * (k + evenness)) / (k + 1));
  let sum = 1;
  let term = 1;
  for (let k = seen; term > sum * 1e-12; k++) {
    term *= (share * (k + evenness)) / (k + 1);
    sum += term;
  }
  return Math.min(0, first + Math.log(sum));
}
