const square = (n: number): number => n * n;

console.write(`Hello from Bun ${Bun.version}\nWhat is your name? `);
for await (const name of console) {
  console.log(`Nice to meet you, ${name}!`);
  break;
}

for (const n of [1, 2, 3]) console.log(`${n} squared is ${square(n)}`);
