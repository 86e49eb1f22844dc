let sum = 0;
for await (const line of (await import('node:readline')).createInterface({ input: process.stdin })) sum += Number(line);
console.log(sum);
