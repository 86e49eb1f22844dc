import { expect, test } from 'vitest';
import { RunEvent } from './run-event.ts';

test.each([
  { type: 'started', language: 'toy', version: '1', image: 'i', warm: true },
  {
    type: 'finished',
    outcome: { kind: 'ok', exitCode: 0 },
    phase: 'run',
    wallMs: 1,
    cpuMs: 1,
    memoryBytes: 1,
    facts: [],
  },
])('a page that is older than its server reads what it knows of an event: $type', (event) => {
  expect(RunEvent.parse({ ...event, limits: { wallMs: 1, tomorrow: 2 } })).toEqual(event);
});
