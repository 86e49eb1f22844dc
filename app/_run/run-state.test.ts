import { describe, expect, it } from 'vitest';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import { advance, isUnderWay, type RunState } from './run-state.ts';

const submitting: RunState = { status: 'submitting' };
const started: RunEvent = { type: 'started', language: 'c', version: '14', image: 'x', warm: true };
const finished: FinishedEvent = {
  type: 'finished',
  outcome: { kind: 'ok', exitCode: 0 },
  phase: 'run',
  wallMs: 120,
  cpuMs: 50,
  memoryBytes: 14_000_000,
  facts: [],
};

function reach(events: readonly (readonly [RunEvent, number])[], from: RunState = submitting): RunState {
  return events.reduce((state, [event, now]) => advance(state, event, now), from);
}

describe('what a person sees of a run', () => {
  it('waits in line, and moves up', () => {
    expect(reach([[{ type: 'queued', position: 3 }, 0]])).toEqual({ status: 'queued', position: 3 });
    const moved = reach([
      [{ type: 'queued', position: 3 }, 0],
      [{ type: 'queued', position: 1 }, 9],
    ]);
    expect(moved).toEqual({ status: 'queued', position: 1 });
  });

  it('counts compiling and running apart', () => {
    const state = reach([
      [started, 100],
      [{ type: 'phase', phase: 'compile' }, 110],
      [{ type: 'phase', phase: 'run' }, 520],
    ]);
    expect(state).toMatchObject({ phase: 'run', since: 520, compile: { startedAt: 110, tookMs: 410 } });
  });

  it('has no compile block for a language that compiles nothing', () => {
    const state = reach([
      [started, 100],
      [{ type: 'phase', phase: 'run' }, 101],
    ]);
    expect(state).toMatchObject({ status: 'running', compile: null });
  });

  it('tells the share of a processor since the last figure, not since the start', () => {
    const state = reach([
      [started, 0],
      [{ type: 'usage', cpuMs: 500, memoryBytes: 1 }, 1000],
      [{ type: 'usage', cpuMs: 600, memoryBytes: 2 }, 2000],
    ]);
    expect(state).toMatchObject({ usage: { cpuPercent: 10, memoryBytes: 2 } });
  });

  it('output changes nothing here: it lives in the log', () => {
    const running = reach([[started, 0]]);
    expect(advance(running, { type: 'output', stream: 'stdout', data: 'x', at: 1 }, 5)).toBe(running);
  });

  it('a compiler that fails ends the run with its own time', () => {
    const failed: FinishedEvent = {
      ...finished,
      outcome: { kind: 'compile_error', exitCode: 1 },
      phase: 'compile',
      wallMs: 300,
    };
    const state = reach([
      [started, 0],
      [{ type: 'phase', phase: 'compile' }, 10],
      [failed, 400],
    ]);
    expect(state).toMatchObject({ status: 'finished', compile: { tookMs: 300 } });
  });

  it('the end is the end: what comes after it changes nothing', () => {
    const done = reach([
      [started, 0],
      [finished, 100],
    ]);
    expect(reach([[started, 200]], done)).toBe(done);
    expect(isUnderWay(done)).toBe(false);
  });

  it('an event without a run changes nothing', () => {
    const idle: RunState = { status: 'idle' };
    expect(reach([[finished, 0]], idle)).toBe(idle);
    const lost: RunState = { status: 'lost', when: 'running' };
    expect(reach([[started, 0]], lost)).toBe(lost);
  });

  it('a run can end while it still waits', () => {
    const state = reach([
      [{ type: 'queued', position: 1 }, 0],
      [{ ...finished, outcome: { kind: 'stopped' } }, 5],
    ]);
    expect(state).toMatchObject({ status: 'finished', compile: null });
  });
});
