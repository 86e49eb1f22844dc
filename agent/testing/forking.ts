import { expect } from 'vitest';
import type { SandboxStep } from '#server/sandbox/sandbox.ts';
import { TestSandbox } from './sandbox.ts';

const env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1' };
export const limits = { processes: 63, openFiles: 256, fileBytes: 32 * 1024 * 1024 };
/** What may live besides the program: the agent, and what serves forks. */
const ours = 2;

/** Up at once, serves forks when it is told to; each then waits for its step, and does what its first argument says. */
export const hook = `
import os, sys
started = os.getpid()
def take(length):
    data = b''
    while len(data) < length:
        piece = os.read(3, length - len(data))
        if not piece: os._exit(0)
        data += piece
    return data
if os.environ.pop('BUGDRILL_FORKS', None):
    import _imp
    from _frozen_importlib import ModuleSpec
    try: _imp.create_dynamic(ModuleSpec('forks', None, origin='/usr/local/lib/bugdrill/forks.so'))
    except StopIteration: pass
    except BaseException: os._exit(1)
args = sys.argv[1:]
if os.environ.pop('BUGDRILL_BOOT', None):
    os.write(3, b'!')
    message = take(int.from_bytes(take(4), 'little'))
    os.close(3)
    count, at = int.from_bytes(message[:2], 'little'), 2
    for _ in range(count):
        length = int.from_bytes(message[at:at + 2], 'little')
        args.append(message[at + 2:at + 2 + length].decode())
        at += 2 + length
exec(args[0])`;

export const step: SandboxStep = {
  argv: ['python3', '-c', hook],
  env,
  ...limits,
  wallMs: 20_000,
  cpuMs: 0,
  booted: true,
};
export const boot = { ...step, forked: true };

export class Forking implements AsyncDisposable {
  private constructor(readonly sandbox: TestSandbox) {}

  static async make(more: object = {}): Promise<Forking> {
    return new Forking(await TestSandbox.make({ processes: limits.processes + ours, ...more }));
  }

  /** What the code prints in a fork; it must have gone on in one. */
  async run(code: string, more: Partial<SandboxStep> = {}) {
    expect(await this.sandbox.boot(boot)).toBe(true);
    const ran = await this.sandbox.run([...step.argv, code], { ...step, ...more });
    expect(ran.exit.booted).toBe(true);
    return ran;
  }

  /** The same, and then the sandbox is as new. */
  async serve(code: string, more: Partial<SandboxStep> = {}): Promise<string> {
    const { stdout, stderr } = await this.run(code, more);
    await this.sandbox.reset();
    return stderr === '' ? stdout.trim() : stderr;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sandbox[Symbol.asyncDispose]();
  }
}

/** The one process that is neither the agent nor the program. */
export const findServer = `
server = [int(name) for name in os.listdir('/proc') if name.isdigit() and int(name) not in (1, os.getpid())]
server = server[0] if len(server) == 1 else server
`;
