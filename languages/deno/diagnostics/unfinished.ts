function half(n: number): number {
  if (n % 2 === 0) {
    return n / 2;
