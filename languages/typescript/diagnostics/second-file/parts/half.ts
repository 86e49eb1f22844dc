type Count = number;

export function half(n: Count): Count {
  if (n < 0) throw new RangeError(`negative: ${n}`);
  return n / 2;
}
