process.exitCode = 3 as number;
process.on('exit', (code: number): void => {
  console.log('exit', code);
  process.exitCode = code + 1;
});
