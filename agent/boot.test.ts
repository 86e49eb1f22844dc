import { expect, test } from 'vitest';
import { encodeBoot, encodeFile, encodeSignal } from '#server/sandbox/frames.ts';
import type { SandboxStep } from '#server/sandbox/sandbox.ts';
import { TestSandbox } from './testing/sandbox.ts';

const env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };
const limits = { processes: 63, openFiles: 256, fileBytes: 32 * 1024 * 1024 };

/** Up at once, waits for its message, and then does what the code says with it: `args`, `env`, and `message` as it came. */
function waiting(code: string): SandboxStep {
  const argv = ['python3', '-c', `${hook}\n${code}`];
  return { argv, env, ...limits, wallMs: 20_000, cpuMs: 0, booted: true };
}

const hook = `
import os, sys
def take(length):
    data = b''
    while len(data) < length:
        piece = os.read(3, length - len(data))
        if not piece: os._exit(0)
        data += piece
    return data
def texts(at):
    found = []
    for _ in range(int.from_bytes(message[at:at + 2], 'little')):
        length = int.from_bytes(message[at + 2:at + 4], 'little')
        found.append(message[at + 4:at + 4 + length].decode())
        at += 2 + length
    return found, at + 2
args, env = sys.argv[1:], None
if os.environ.pop('BUGDRILL_BOOT', None):
    os.write(3, b'!')
    message = take(int.from_bytes(take(4), 'little'))
    os.close(3)
    args, at = texts(0)
    env, _ = texts(at)`;

async function bootedWith(code: string) {
  const sandbox = await TestSandbox.make();
  const step = waiting(code);
  expect(await sandbox.boot(step)).toBe(true);
  return { sandbox, step };
}

test('a step goes on in what was booted, and is told its arguments and its whole environment', async () => {
  const { sandbox, step } = await bootedWith(
    'print(args, env, sorted(os.listdir("/proc/self/fd")), os.listdir("."))',
  );
  await using _removed = sandbox;
  const told = { ...step, env: { ...env, GREETING: 'grüß = dich' }, filesOut: true };
  sandbox.send(encodeFile({ path: 'f', content: Buffer.of(), append: false, executable: false }));
  const { stdout, stderr, exit } = await sandbox.run([...step.argv, 'a b', ''], told);
  expect({ stderr, exitCode: exit.exitCode, booted: exit.booted }).toEqual({
    stderr: '',
    exitCode: 0,
    booted: true,
  });
  const environment = "['PATH=/usr/bin:/bin', 'LANG=C.UTF-8', 'GREETING=grüß = dich']";
  const printed = Buffer.from(stdout, 'latin1').toString();
  expect(printed.startsWith(`['a b', ''] ${environment} ['0', '1', '2', '3'] [`)).toBe(true);
  expect(printed).toContain("'f'");
  expect(printed).toContain("'out'");
});

test('the next step is started plainly, as is one after a step that asked for that', async () => {
  const { sandbox, step } = await bootedWith('print(env)');
  await using _removed = sandbox;
  expect((await sandbox.run(step.argv, step)).exit.booted).toBe(true);
  const again = await sandbox.run(step.argv, step);
  expect([again.stdout, again.exit.booted]).toEqual(['None\n', false]);
  expect(await sandbox.boot(step)).toBe(true);
  expect((await sandbox.run(step.argv, { ...step, booted: false })).exit.booted).toBe(false);
  expect((await sandbox.run(step.argv, step)).exit.booted).toBe(false);
});

test.each<[string, Partial<SandboxStep>]>([
  ['another command', { argv: ['python3', '-c', 'print("plain")'] }],
  ['fewer words', { argv: ['echo'] }],
  ['a terminal', { terminal: { rows: 24, columns: 80 } }],
  ['another limit of processes', { processes: 20 }],
  ['another limit of open files', { openFiles: 64 }],
  ['another limit of file sizes', { fileBytes: 1_000 }],
])('a step with %s is started plainly, and what was booted is gone', async (_what, change) => {
  const { sandbox, step } = await bootedWith('print("booted" if env else "plain")');
  await using _removed = sandbox;
  const { argv, ...asked } = { ...step, ...change };
  const { stdout, exit } = await sandbox.run(argv, asked);
  expect([exit.booted, exit.exitCode]).toEqual([false, 0]);
  expect(stdout.trim()).toBe(argv.length === 1 ? '' : 'plain');
  const { stdout: processes } = await sandbox.sh('echo /proc/[0-9]*');
  expect(processes.trim().split(' ')).toHaveLength(2);
});

test('what does not come up, or ends before it is needed, is said so once, and the step is started plainly', async () => {
  await using sandbox = await TestSandbox.make();
  const plain = async (argv: readonly string[]) => {
    const { stdout, exit } = await sandbox.run(argv, { env, ...limits, booted: true });
    return [stdout, exit.booted];
  };
  for (const argv of [['echo', 'hi'], ['no-such-program']]) {
    expect(await sandbox.boot({ argv, env, ...limits })).toBe(false);
  }
  expect(await plain(['echo', 'hi'])).toEqual(['hi\n', false]);
  const dying = ['sh', '-c', '[ -z "$BUGDRILL_BOOT" ] || { printf . >&3; exit 1; }; echo plain'];
  expect(await sandbox.boot({ argv: dying, env, ...limits })).toBe(true);
  await sandbox.reset();
  expect(await plain(dying)).toEqual(['plain\n', false]);
});

test('what is not up yet when its step comes finds its message when it is', async () => {
  await using sandbox = await TestSandbox.make();
  const step = waiting('print(args)');
  sandbox.send(encodeBoot(step));
  const answers: string[] = [];
  sandbox.start([...step.argv, 'early'], step);
  let stdout = '';
  const { exit } = await sandbox.until('exit', (frame) => {
    answers.push(frame.type);
    if (frame.type === 'output') stdout += Buffer.from(frame.data).toString();
  });
  expect([stdout, exit.booted, exit.exitCode]).toEqual(["['early']\n", true, 0]);
  expect(answers.filter((type) => type === 'booted')).toHaveLength(1);
});

test('a message that is too long to be told at once makes a plain start', async () => {
  const { sandbox, step } = await bootedWith('print(len(os.environ["LONG"]), env is None)');
  await using _removed = sandbox;
  const long = Object.fromEntries(
    ['LONG', 'B', 'C', 'D', 'E', 'F'].map((name) => [name, 'x'.repeat(60_000)]),
  );
  const { stdout, exit } = await sandbox.run(step.argv, { ...step, env: { ...env, ...long } });
  expect([stdout, exit.booted]).toEqual(['60000 True\n', false]);
});

test('time, CPU and memory of a step are its own, and not those of booting', async () => {
  await using sandbox = await TestSandbox.make();
  const step = waiting('print(args)');
  const slow = {
    ...step,
    argv: ['python3', '-c', `import time\nwhile time.process_time() < 0.5: pass\n${hook}`],
  };
  expect(await sandbox.boot(slow)).toBe(true);
  const { exit } = await sandbox.run(slow.argv, { ...slow, cpuMs: 400, wallMs: 10_000 });
  expect(exit).toMatchObject({ booted: true, exitCode: 0, killedBy: null });
  expect(exit.cpuMs).toBeLessThan(300);
  expect(exit.memoryBytes).toBeGreaterThan(2_000_000);
});

test('limits, kills and signals reach what was booted as they reach any step', async () => {
  const { sandbox, step } = await bootedWith(`
import signal, subprocess
if args == ['spin']:
    while True: pass
if args == ['hog']: kept = bytearray(400_000_000)
signal.signal(signal.SIGTERM, lambda *_: os._exit(9))
subprocess.Popen(['sleep', '60'])
print('ready', flush=True)
signal.pause()`);
  await using _removed = sandbox;
  sandbox.start(step.argv, step);
  await sandbox.toOutput('ready');
  sandbox.send(encodeSignal(15));
  expect((await sandbox.toExit()).exit).toMatchObject({ exitCode: 9, killedBy: null, booted: true });
  const ends = async (word: string, more: Partial<SandboxStep>) => {
    expect(await sandbox.boot(step)).toBe(true);
    return (await sandbox.run([...step.argv, word], { ...step, ...more })).exit;
  };
  expect(await ends('spin', { cpuMs: 300 })).toMatchObject({ killedBy: 'cpu', booted: true });
  expect(await ends('wait', { wallMs: 500 })).toMatchObject({ killedBy: 'wall', booted: true });
  expect(await ends('hog', {})).toMatchObject({ killedBy: 'memory', booted: true });
  expect((await sandbox.sh('echo /proc/[0-9]*')).stdout.trim().split(' ')).toHaveLength(2);
});

test('a collect and a reset find nothing of what was booted alive', async () => {
  const { sandbox, step } = await bootedWith('print(env is None)');
  await using _removed = sandbox;
  await sandbox.collect({ folder: '.' });
  expect((await sandbox.run(step.argv, step)).stdout).toBe('True\n');
  expect(await sandbox.boot(step)).toBe(true);
  await sandbox.reset();
  expect((await sandbox.run(step.argv, step)).stdout).toBe('True\n');
});

test('nothing can be booted while a step runs', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['cat']);
  await sandbox.until('started');
  sandbox.send(encodeBoot(waiting('')));
  expect(await sandbox.next()).toMatchObject({ type: 'error', code: 3 });
});

test('booted again, what was booted before is gone', async () => {
  const { sandbox, step } = await bootedWith('print(args)');
  await using _removed = sandbox;
  for (let time = 0; time < 20; time += 1) expect(await sandbox.boot(step)).toBe(true);
  const { stdout } = await sandbox.run(['sh', '-c', 'echo /proc/[0-9]*; ls /proc/self/fd'], { env });
  expect(stdout.split('\n')[0]?.split(' ')).toHaveLength(2);
});
