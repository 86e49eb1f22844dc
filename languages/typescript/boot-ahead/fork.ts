import { fork } from 'node:child_process';
enum Word {
  Forked = 'forked',
}
if (process.send) {
  process.send([process.argv.slice(2), process.execArgv] satisfies string[][], () => process.disconnect());
} else {
  const child = fork(import.meta.filename, [Word.Forked]);
  child.on('message', (message: unknown) => console.log(message));
  child.on('exit', (code: number | null) => console.log('exit', code));
}
