import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { encodeEof, encodeFile, encodeSignal, encodeStdin } from '#server/sandbox/frames.ts';
import { TestSandbox } from './testing/sandbox.ts';

test('output comes in the order in which it was printed, and its streams do not mix', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout, stderr, exit } = await sandbox.python(`
import os
for number in range(500):
    os.write(1, b'out %d\\n' % number)
    os.write(2, b'err %d\\n' % number)`);
  const lines = (word: string) => Array.from({ length: 500 }, (_, number) => `${word} ${number}\n`).join('');
  expect(stdout).toBe(lines('out'));
  expect(stderr).toBe(lines('err'));
  expect(exit).toMatchObject({
    exitCode: 0,
    signal: null,
    killedBy: null,
    diskFull: false,
    fileFull: false,
    processRefusals: 0,
  });
});

test('what is printed is told at once, not at the end of a line or of the program', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sh', '-c', 'printf "name? "; read name; printf "hello $name"; read more']);
  expect(await sandbox.toOutput('? ')).toBe('name? ');
  sandbox.send(encodeStdin(Buffer.from('ada\n')));
  expect(await sandbox.toOutput('ada')).toBe('hello ada');
  sandbox.send(encodeEof());
  expect((await sandbox.toExit()).exit.exitCode).toBe(1);
});

test('a megabyte is whole, and leaves the agent below a megabyte of memory', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout } = await sandbox.sh('head -c 1000000 /dev/zero | tr "\\0" x; cat > /dev/null', {
    stdin: Buffer.alloc(60_000),
  });
  expect(stdout).toBe('x'.repeat(1_000_000));
  sandbox.send(
    encodeFile({ path: 'large', content: Buffer.alloc(512 * 1024), append: false, executable: false }),
  );
  const status = (await sandbox.sh('cat /proc/1/status')).stdout;
  const kilobytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]);
  expect(kilobytes('VmRSS')).toBeLessThanOrEqual(1024);
  expect(kilobytes('VmHWM')).toBeLessThanOrEqual(1024);
});

test('a program that reads all of stdin sees exactly what was sent', async () => {
  await using sandbox = await TestSandbox.make();
  const sent = randomBytes(300_000);
  sandbox.start(['sha256sum']);
  let [at, onTheWay] = [0, 0];
  while (at < sent.length || onTheWay > 0) {
    for (; at < sent.length && onTheWay < 65_536; ) {
      const piece = sent.subarray(at, at + Math.min(10_000, 65_536 - onTheWay));
      sandbox.send(encodeStdin(piece));
      at += piece.length;
      onTheWay += piece.length;
    }
    onTheWay -= (await sandbox.until('stdinTaken')).bytes;
  }
  sandbox.send(encodeEof());
  const { stdout } = await sandbox.toExit();
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', sent)).toString('hex');
  expect(stdout).toBe(`${digest}  -\n`);
});

test('stdin that nobody reads any more counts as taken', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sh', '-c', 'exec <&-; echo closed; sleep 60']);
  await sandbox.toOutput('closed');
  sandbox.send(encodeStdin(Buffer.alloc(65_536)));
  expect((await sandbox.until('stdinTaken')).bytes).toBe(65_536);
  sandbox.send(encodeStdin(Buffer.alloc(65_536)));
  expect((await sandbox.until('stdinTaken')).bytes).toBe(65_536);
});

test('a program may open its stdin, stdout and stderr by name', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout, stderr } = await sandbox.sh('cat /dev/stdin > /dev/stdout; echo oops > /dev/stderr', {
    stdin: 'by name',
  });
  expect({ stdout, stderr }).toEqual({ stdout: 'by name', stderr: 'oops\n' });
});

test('an exit code is told as it is', async () => {
  await using sandbox = await TestSandbox.make();
  for (const exitCode of [0, 1, 42, 127, 255]) {
    const { exit } = await sandbox.sh(`exit ${exitCode}`);
    expect(exit).toMatchObject({ exitCode, signal: null, killedBy: null });
  }
});

test('the signal that ended a program is told, and nobody is blamed for it', async () => {
  await using sandbox = await TestSandbox.make();
  for (const number of [6, 9, 11, 15]) {
    const { exit } = await sandbox.sh(`kill -${number} $$`);
    expect(exit).toMatchObject({ exitCode: null, signal: number, killedBy: null });
  }
});

test('a signal reaches the whole process group, and default dispositions are in place', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sh', '-c', 'sleep 60 & trap "echo caught; exit 5" TERM; echo ready; wait']);
  await sandbox.toOutput('ready');
  sandbox.send(encodeSignal(15));
  const { stdout, exit } = await sandbox.toExit();
  expect(stdout).toBe('caught\n');
  expect(exit).toMatchObject({ exitCode: 5, killedBy: null });
  expect((await sandbox.sh('grep -E "Sig(Blk|Ign)" /proc/self/status')).stdout).toBe(
    'SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n',
  );
});

test('nothing of the agent is inherited: environment, folder, mask, user and descriptors are those of a fresh start', async () => {
  await using sandbox = await TestSandbox.make();
  const env = { PATH: '/usr/bin:/bin', GREETING: 'grüß dich = ok' };
  const { stdout } = await sandbox.sh('/usr/bin/env | sort; pwd; umask; id -un', { env });
  const ours = stdout.split('\n').filter((line) => !line.startsWith('PWD=') && !line.startsWith('_='));
  expect(Buffer.from(ours.join('\n'), 'latin1').toString()).toBe(
    'GREETING=grüß dich = ok\nPATH=/usr/bin:/bin\n/work\n0022\nsandbox\n',
  );
  // The fourth is the folder that ls reads.
  expect((await sandbox.sh('exec ls /proc/self/fd')).stdout).toBe('0\n1\n2\n3\n');
});

test('a program that is not there is told with its errno, and the agent takes the next one', async () => {
  await using sandbox = await TestSandbox.make();
  const errnoOf = async (argv: readonly string[], env = { PATH: '/usr/bin:/bin' }) => {
    sandbox.start(argv, { env });
    const frame = await sandbox.next();
    return frame.type === 'startFailed' ? frame.errno : frame.type;
  };
  expect(await errnoOf(['no-such-program'])).toBe(2);
  expect(await errnoOf(['./no-such-program'])).toBe(2);
  expect(await errnoOf(['/etc/passwd'])).toBe(13);
  expect(await errnoOf(['sh'], { PATH: '/nowhere' })).toBe(2);
  expect(await errnoOf(['/work'])).toBe(13);
  expect((await sandbox.sh('echo next')).stdout).toBe('next\n');
});

test('steps follow each other, and each is measured from its own start', async () => {
  await using sandbox = await TestSandbox.make();
  const large = await sandbox.python(
    'import time; kept = bytearray(60_000_000); kept[::4096] = bytes(len(kept[::4096]))\nwhile time.process_time() < 0.2: pass',
  );
  const small = await sandbox.sh('true');
  expect(large.exit.memoryBytes).toBeGreaterThan(60_000_000);
  expect(small.exit.memoryBytes).toBeLessThan(20_000_000);
  expect(large.exit.cpuMs).toBeGreaterThan(200);
  expect(small.exit.cpuMs).toBeLessThan(100);
  expect(small.exit.wallMs).toBeLessThan(large.exit.wallMs);
});

test('usage is told about once a second while a step runs', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sleep', '60'], { wallMs: 2_500 });
  const told: number[] = [];
  await sandbox.until('exit', (frame) => {
    if (frame.type === 'usage') told.push(frame.memoryBytes);
  });
  expect(told).toHaveLength(2);
  expect(Math.min(...told)).toBeGreaterThan(0);
});

test('a frame that does not fit the moment is refused, and the step goes on', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['cat']);
  await sandbox.until('started');
  sandbox.start(['echo', 'second']);
  sandbox.send(encodeFile({ path: 'late', content: Buffer.of(), append: false, executable: false }));
  expect(await sandbox.next()).toMatchObject({ type: 'error', code: 3, message: 'a step is running' });
  expect(await sandbox.next()).toMatchObject({ type: 'error', code: 3 });
  sandbox.send(encodeStdin(Buffer.from('still here')), encodeEof());
  expect((await sandbox.toExit()).stdout).toBe('still here');
});

test('input and signals that come after the end of a step are for nobody', async () => {
  await using sandbox = await TestSandbox.make();
  await sandbox.sh('true');
  sandbox.send(encodeStdin(Buffer.from('late')), encodeEof(), encodeSignal(9));
  expect((await sandbox.run(['cat'], { stdin: 'mine' })).stdout).toBe('mine');
});

test('nonsense ends the agent with 70, and the end of its stdin with 0', async () => {
  const ending = async (act: (sandbox: TestSandbox) => void) => {
    await using sandbox = await TestSandbox.make();
    const ended = sandbox.container.wait();
    act(sandbox);
    return (await ended).StatusCode;
  };
  expect(await ending((sandbox) => sandbox.send(Buffer.from([0, 0, 0, 0, 0x66])))).toBe(70);
  expect(await ending((sandbox) => sandbox.send(Buffer.from([0xff, 0xff, 0xff, 0xff, 1])))).toBe(70);
  expect(await ending((sandbox) => sandbox.send(encodeStdin(Buffer.of()).fill(4, 4), encodeSignal(0)))).toBe(
    70,
  );
  expect(await ending((sandbox) => sandbox.stream.destroy())).toBe(0);
});
