import { expect, test } from 'vitest';
import { encodeEof, encodeResize, encodeSignal, encodeStdin } from '#server/sandbox/frames.ts';
import { TestSandbox } from './testing/sandbox.ts';

const terminal = { rows: 24, columns: 80 };

test('with a terminal, all of stdio is one of the asked size, and it is the program’s own', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout, stderr } = await sandbox.sh(
    'test -t 0 && test -t 1 && test -t 2 && stty size && echo named > /dev/tty && stat -c %U "$(tty)"; echo err >&2',
    { terminal },
  );
  expect(stdout).toBe('24 80\r\nnamed\r\nsandbox\r\nerr\r\n');
  expect(stderr).toBe('');
});

test('without a terminal there is none', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout } = await sandbox.sh(
    'test -t 0 || test -t 1 || test -t 2 || echo none; true < /dev/tty || echo none',
  );
  expect(stdout).toBe('none\nnone\n');
});

test('a resize reaches the program as its signal and as its size', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sh', '-c', 'trap "stty size; exit" WINCH; echo ready; while :; do sleep 0.02; done'], {
    terminal,
  });
  // To its end: a terminal may give a line away before its end.
  await sandbox.toOutput('ready\r\n');
  sandbox.send(encodeResize({ rows: 50, columns: 132 }));
  expect((await sandbox.toExit()).stdout).toBe('50 132\r\n');
});

test('what is typed is echoed and read by the line, and Ctrl-C typed interrupts', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sh', '-c', 'read name; echo "hello $name"; exec sleep 60'], { terminal });
  sandbox.send(encodeStdin(Buffer.from('ada\n')));
  expect(await sandbox.toOutput('hello ada')).toMatch(/^ada\r\nhello ada/);
  sandbox.send(encodeStdin(Buffer.of(3)));
  expect((await sandbox.toExit()).exit).toMatchObject({ signal: 2, killedBy: null });
});

test('SIGNAL goes to the foreground group of the terminal', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['bash', '-i', '-c', 'set -m; sh -c "echo deep; exec sleep 60"; echo "ended with $?"'], {
    terminal,
  });
  await sandbox.toOutput('deep');
  sandbox.send(encodeSignal(15));
  const { stdout, exit } = await sandbox.toExit();
  expect(stdout).toContain('ended with 143');
  expect(exit.exitCode).toBe(0);
});

test('the end of stdin is a typed end of file, after what was typed before', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sh', '-c', 'wc -c; echo after'], { terminal });
  sandbox.send(encodeStdin(Buffer.from('12345\n')), encodeEof());
  expect((await sandbox.toExit()).stdout).toBe('12345\r\n6\r\nafter\r\n');
});

test('the end of stdin ends a line that was only begun', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout, exit } = await sandbox.python('import sys; print([*sys.stdin])', {
    terminal,
    stdin: 'abc',
  });
  expect(stdout).toContain("['abc']\r\n");
  expect(exit.exitCode).toBe(0);
});

test('the end of stdin stays the end, however often a program reads', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout } = await sandbox.python(
    `
for i in range(5):
    try: input()
    except EOFError: print('end', i)`,
    { terminal },
  );
  expect(stdout).toBe('end 0\r\nend 1\r\nend 2\r\nend 3\r\nend 4\r\n');
});

test('a program that reads single characters gets the end once, as a key', async () => {
  await using sandbox = await TestSandbox.make();
  const script = `
import os, select, tty
tty.setcbreak(0)
print('ready', flush=True)
got = b''
while select.select([0], [], [], 0.7)[0]: got += os.read(0, 100)
print(got)`;
  sandbox.start(['python3', '-c', script], { terminal });
  await sandbox.toOutput('ready');
  sandbox.send(encodeEof());
  expect((await sandbox.toExit()).stdout).toContain("b'\\x04'\r\n");
});

test('a megabyte through a terminal is whole', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout, exit } = await sandbox.sh('seq 1 150000', { terminal });
  const lines = stdout.split('\r\n');
  expect(lines).toHaveLength(150_001);
  expect(lines.slice(0, -1).every((line, index) => line === `${index + 1}`)).toBe(true);
  expect(exit.exitCode).toBe(0);
});
