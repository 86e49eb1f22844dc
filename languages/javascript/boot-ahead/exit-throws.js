process.on('exit', () => {
  console.log('exit');
  throw new Error('at the end');
});
process.on('exit', () => console.log('never'));
