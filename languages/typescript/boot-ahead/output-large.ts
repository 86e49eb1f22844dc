for (let i: number = 0; i < 10_000; i++) console.log(i, 'y'.repeat(90) as string);
console.error('x'.repeat(200_000));
