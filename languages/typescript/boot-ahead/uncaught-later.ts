setTimeout((): void => {
  throw new Error('late');
}, 1);
process.on('exit', (code: number) => console.log('exit', code));
