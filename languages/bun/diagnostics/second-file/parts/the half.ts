export function half(n: number): number {
  if (n % 2 !== 0) throw new RangeError(`odd: ${n}`);
  return n / 2;
}
