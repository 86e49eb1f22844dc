"""Feeds the sanitized agent streams of frames, whole, mutated and random, each to an agent of its own that is PID 1.

usage: fuzz.py SEED STREAMS. Prints one line at the end; anything else it prints, and any exit code but 0, is a find.
"""

import ctypes
import os
import random
import select
import signal
import struct
import sys
import time

AGENT = '/attacks/agent-sanitized'
CLONE_NEWPID = 0x20000000
LONGEST_S = 10
# An agent ends with 0 when its frames end, and with 70 when they make no sense.
ENDINGS = {0, 70}


def frame(kind, payload=b''):
    return struct.pack('<IB', len(payload), kind) + payload


def text(value):
    return struct.pack('<H', len(value)) + value


def texts(values):
    return struct.pack('<H', len(values)) + b''.join(map(text, values))


def random_bytes(rng, most):
    return rng.randbytes(rng.randrange(most))


def random_path(rng):
    parts = [b'a', b'b', b'..', b'.', b'', b'/etc', b'x' * 300, b'\xff', b'link', b'a\0b', b'fifo']
    return b'/'.join(rng.choice(parts) for _ in range(rng.randrange(1, 5)))


def file_frame(rng):
    return frame(1, bytes([rng.randrange(4)]) + text(random_path(rng)) + random_bytes(rng, 20000))


def start_frame(rng):
    programs = [
        [b'true'], [b'cat'], [b'sh', b'-c', b'echo out; echo err >&2'], [b'nothing'], [b'/etc/passwd'], [],
        [b'sh', b'-c', b'ln -s /etc link; mkfifo fifo'], [b'sh', b'-c', b'mkdir -p out/a/b; head -c 99999 /dev/zero >out/a/b/f; ln -s / out/l; >"out/$(printf "\\377\\n")"; chmod 0 out/a/b'], [b'sleep', b'9'], [b'yes'], [b'head', b'-c', b'300000', b'/dev/zero'],
        [b'sh', b'-c', b'sleep 9 & exec cat'], [b'sh', b'-c', b'exec <&-; sleep 0.05'],
    ]
    limits = struct.pack('<IIII', rng.choice([1, 30, 100]), rng.choice([0, 1, 50]), rng.choice([0, 1, 20]), rng.choice([0, 1, 64]))
    rest = struct.pack('<QBHH', rng.choice([0, 1, 1 << 20, (1 << 64) - 1]), rng.choice([0, 0, 1, 2, 4, 255]), 24, 80)
    env = rng.choice([[], [b'PATH=/usr/bin:/bin'], [b'PATH='], [b'PATH=' + b'/x' * 3000 + b':/usr/bin'], [b'A'] * 500])
    return frame(2, limits + rest + texts(rng.choice(programs)) + texts(env))


# Programs that wait for their step, that say so and end, that end, and that never say anything.
BOOTED = [
    [b'sh', b'-c', b'printf . >&3; dd bs=65536 count=1 <&3; exec cat'], [b'sh', b'-c', b'printf .. >&3; exec cat <&3'],
    [b'sh', b'-c', b'printf . >&3'], [b'true'], [b'sleep', b'9'], [b'nothing'], [b'yes'], [],
]


def boot_frame(rng):
    return frame(10, struct.pack('<IIQ', rng.choice([0, 20]), rng.choice([0, 64]), 0) + texts(rng.choice(BOOTED)) + texts([b'PATH=/usr/bin:/bin']))


def start_booted_frame(rng):
    limits = struct.pack('<IIIIQBHH', rng.choice([30, 100]), 0, rng.choice([0, 20]), rng.choice([0, 64]), 0, rng.choice([4, 4, 5, 6]), 24, 80)
    args = rng.choice([[], [], [b'a', b''], [b'x' * 60000] * 4])
    return frame(2, limits + texts(rng.choice(BOOTED) + args) + texts(rng.choice([[], [b'PATH=/usr/bin:/bin', b'A=b']])))


def other_frame(rng):
    return rng.choice([
        lambda: frame(3, random_bytes(rng, 70000)),
        lambda: frame(3, random_bytes(rng, 100)),
        lambda: frame(4),
        lambda: frame(5, bytes([rng.randrange(256)])),
        lambda: frame(5, b''),
        lambda: frame(6),
        lambda: frame(7, random_bytes(rng, 6)),
        lambda: frame(7, struct.pack('<HH', 65535, 0)),
        lambda: frame(8, struct.pack('<QI', rng.choice([0, 9, 1 << 20, (1 << 64) - 1]), rng.choice([0, 1, 64])) + text(rng.choice([b'.', b'out', random_path(rng)]))),
        lambda: frame(8, random_bytes(rng, 40)),
        lambda: frame(9, random_bytes(rng, 2)),
        lambda: frame(rng.randrange(256), random_bytes(rng, 300)),
        lambda: struct.pack('<IB', rng.choice([1 << 20, (1 << 20) + 1, 0xFFFFFFFF]), rng.randrange(8)) + random_bytes(rng, 50),
    ])()


def mutate(rng, stream):
    stream = bytearray(stream)
    for _ in range(rng.randrange(1, 6)):
        at = rng.randrange(len(stream))
        kind = rng.randrange(3)
        if kind == 0:
            stream[at] = rng.randrange(256)
        elif kind == 1:
            del stream[at:at + rng.randrange(1, 20)]
        else:
            stream[at:at] = random_bytes(rng, 20)
        if not stream:
            return b''
    return bytes(stream)


def make_stream(rng):
    makers = [file_frame, start_frame, start_frame, boot_frame, boot_frame, start_booted_frame, other_frame, other_frame]
    stream = b''.join(rng.choice(makers)(rng) for _ in range(rng.randrange(1, 8)))
    return mutate(rng, stream) if rng.random() < 0.4 else stream


def start_agent(descriptors):
    """The agent as PID 1 of a namespace of its own, below a process that ends as it ends."""
    keeper = os.fork()
    if keeper:
        return keeper
    ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWPID)
    agent = os.fork()
    if agent == 0:
        for number, descriptor in enumerate(descriptors):
            os.dup2(descriptor, number)
        os.closerange(3, 64)
        options = 'detect_leaks=0:abort_on_error=0:exitcode=99'
        os.execve(AGENT, [AGENT, '--uid', '20511'], {'ASAN_OPTIONS': options, 'UBSAN_OPTIONS': 'print_stacktrace=1'})
    os.closerange(0, 64)
    os._exit(os.waitstatus_to_exitcode(os.waitpid(agent, 0)[1]) & 255)


class Talk:
    """One stream, sent in random pieces while the answers are read, sometimes late."""

    def __init__(self, rng, stream):
        self.rng = rng
        self.stream = stream
        commands, self.commands = os.pipe()
        self.answers, answers = os.pipe()
        self.faults, faults = os.pipe()
        self.keeper = start_agent([commands, answers, faults])
        for descriptor in (commands, answers, faults):
            os.close(descriptor)
        os.set_blocking(self.commands, False)
        self.said = {self.answers: b'', self.faults: b''}
        self.lingers_until = time.monotonic() + rng.choice([0, 0, 0.02, 0.15])

    def run(self):
        deadline = time.monotonic() + LONGEST_S
        while self.said:
            left = deadline - time.monotonic()
            if left <= 0:
                return 'a hang'
            self.advance(min(left, 0.05))
        return None

    def advance(self, patience):
        writing = [self.commands] if self.commands is not None else []
        readable, writable, _ = select.select(list(self.said), writing, [], patience)
        for descriptor in readable:
            self.hear(descriptor)
        if writable:
            self.tell()

    def hear(self, descriptor):
        data = os.read(descriptor, 1 << 16)
        if data:
            self.said[descriptor] = (self.said[descriptor] + data)[-4000:]
        else:
            os.close(descriptor)
            if descriptor == self.faults:
                self.report = self.said[descriptor].decode(errors='replace')
            del self.said[descriptor]

    def tell(self):
        if not self.stream:
            if time.monotonic() >= self.lingers_until:
                self.stop()
            else:
                time.sleep(0.002)
            return
        try:
            sent = os.write(self.commands, self.stream[:self.rng.choice([1, 7, 1000, 1 << 16])])
            self.stream = self.stream[sent:]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            self.stop()

    def stop(self):
        os.close(self.commands)
        self.commands = None

    def end(self):
        if self.commands is not None:
            self.stop()
        for descriptor in self.said:
            os.close(descriptor)
        if self.said:
            os.kill(self.keeper, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self.keeper, 0)[1])


def main():
    seed, streams = int(sys.argv[1]), int(sys.argv[2])
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    endings = {}
    for number in range(streams):
        rng = random.Random(f'{seed}/{number}')
        stream = make_stream(rng)
        talk = Talk(rng, stream)
        trouble = talk.run()
        code = talk.end()
        endings[code] = endings.get(code, 0) + 1
        if trouble or code not in ENDINGS or talk.report:
            print(f'stream {number} of seed {seed}: {trouble or ""} exit {code}\n{getattr(talk, "report", "")}\n{stream.hex()[:4000]}')
            sys.exit(1)
    print(f'{streams} streams, endings {sorted(endings.items())}')


main()
