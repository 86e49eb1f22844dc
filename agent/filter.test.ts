import { expect, test } from 'vitest';
import { TestSandbox } from './testing/sandbox.ts';

const calls = { io_uring_setup: 425, io_uring_enter: 426, io_uring_register: 427, add_key: 248, keyctl: 250 };

test.runIf(process.arch === 'x64').each(Object.entries(calls))(
  'the system call %s is as if the kernel did not have it',
  async (_name, number) => {
    await using sandbox = await TestSandbox.make();
    const { stdout } = await sandbox.python(`
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
print(libc.syscall(${number}, 1, 0, 0, 0, 0), errno.errorcode[ctypes.get_errno()])`);
    expect(stdout).toBe('-1 ENOSYS\n');
  },
);

test('sockets are local or of the internet; those that reach a machine’s host, or its kernel, are none', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout } = await sandbox.python(`
import errno, socket
def attempt(family, kind=socket.SOCK_DGRAM):
    try:
        socket.socket(family, kind).close()
        return 'made'
    except OSError as error:
        return errno.errorcode[error.errno]
for name in ('AF_UNIX', 'AF_INET', 'AF_INET6', 'AF_NETLINK'):
    print(name, attempt(getattr(socket, name)))
for family in range(256):
    if family not in (1, 2, 10, 16) and attempt(family) != 'EAFNOSUPPORT': print('reached', family)
print(attempt(socket.AF_VSOCK, socket.SOCK_STREAM))`);
  expect(stdout).toBe('AF_UNIX made\nAF_INET made\nAF_INET6 made\nAF_NETLINK made\nEAFNOSUPPORT\n');
});

test('the filter stays with every child, and cannot be taken off', async () => {
  await using sandbox = await TestSandbox.make();
  const { stdout } = await sandbox.sh(
    'sh -c "grep -c . /proc/self/status > /dev/null; grep Seccomp_filters /proc/self/status"',
  );
  expect(stdout).toBe('Seccomp_filters:\t2\n');
});
