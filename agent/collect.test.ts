import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { encodeCollect } from '#server/sandbox/frames.ts';
import type { Collected } from '#server/sandbox/sandbox.ts';
import { TestSandbox } from './testing/sandbox.ts';

const MiB = 1024 * 1024;

/** A sandbox in which a program has left something. */
async function after(script: string): Promise<TestSandbox> {
  const sandbox = await TestSandbox.make();
  const { exit, stderr } = await sandbox.python(`import os, socket\n${script}`, {
    filesOut: true,
    fileBytes: 128 * MiB,
  });
  expect(stderr).toBe('');
  expect(exit.filesOut).toBe(true);
  return sandbox;
}

function texts({ files }: Collected): Record<string, string> {
  return Object.fromEntries(files.map(({ path, content }) => [path, Buffer.from(content).toString()]));
}

test('files come out as they are, in the order of their names, folders within too', async () => {
  await using sandbox = await after(`
os.makedirs('out/b/c')
for name in ['z', 'a', 'b/c/deep', 'grüße 😀']: open('out/' + name, 'w').write('<' + name + '>')
open('out/empty', 'w')
open('out/tool', 'w'); os.chmod('out/tool', 0o755)
open('outside', 'w').write('no')
open('out/large', 'wb').write(bytes(range(256)) * 4096)`);
  const { files, leftOut } = await sandbox.collect();
  expect(leftOut).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual(
    ['a', 'b/c/deep', 'empty', 'grüße 😀', 'large', 'tool', 'z'].map((name) => `out/${name}`),
  );
  expect(files.filter(({ executable }) => executable).map(({ path }) => path)).toEqual(['out/tool']);
  const large = Buffer.from(files.find(({ path }) => path === 'out/large')?.content ?? []);
  const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  expect(large.equals(Buffer.concat(Array.from({ length: 4096 }, () => every)))).toBe(true);
  expect((await sandbox.sh('ls out | wc -l')).stdout).toBe('7\n');
});

test('the whole work folder can be asked for, or any folder in it; one that is not there holds nothing', async () => {
  await using sandbox = await after(`
os.makedirs('x/y')
for name in ['x/y/1', 'out/2', '3']: open(name, 'w')`);
  expect(Object.keys(texts(await sandbox.collect({ folder: '.' })))).toEqual(['3', 'out/2', 'x/y/1']);
  expect(Object.keys(texts(await sandbox.collect({ folder: 'x/y' })))).toEqual(['x/y/1']);
  expect(await sandbox.collect({ folder: 'nowhere/at/all' })).toEqual({ files: [], leftOut: [] });
});

test('a program finds an empty out folder of its own only when its step is to have one', async () => {
  await using sandbox = await TestSandbox.make();
  const plain = await sandbox.sh('ls -A');
  expect(plain).toMatchObject({ stdout: '', exit: { filesOut: false } });
  const asked = await sandbox.sh('ls -A; stat -c "%a %U" out; ls -A out', { filesOut: true });
  expect(asked).toMatchObject({ stdout: 'out\n755 sandbox\n', exit: { filesOut: false } });
  expect(await sandbox.collect()).toEqual({ files: [], leftOut: [] });
  expect((await sandbox.sh('rmdir out; echo mine > out', { filesOut: true })).exit.filesOut).toBe(true);
  expect(await sandbox.collect()).toEqual({ files: [], leftOut: ['out'] });
  expect((await sandbox.sh('cat out; rm out', { filesOut: true })).stdout).toBe('mine\n');
});

test('a link in place of the folder, or on the way to it, leads nowhere', async () => {
  for (const [trick, folder, leftOut] of [
    ['os.rmdir("out"); os.symlink("/etc", "out")', 'out', ['out']],
    ['os.symlink("/etc", "out/link")', 'out', ['out/link']],
    ['os.symlink("/", "root"); open("out/x", "w")', 'root/etc', ['root/etc']],
    ['open("out/x", "w")', '../etc', ['../etc']],
  ] as const) {
    await using sandbox = await after(trick);
    expect(await sandbox.collect({ folder })).toEqual({ files: [], leftOut });
  }
});

test('nothing but regular files is opened: links, FIFOs, sockets and devices are named and left', async () => {
  await using sandbox = await after(`
open('secret', 'w').write('linked within')
os.link('secret', 'out/hard')
os.symlink('../secret', 'out/soft')
os.symlink('/etc/shadow', 'out/shadow')
os.symlink('/proc/1/environ', 'out/environ')
os.symlink('loop', 'out/loop')
os.mkfifo('out/fifo')
s = socket.socket(socket.AF_UNIX); s.bind('out/socket')
for trick in [lambda: os.mknod('out/null', 0o20666, os.makedev(1, 3)), lambda: os.link('/etc/passwd', 'out/passwd'), lambda: os.link('/proc/self/status', 'out/status')]:
    try: trick(); raise SystemExit('it worked')
    except OSError: pass
open('out/locked', 'w').write('no'); os.chmod('out/locked', 0)
os.mkdir('out/closed'); open('out/closed/x', 'w'); os.chmod('out/closed', 0)`);
  const collected = await sandbox.collect();
  expect(texts(collected)).toEqual({ 'out/hard': 'linked within' });
  expect(collected.leftOut).toEqual(
    ['closed', 'environ', 'fifo', 'locked', 'loop', 'shadow', 'socket', 'soft'].map((name) => `out/${name}`),
  );
});

test('limits hold to the byte and to the file, and a smaller file behind a large one still fits', async () => {
  await using sandbox = await after(`
for name, size in [('a', 60), ('b', 41), ('c', 40), ('d', 0), ('e', 1)]: open('out/' + name, 'w').write('x' * size)`);
  const byBytes = await sandbox.collect({ maxBytes: 100 });
  expect(Object.keys(texts(byBytes))).toEqual(['out/a', 'out/c', 'out/d']);
  expect(byBytes.leftOut).toEqual(['out/b', 'out/e']);
  const byFiles = await sandbox.collect({ maxFiles: 2 });
  expect(Object.keys(texts(byFiles))).toEqual(['out/a', 'out/b']);
  expect(byFiles.leftOut).toEqual(['out/c', 'out/d', 'out/e']);
  expect(await sandbox.collect({ maxFiles: 0 })).toMatchObject({ files: [] });
});

test('a sparse file of 100 MB costs nothing and is left', async () => {
  await using sandbox = await after(`
with open('out/sparse', 'wb') as file: file.truncate(100_000_000)
open('out/x', 'w').write('x')`);
  const collected = await sandbox.collect();
  expect(texts(collected)).toEqual({ 'out/x': 'x' });
  expect(collected.leftOut).toEqual(['out/sparse']);
});

test('of 10,000 files as many come as were asked for, and a hundred names of the rest', async () => {
  await using sandbox = await after('for i in range(10_000): open(f"out/{i:05}", "w").write("x")');
  const { files, leftOut } = await sandbox.collect();
  expect(files).toHaveLength(64);
  expect(files.at(-1)?.path).toBe('out/00063');
  expect(leftOut).toHaveLength(100);
  expect(leftOut[0]).toBe('out/00064');
  expect((await sandbox.sh('echo the agent lives')).stdout).toBe('the agent lives\n');
});

test('a nest of 500 folders is left where it gets too deep', async () => {
  await using sandbox = await after(`
os.chdir('out')
for depth in range(500):
    open('file', 'w').write(str(depth))
    os.mkdir('d'); os.chdir('d')`);
  const { files, leftOut } = await sandbox.collect();
  expect(files).toHaveLength(33);
  expect(leftOut).toEqual([`out/${'d/'.repeat(33)}`.slice(0, -1)]);
});

test('names that are not plain are left and told in a form that can be shown', async () => {
  await using sandbox = await after(`
for name in [b'line\\nbreak', b'\\xff\\xfe', b'\\x1b[31mred', b'del\\x7f', b'c1\\xc2\\x85', b'over\\xc0\\xaf', b'cut\\xe2\\x82', b'half\\xed\\xa0\\x80', b'fine \\\\ "\\xe2\\x82\\xac"']:
    open(b'out/' + name, 'w')
os.makedirs('out/' + 'ü' * 120 + '/' + 'x' * 250 + '/' + 'y' * 250)
open('out/' + 'ü' * 120 + '/' + 'x' * 250 + '/' + 'y' * 20, 'w')`);
  const { files, leftOut } = await sandbox.collect();
  expect(files.map(({ path }) => path)).toEqual(['out/fine \\ "€"']);
  expect(leftOut).toEqual([
    'out/\\x1b[31mred',
    'out/c1\\xc2\\x85',
    'out/cut\\xe2\\x82',
    'out/del\\x7f',
    'out/half\\xed\\xa0\\x80',
    'out/line\\x0abreak',
    'out/over\\xc0\\xaf',
    expect.stringMatching(/^out\/ü{98}$/),
    expect.stringMatching(/^out\/ü{98}$/),
    'out/\\xff\\xfe',
  ]);
});

test('more than the pipe holds comes whole, and a server that reads late loses nothing', async () => {
  await using sandbox = await after(`
import random
data = random.Random(7).randbytes(4_900_000)
open('out/data', 'wb').write(data)
import hashlib; open('out/hash', 'w').write(hashlib.sha256(data).hexdigest())`);
  sandbox.stream.pause();
  const collecting = sandbox.collect();
  sandbox.stream.resume();
  const { files } = await collecting;
  const [data, hash] = files.map(({ content }) => Buffer.from(content));
  expect(createHash('sha256').update(data!).digest('hex')).toBe(hash?.toString());
});

test('nothing is collected while a step runs', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sleep', '60']);
  await sandbox.until('started');
  sandbox.send(encodeCollect({ folder: '.', maxBytes: 1, maxFiles: 1 }));
  await expect(sandbox.until('collected')).rejects.toThrow('cannot be collected');
});
