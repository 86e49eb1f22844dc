export const half = (n: number): number => {
  return n / 2;
