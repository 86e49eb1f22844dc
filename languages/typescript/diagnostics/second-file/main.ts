import { half } from './parts/half.ts';

const all = (numbers: number[]): number[] => numbers.map((n) => half(n));

console.log(all([2, -1]));
