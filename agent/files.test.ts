import { expect, test } from 'vitest';
import { encodeFile } from '#server/sandbox/frames.ts';
import { TestSandbox } from './testing/sandbox.ts';

function file(path: string, text: string, flags: { append?: boolean; executable?: boolean } = {}): Buffer {
  return encodeFile({ path, content: Buffer.from(text), append: false, executable: false, ...flags });
}

/** The errno with which the agent refused the file. */
async function refusalOf(
  sandbox: TestSandbox,
  path: string,
  flags: { append?: boolean } = {},
): Promise<number> {
  sandbox.send(file(path, 'planted', flags));
  const frame = await sandbox.next();
  if (frame.type !== 'error' || frame.code !== 2) throw new Error(`not refused: ${JSON.stringify(frame)}`);
  return frame.errno;
}

const [ENOENT, ENXIO, EACCES, ENOTDIR, EISDIR, EINVAL, ENOSPC, ENAMETOOLONG, ELOOP] = [
  2, 6, 13, 20, 21, 22, 28, 36, 40,
];

test('files are the sandbox user’s, with their folders, and executable when they are meant to be', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.send(file('a/deep/plain.txt', 'one, '), file('a/deep/plain.txt', 'two', { append: true }));
  sandbox.send(
    file('tool', '#!/bin/sh\necho ran', { executable: true }),
    file('grüße 😀 "x"', 'names'),
    file('empty', ''),
  );
  expect((await sandbox.sh('cat a/deep/plain.txt; echo; ./tool; cat "grüße 😀 \\"x\\""; echo')).stdout).toBe(
    'one, two\nran\nnames\n',
  );
  expect((await sandbox.sh('stat -c "%a %U %G %n" a a/deep a/deep/plain.txt tool empty')).stdout).toBe(
    [
      '755 sandbox sandbox a',
      '755 sandbox sandbox a/deep',
      '644 sandbox sandbox a/deep/plain.txt',
      '755 sandbox sandbox tool',
      '644 sandbox sandbox empty\n',
    ].join('\n'),
  );
});

test('a file replaces the one of its name', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.send(file('main', 'a long first text'), file('main', 'second'));
  expect((await sandbox.sh('cat main')).stdout).toBe('second');
});

test('no path leaves the work folder', async () => {
  await using sandbox = await TestSandbox.make();
  for (const path of [
    '../tmp/x',
    'a/../../tmp/x',
    '/tmp/x',
    '/work/x',
    '',
    '.',
    '..',
    'a//b',
    'a/',
    './a',
    'a/.',
  ]) {
    expect(await refusalOf(sandbox, path), path).toBe(EINVAL);
  }
  expect(await refusalOf(sandbox, 'x'.repeat(300))).toBe(ENAMETOOLONG);
  expect((await sandbox.sh('ls -A /work /tmp; echo rest')).stdout).toBe('/tmp:\n\n/work:\na\nrest\n');
});

test('links that a step planted lead nowhere', async () => {
  await using sandbox = await TestSandbox.make();
  await sandbox.sh(`
    mkdir /tmp/outside real
    echo mine > /tmp/outside/target
    ln -s /tmp/outside folder
    ln -s /tmp/outside/target link
    ln -s /tmp/outside/new dangling
    ln -s /etc etc
    ln -s real inside`);
  expect(await refusalOf(sandbox, 'folder/target')).toBe(ENOTDIR);
  expect(await refusalOf(sandbox, 'folder/new')).toBe(ENOTDIR);
  expect(await refusalOf(sandbox, 'etc/passwd')).toBe(ENOTDIR);
  expect(await refusalOf(sandbox, 'inside/x')).toBe(ENOTDIR);
  expect(await refusalOf(sandbox, 'link', { append: true })).toBe(ELOOP);
  sandbox.send(file('link', 'replaced'), file('dangling', 'replaced'));
  const { stdout } = await sandbox.sh('cat link dangling /tmp/outside/target; ls /tmp/outside; ls real');
  expect(stdout).toBe('replacedreplacedmine\ntarget\n');
});

test('whatever stands in the way is replaced or refused, and never waited for', async () => {
  await using sandbox = await TestSandbox.make();
  await sandbox.sh('mkfifo pipe; mkdir folder; touch plain; mkdir closed; chmod 0 closed');
  expect(await refusalOf(sandbox, 'pipe', { append: true })).toBe(ENXIO);
  expect(await refusalOf(sandbox, 'folder')).toBe(EISDIR);
  expect(await refusalOf(sandbox, 'folder', { append: true })).toBe(EISDIR);
  expect(await refusalOf(sandbox, 'plain/x')).toBe(ENOTDIR);
  expect(await refusalOf(sandbox, 'closed/x')).toBe(EACCES);
  expect(await refusalOf(sandbox, 'missing', { append: true })).toBe(ENOENT);
  sandbox.send(file('pipe', 'now a file'));
  expect((await sandbox.sh('cat pipe')).stdout).toBe('now a file');
});

test('a work folder without room refuses the file, and the agent goes on', async () => {
  await using sandbox = await TestSandbox.make();
  await sandbox.sh('head -c 70000000 /dev/zero > filler', { fileBytes: 0 });
  expect(await refusalOf(sandbox, 'more')).toBe(ENOSPC);
  expect((await sandbox.sh('rm filler; echo room')).stdout).toBe('room\n');
});
