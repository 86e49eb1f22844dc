process.on('exit', (code) => {
  console.log('exit', code);
  process.exit(8);
});
process.on('beforeExit', () => console.log('never'));
setTimeout(() => {}, 10_000);
process.exit(6);
