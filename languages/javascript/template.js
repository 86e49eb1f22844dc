import { createInterface } from "node:readline";

console.log(`Hello from Node ${process.version}`);
console.log("What is your name?");
for await (const name of createInterface({ input: process.stdin })) {
  console.log(`Nice to meet you, ${name}!`);
  break;
}
process.stdin.destroy();

for (const n of [1, 2, 3]) console.log(`${n} squared is ${n * n}`);
