import { expect, test } from 'vitest';
import { encodeFile, encodeReset } from '#server/sandbox/frames.ts';
import { TestSandbox } from './testing/sandbox.ts';

/** What a new program sees of those before it. */
const look = `
import os
for top in ['/work', '/tmp', '/dev/shm', '/dev/mqueue']:
    about = os.stat(top)
    print(top, oct(about.st_mode & 0o7777), os.listdir(top), os.listxattr(top))
for kind in ['shm', 'msg', 'sem']: print(kind, len(open('/proc/sysvipc/' + kind).readlines()) - 1)
print('processes', [name for name in os.listdir('/proc') if name.isdigit() and int(name) not in (1, os.getpid())])`;

const asNew = `/work 0o755 [] []
/tmp 0o1777 [] []
/dev/shm 0o1777 [] []
/dev/mqueue 0o1777 [] []
shm 0
msg 0
sem 0
processes []
`;

const ipc = `
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
def made(result):
    if result < 0: raise OSError(ctypes.get_errno(), 'ipc')
    return result`;

test.each([
  ['nothing at all', 'pass'],
  [
    'files, links, FIFOs and sockets everywhere',
    `
import os, socket
for top in ['/work', '/tmp', '/dev/shm']:
    os.makedirs(top + '/a/b/c')
    open(top + '/a/b/file', 'w').write('x')
    os.symlink('/etc', top + '/a/link'); os.symlink('/work', top + '/top')
    os.mkfifo(top + '/fifo')
    socket.socket(socket.AF_UNIX).bind(top + '/socket')
    open(top + '/.hidden\\n', 'w')
    open(top + '/.moved-0', 'w'); os.makedirs(top + '/.moved-1/x')`,
  ],
  [
    'folders and files that nobody may enter or write',
    `
import os
for top in ['/work', '/tmp', '/dev/shm']:
    os.makedirs(top + '/locked/inner/last')
    open(top + '/locked/inner/file', 'w')
    for name in ['/locked/inner/file', '/locked/inner/last', '/locked/inner', '/locked']: os.chmod(top + name, 0)
os.chmod('/work', 0)`,
  ],
  [
    'a nest of 3,000 folders',
    `
import os
for depth in range(3000): os.mkdir('d'); os.chdir('d')
open('bottom', 'w')`,
  ],
  ['10,000 files', 'for i in range(10_000): open(f"/tmp/{i}", "w")'],
  [
    'attributes on its folders',
    `
import os
for name in ['/work', '/work/x']:
    if name != '/work': open(name, 'w')
    try: os.setxattr(name, 'user.message', b'from the one before')
    except OSError: pass
os.chmod('/work', 0o2777)`,
  ],
  [
    'a daemon that ignores every signal',
    `
import os, signal, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in set(range(1, 32)) - {9, 19}: signal.signal(number, signal.SIG_IGN)
        time.sleep(600)
    os._exit(0)`,
  ],
  [
    'a process that holds deleted files and maps them',
    `
import mmap, os, time
file = open('/dev/shm/held', 'w+b'); file.write(bytes(4_000_000)); file.flush()
held = mmap.mmap(file.fileno(), 0)
os.unlink('/dev/shm/held')
if os.fork() == 0: time.sleep(600)`,
  ],
  [
    'System V objects',
    `${ipc}
for key in range(5):
    made(libc.shmget(key, 4096, 0o1666)); made(libc.msgget(key, 0o1666)); made(libc.semget(key, 2, 0o1666))
libc.shmat.restype = ctypes.c_void_p
libc.shmat(made(libc.shmget(0, 4096, 0o1666)), None, 0)`,
  ],
  [
    'POSIX queues, semaphores and shared memory',
    `${ipc}
import _multiprocessing
open('/dev/shm/sem.left', 'w')
for name in [b'/one', b'/two']: made(libc.mq_open(name, os.O_CREAT | os.O_RDWR, 0, None))`,
  ],
])('%s is gone after a reset', async (_what, script) => {
  await using sandbox = await TestSandbox.make();
  const { exit, stderr } = await sandbox.python(script);
  expect({ stderr, exitCode: exit.exitCode }).toEqual({ stderr: '', exitCode: 0 });
  await sandbox.reset();
  expect((await sandbox.python(look)).stdout).toBe(asNew);
});

test('a fork bomb, full folders and no inode left are gone after a reset', async () => {
  await using sandbox = await TestSandbox.make();
  await sandbox.python(
    `
import os
for top in ['/work', '/tmp', '/dev/shm']:
    try:
        for i in range(20_000): os.mkdir(f'{top}/{i}')
    except OSError: pass
    try:
        with open(top + '/0/fill', 'wb', 0) as file:
            while True: file.write(bytes(1 << 20))
    except OSError: pass
while True:
    try: os.fork()
    except OSError: pass`,
    { wallMs: 2_000 },
  );
  await sandbox.reset();
  expect((await sandbox.python(look)).stdout).toBe(asNew);
});

test('after a reset everything works as before it, and each step is measured afresh', async () => {
  await using sandbox = await TestSandbox.make();
  const hungry = await sandbox.python('x = bytearray(60_000_000)\nwhile True: pass', { cpuMs: 1_000 });
  expect(hungry.exit.memoryBytes).toBeGreaterThan(60_000_000);
  for (let round = 0; round < 3; round += 1) {
    await sandbox.reset();
    sandbox.send(
      encodeFile({ path: 'a/main', content: Buffer.from('echo $1'), append: false, executable: true }),
    );
    const { stdout, exit } = await sandbox.sh(`sh a/main ${round}; echo x > /tmp/x; sleep 0.1`, {
      filesOut: true,
    });
    expect(stdout).toBe(`${round}\n`);
    expect(exit).toMatchObject({ exitCode: 0, processRefusals: 0, diskFull: false, killedBy: null });
    expect(exit.memoryBytes).toBeLessThan(20_000_000);
    expect(exit.cpuMs).toBeLessThan(200);
  }
});

test('a memory kill and refused processes are not told again of the step after', async () => {
  await using sandbox = await TestSandbox.make({ memoryBytes: 48 * 1024 * 1024, processes: 16 });
  expect((await sandbox.python('x = bytearray(90_000_000)')).exit.killedBy).toBe('memory');
  const refused = await sandbox.sh('for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do sleep 9 & done');
  expect(refused.exit.processRefusals).toBeGreaterThan(0);
  await sandbox.reset();
  expect((await sandbox.sh('echo fine')).exit).toMatchObject({
    exitCode: 0,
    killedBy: null,
    processRefusals: 0,
  });
});

test('what cannot be removed is found: a file of another user makes the sandbox dirty', async () => {
  await using sandbox = await TestSandbox.make();
  const planting = await sandbox.container.exec({ Cmd: ['touch', '/tmp/planted'], User: '0:0' });
  await planting.start({});
  await expect.poll(async () => (await planting.inspect()).Running).toBe(false);
  await expect(sandbox.reset()).rejects.toThrow('/tmp is not empty');
});

test('a process that is not below the agent makes the sandbox dirty', async () => {
  await using sandbox = await TestSandbox.make();
  const entering = await sandbox.container.exec({
    Cmd: ['sh', '-c', 'while :; do sleep 1; done'],
    User: '0:0',
    Privileged: true,
  });
  await entering.start({});
  await expect.poll(async () => (await entering.inspect()).Running).toBe(true);
  const dirt = await sandbox.reset().then(() => undefined, String);
  // The agent may kill what runs as root beside it only where it has the engine's leave to.
  expect([undefined, 'SandboxBroken: The sandbox could not be cleaned: a process is left.']).toContain(dirt);
});

test('nothing is reset while a step runs', async () => {
  await using sandbox = await TestSandbox.make();
  sandbox.start(['sleep', '60']);
  await sandbox.until('started');
  sandbox.send(encodeReset());
  await expect(sandbox.until('reset')).rejects.toThrow('cannot be reset');
});

test('a connection that outlives its processes makes the sandbox dirty: its port is not free', async () => {
  await using sandbox = await TestSandbox.make();
  const { exit, stderr } = await sandbox.python(`
import socket
server = socket.create_server(('127.0.0.1', 8000))
client = socket.create_connection(('127.0.0.1', 8000))
server.accept()[0].close()
client.close()`);
  expect({ stderr, exitCode: exit.exitCode }).toEqual({ stderr: '', exitCode: 0 });
  await expect(sandbox.reset()).rejects.toThrow('a socket is left');
});

test('sockets that end with their processes leave nothing', async () => {
  await using sandbox = await TestSandbox.make();
  const { exit, stderr } = await sandbox.python(`
import array, os, socket
socket.create_server(('127.0.0.1', 8000)); socket.socket(type=socket.SOCK_DGRAM).bind(('127.0.0.1', 8000))
kept = [socket.create_server(('127.0.0.1', 8001)), socket.socket(socket.AF_UNIX)]
kept[1].bind('\\0abstract'); kept[1].listen()
one, other = socket.socketpair()
# Descriptors that are under way in each other's buffers: the kernel must find out by itself that nobody can take them out.
for _ in range(9):
    for sender, sent in (one, other), (other, one):
        sender.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [one.fileno(), other.fileno()]))])
os._exit(0)`);
  expect({ stderr, exitCode: exit.exitCode }).toEqual({ stderr: '', exitCode: 0 });
  await sandbox.reset();
  expect((await sandbox.python(look)).stdout).toBe(asNew);
});

test('a sandbox that used up its share of the CPU says that it must rest for a period, one that did nothing hardly', async () => {
  await using sandbox = await TestSandbox.make();
  await sandbox.sh('while :; do :; done', { cpuMs: 600 });
  expect((await sandbox.reset()).restMs).toBe(1_000);
  expect((await sandbox.reset()).restMs).toBeLessThan(500);
});
