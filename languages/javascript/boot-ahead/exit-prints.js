process.on('exit', () => {
  console.log('x'.repeat(30_000));
  console.log('the end');
});
