import { fork, spawnSync } from 'node:child_process';
if (process.send) {
  process.send([process.argv.slice(2), process.execArgv] satisfies string[][], () => process.disconnect());
} else {
  const child = fork(import.meta.filename, ['forked']);
  child.on('message', (message: unknown) => console.log(message));
  child.on('exit', (code: number | null) => {
    console.log('exit', code);
    const { stdout, stderr } = spawnSync(process.execPath, ['other.ts'], { encoding: 'utf8' });
    console.log(stdout, stderr);
  });
}
