console.write("sum: ");
let sum = 0;
for await (const line of console) sum += Number(line);
console.write(String(sum));
