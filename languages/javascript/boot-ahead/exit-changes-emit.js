const { emit } = process;
process.emit = function (name, ...rest) {
  const heard = emit.call(this, name, ...rest);
  if (name === 'exit') console.log('after all listeners', heard, rest);
  return heard;
};
process.on('exit', () => console.log('listener'));
console.log(Object.hasOwn(process, 'emit'));
