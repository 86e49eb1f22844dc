import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Runs a command of this machine to its end and answers what it printed. Throws when it fails. */
export async function printed(argv: readonly string[], input = ''): Promise<string> {
  const [command = '', ...args] = argv;
  const child = spawn(command, args, { stdio: 'pipe' });
  // A command that does not read its input is told so by its exit code, not by a broken pipe.
  child.stdin.on('error', () => undefined).end(input);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve(code));
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0) return stdout;
  throw new Error(`${argv.slice(0, 2).join(' ')} ended with ${code}: ${stderr.trim().slice(-300)}`);
}
