import { expect, test } from 'vitest';
import { emptyDraft, firstLineOf } from '../_draft/draft.ts';
import { type PastRun, withPastRun as withRun } from './history.ts';
import { isPastRun } from './is-past-run.ts';

const past = (id: string, code = ''): PastRun => ({
  ...{ id, at: 0, language: 'python', draft: emptyDraft(code), figures: '', output: '' },
  end: { tone: 'ok', mark: '✓', title: 'Exit 0' },
});
const mostRuns = 50;
const withPastRun = (runs: readonly PastRun[], run: PastRun) => withRun(runs, run, mostRuns);
const ids = (runs: readonly PastRun[]) => runs.map(({ id }) => id);

test('the newest is first, and the oldest goes', () => {
  let runs: readonly PastRun[] = [];
  for (let number = 0; number <= mostRuns; number++) runs = withPastRun(runs, past(`${number}`));
  expect(ids(runs).slice(0, 2)).toEqual([`${mostRuns}`, `${mostRuns - 1}`]);
  expect(runs).toHaveLength(mostRuns);
  expect(ids(runs)).not.toContain('0');
});

test('a run that is kept already is not there twice', () => {
  const runs = withPastRun(withPastRun([], past('a')), past('b'));
  expect(ids(withPastRun(runs, past('a')))).toEqual(['a', 'b']);
});

test('large runs push the oldest out sooner, and the newest is always kept', () => {
  const large = 'x'.repeat(6 * 1024 * 1024);
  const runs = ['a', 'b', 'c'].reduce<readonly PastRun[]>((all, id) => withPastRun(all, past(id, large)), []);
  expect(ids(runs)).toEqual(['c', 'b']);
  expect(ids(withPastRun(runs, past('d', large.repeat(4))))).toEqual(['d']);
});

test('a run is known by its first line that says something', () => {
  expect(firstLineOf(emptyDraft('# a comment\n\n  print(1)\n'))).toBe('print(1)');
  expect(firstLineOf(emptyDraft('// only this'))).toBe('// only this');
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a text', 'print(1)'],
  ['a run without its code', { ...past('a'), draft: null }],
  ['a run without its end', { ...past('a'), end: undefined }],
  ['a time that is none', { ...past('a'), at: Number.NaN }],
])('%s is not taken for a run that was kept', (_what, kept) => {
  expect(isPastRun(kept)).toBe(false);
  expect(isPastRun(past('a'))).toBe(true);
});
