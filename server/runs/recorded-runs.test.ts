import { expect, test } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import { RunRequest } from '#protocol/run-request.ts';
import { EventHistory } from './event-history.ts';
import type { LiveRun } from './live-run.ts';
import { RecordedRuns } from './recorded-runs.ts';

const request = RunRequest.parse({ language: 'toy', code: '' });

function over(runId: string, bytes: number): LiveRun {
  const history = new EventHistory();
  const event: RunEvent = { type: 'output', stream: 'stdout', data: 'x'.repeat(bytes), at: 0 };
  history.append(event);
  return { runId, token: `token of ${runId}`, history } as LiveRun;
}

const isThere = (runs: RecordedRuns, runId: string) => {
  try {
    return runs.find(runId, `token of ${runId}`).events.length === 1;
  } catch {
    return false;
  }
};

test('the oldest are forgotten when all of them weigh too much', () => {
  const runs = new RecordedRuns(60_000);
  for (let number = 1; number <= 40; number += 1) runs.keep(over(`${number}`, 1 << 20), request);
  const there = Array.from({ length: 40 }, (_, index) => isThere(runs, `${index + 1}`));
  expect(there.slice(0, 8)).toEqual(Array(8).fill(false));
  expect(there.lastIndexOf(false)).toBeLessThan(12);
  expect(there[39]).toBe(true);
});

test('each is forgotten when its time is over', async () => {
  const runs = new RecordedRuns(20);
  runs.keep(over('one', 1), request);
  expect(isThere(runs, 'one')).toBe(true);
  await expect.poll(() => isThere(runs, 'one')).toBe(false);
});
