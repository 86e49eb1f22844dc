process.on('beforeExit', (code) => {
  console.log('beforeExit', code);
  if (!globalThis.again) setTimeout(() => console.log('again'), 1);
  globalThis.again = true;
});
process.on('exit', function (code) {
  console.log('exit', code, this === process, process._exiting, process.exitCode);
  setTimeout(() => console.log('never'), 0);
  process.nextTick(() => console.log('never ticked'));
  Promise.resolve().then(() => console.log('never awaited'));
});
process.once('exit', () => console.log('second'));
process.prependListener('exit', () => console.log('zeroth'));
