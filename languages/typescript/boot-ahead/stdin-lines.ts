import { createInterface } from 'node:readline';
let sum: number = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const [a, b] = line.split(' ').map(Number) as [number, number];
  sum += a * b;
}
console.log(sum);
