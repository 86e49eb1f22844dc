import { createInterface } from "node:readline";

const square = (n: number): number => n * n;

console.log(`Hello from Deno ${Deno.version.deno}\nWhat is your name?`);
for await (const name of createInterface({ input: process.stdin })) {
  console.log(`Nice to meet you, ${name}!`);
  break;
}
process.stdin.destroy();

for (const n of [1, 2, 3]) console.log(`${n} squared is ${square(n)}`);
