for (let i = 0; i < 20_000; i++) console.log(i, 'y'.repeat(90));
process.stdout.write('z'.repeat(1_000_000));
console.error('e'.repeat(200_000));
