export function half(n) {
  return BigInt(n) / 2n / BigInt(n);
}
