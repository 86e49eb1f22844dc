import { describe, expect, test } from 'vitest';
import type { RunOutcome } from '#protocol/outcome.ts';
import type { Sighting } from './probe.ts';
import { probes } from './probes.ts';

type Seen = Omit<Partial<Sighting>, 'finished'> & { finished?: Partial<Sighting['finished']> };

const MiB = 1024 * 1024;
const ok: RunOutcome = { kind: 'ok', exitCode: 0 };
const outOfMemory: RunOutcome = {
  kind: 'memory_limit',
  limitBytes: 128 * MiB,
  measuredBytes: 128 * MiB,
};

function judge(name: string, { finished, ...seen }: Seen) {
  const found = probes.find((probe) => probe.name === name);
  if (!found) throw new Error(`there is no probe ${name}`);
  return found.judge({
    finished: {
      type: 'finished',
      outcome: ok,
      phase: 'run',
      wallMs: 10,
      cpuMs: 10,
      memoryBytes: MiB,
      facts: [],
      ...finished,
    },
    printed: '',
    printedBytes: 0,
    told: '',
    hostProcesses: { during: 1, after: 0 },
    patience: 1,
    ...seen,
  });
}

const timeLimit: RunOutcome = { kind: 'time_limit', limitMs: 700, measuredMs: 701 };
const cpuLimit: RunOutcome = { kind: 'cpu_limit', limitMs: 500, measuredMs: 501 };
const cutOff: RunOutcome = { kind: 'output_limit', limitBytes: 1000, keptBytes: 1000, printedBytes: 9999 };
const bomb: Seen = { finished: { outcome: timeLimit, wallMs: 701, facts: ['process_limit'] } };
const flood: Seen = { finished: { outcome: cutOff }, printedBytes: 1000 };

describe('what holds', () => {
  test.each<[string, Seen]>([
    ['fork bomb', bomb],
    ['fork bomb', { ...bomb, hostProcesses: undefined }],
    ['memory hog', { finished: { outcome: outOfMemory, memoryBytes: 128 * MiB } }],
    ['flood of stdout', flood],
    ['double-forked daemon', { printed: 'up\n' }],
    ['/dev/shm filler', { printed: '/work 67108864\n/dev/shm 16777216\n' }],
    ['network connect', { printed: 'refused: connect (Network is unreachable)\ndone\n' }],
  ])('%s', (name, seen) => {
    expect(judge(name, seen)).toEqual({ held: true, evidence: expect.stringMatching(/./) });
  });
});

describe('what does not hold, and why', () => {
  test.each<[string, Seen, string]>([
    ['fork bomb', { ...bomb, hostProcesses: { during: 400, after: 0 } }, '400'],
    ['fork bomb', { ...bomb, hostProcesses: { during: 60, after: 3 } }, '3 host processes left'],
    [
      'fork bomb',
      { ...bomb, hostProcesses: { during: 0, after: 0 } },
      'none of its processes was seen alive',
    ],
    [
      'CPU burner',
      { finished: { outcome: cpuLimit }, hostProcesses: { during: 0, after: 0 } },
      'none of its',
    ],
    ['fork bomb', { finished: { outcome: timeLimit } }, 'never told'],
    ['fork bomb', { finished: { ...bomb.finished, wallMs: 19_000 } }, '19000 ms'],
    ['memory hog', { printed: 'x' }, 'ok'],
    ['memory hog', { finished: { outcome: outOfMemory, memoryBytes: 900 * MiB } }, '943718400'],
    ['flood of stdout', { ...flood, printedBytes: 999 }, '999'],
    ['flood of stdout', {}, 'ended as ok'],
    ['/dev/shm filler', { printed: '/dev/shm 209715200\n' }, '209715200'],
    ['/dev/shm filler', {}, 'no figure'],
    ['network connect', { printed: 'refused: a\nGOT: connect to 192.0.2.1\ndone\n' }, 'connect to 192.0.2.1'],
    ['network connect', { printed: 'refused: a\n' }, 'did not come to its end'],
    ['network connect', { printed: 'done\n' }, 'did not come to its end'],
    [
      'setuid',
      { finished: { outcome: { kind: 'compile_error', exitCode: 1 }, phase: 'compile' } },
      'compile',
    ],
    [
      'links, FIFOs and devices in the work folder and out/',
      { printed: 'refused: a\ndone\n', told: Buffer.from('root:x:0:0:root').toString('base64') },
      '/etc/passwd came back',
    ],
  ])('%s', (name, seen, evidence) => {
    const verdict = judge(name, seen);
    expect(verdict.held).toBe(false);
    expect(verdict.evidence).toContain(evidence);
  });
});

test('every probe has a name of its own; those at boot are what an engine answers for, and need nothing but Bash', () => {
  expect(new Set(probes.map(({ name }) => name)).size).toBe(probes.length);
  const atBoot = probes.filter((probe) => probe.atBoot);
  expect(atBoot.map(({ name }) => name)).toEqual([
    'fork bomb',
    'memory hog',
    'disk filler',
    'the walls, as a shell sees them',
  ]);
  expect(atBoot.filter(({ file }) => !file.endsWith('.sh'))).toEqual([]);
});
