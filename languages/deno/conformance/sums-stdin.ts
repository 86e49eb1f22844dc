import { createInterface } from "node:readline";

await Deno.stdout.write(new TextEncoder().encode("sum: "));
let sum = 0;
for await (const line of createInterface({ input: process.stdin })) sum += Number(line);
await Deno.stdout.write(new TextEncoder().encode(String(sum)));
