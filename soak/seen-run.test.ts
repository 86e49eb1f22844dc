import { expect, test } from 'vitest';
import { complaintOf, type SeenRun, tally } from './seen-run.ts';

const fine: SeenRun = {
  door: 'stream',
  expected: 'a\nb\n',
  printed: 'a\nb\n',
  outcomes: ['ok'],
  end: 'finished',
};

test.each<[string, Partial<SeenRun>]>([
  ['a whole run', {}],
  ['a fault of ours, after part of the output', { outcomes: ['platform_fault'], printed: 'a\n' }],
  ['a server that went down and said so', { outcomes: ['interrupted'], printed: '' }],
  ['a connection that closed', { end: 'closed', outcomes: [], printed: 'a\n' }],
  ['a connection that closed after the end', { end: 'closed' }],
  ['a client that hung up', { end: 'left', outcomes: [], printed: '' }],
  ['a refusal', { end: 'refused', outcomes: [], printed: '' }],
])('nobody complains of %s', (_what, seen) => {
  expect(complaintOf({ ...fine, ...seen })).toBeUndefined();
});

test.each<[string, Partial<SeenRun>]>([
  ['silence', { end: 'silent', outcomes: [] }],
  ['two ends', { outcomes: ['ok', 'ok'] }],
  ['no end', { outcomes: [] }],
  ['two ends, and then a connection that broke', { end: 'closed', outcomes: ['ok', 'ok'] }],
  ['output that is missing', { printed: 'a\n' }],
  ['output that came twice', { printed: 'a\na\nb\n' }],
  ['output before a fault that is not the program’s', { outcomes: ['platform_fault'], printed: 'x' }],
  ['blame with an exit code', { outcomes: ['exit_nonzero'] }],
  ['blame with a signal', { outcomes: ['signal'] }],
  ['blame with memory', { outcomes: ['memory_limit'] }],
  ['blame with time', { outcomes: ['time_limit'] }],
])('a client complains of %s', (_what, seen) => {
  expect(complaintOf({ ...fine, ...seen })).toEqual(expect.any(String));
});

test('runs are counted by how they ended', () => {
  expect(tally([fine, fine, { ...fine, outcomes: [], end: 'closed' }])).toEqual({ ok: 2, closed: 1 });
});
