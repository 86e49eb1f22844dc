let again: boolean = false;
process.on('beforeExit', () => {
  console.log('beforeExit');
  if (!again) setImmediate(() => console.log('again'));
  again = true;
});
process.on('exit', () => void Promise.resolve().then(() => console.log('a microtask')));
