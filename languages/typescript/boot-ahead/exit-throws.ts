process.on('exit', (): never => {
  throw new Error('at the end');
});
console.log('before');
