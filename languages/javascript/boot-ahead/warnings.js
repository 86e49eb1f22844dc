const { pid } = process;
process.stderr.write = ((write) => (text, ...rest) => write.call(process.stderr, String(text).replaceAll(pid, 'PID'), ...rest))(process.stderr.write);
process.emitWarning('mine', { code: 'MY1', detail: 'more of it' });
process.emitWarning('old', 'DeprecationWarning', 'DEP9');
process.on('warning', ({ name, code, message }) => console.log(name, code, message));
new Buffer(1);
const emitter = new (require('node:events'))();
for (let i = 0; i < 12; i++) emitter.on('x', () => {});
