const line: string = "x".repeat(63);
for (let i = 0; i < 16384; i++) console.log(line);
