import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What everybody can do without us: `docker run --rm` of the same program in the same image, as tightly held. */
export async function dockerRun(image: string, argv: readonly string[]): Promise<string> {
  const [program = '', ...rest] = argv;
  const limits = [
    '--memory',
    '128m',
    '--memory-swap',
    '128m',
    '--cpu-period',
    '200000',
    '--cpu-quota',
    '100000',
  ];
  const walls = [
    '--network',
    'none',
    '--cap-drop',
    'ALL',
    '--security-opt',
    'no-new-privileges',
    '--read-only',
  ];
  const folders = ['--tmpfs', '/work', '--tmpfs', '/tmp', '--pids-limit', '65', '--log-driver', 'none'];
  const flags = ['--rm', ...limits, ...walls, ...folders, '--user', '20000', '--workdir', '/work'];
  const { stdout } = await run('docker', ['run', ...flags, '--entrypoint', program, image, ...rest]);
  return stdout;
}

export async function inspect(container: string, format: string): Promise<string> {
  const { stdout } = await run('docker', ['inspect', '--format', format, container]);
  return stdout.trim();
}
