import type { Problem } from '#protocol/problem.ts';
import type { FinishedEvent, Phase, RunEvent } from '#protocol/run-event.ts';

/** When the compiler began, and how long it took once it is through. */
export interface CompileNote {
  readonly startedAt: number;
  readonly tookMs: number | null;
}

/** What the program uses, told about once a second; `at` is when we heard it. */
export interface Usage {
  readonly at: number;
  readonly cpuMs: number;
  readonly memoryBytes: number;
  readonly cpuPercent: number;
}

export interface Running {
  readonly status: 'running';
  readonly phase: Phase;
  readonly since: number;
  readonly compile: CompileNote | null;
  readonly usage: Usage | null;
}

/** What a person sees of a run, from the click to the end. Times are the browser's clock, in milliseconds. */
export type RunState =
  | { readonly status: 'idle' }
  | { readonly status: 'submitting' }
  | { readonly status: 'queued'; readonly position: number }
  | Running
  | { readonly status: 'refused'; readonly problem: Problem }
  /** The connection broke before the server answered, or the server no longer knows the run. */
  | { readonly status: 'lost'; readonly when: 'submitting' | 'running' | 'misunderstood' }
  | { readonly status: 'finished'; readonly finished: FinishedEvent; readonly compile: CompileNote | null };

/** The next state. `now` is the browser's clock; what comes after the end, or before a start, changes nothing. */
export function advance(state: RunState, event: RunEvent, now: number): RunState {
  if (!isUnderWay(state)) return state;
  switch (event.type) {
    case 'queued':
      return { status: 'queued', position: event.position };
    case 'started':
      return { status: 'running', phase: 'run', since: now, compile: null, usage: null };
    case 'phase':
      return state.status === 'running' ? enter(state, event.phase, now) : state;
    case 'output':
    case 'test':
    case 'diagnostic':
    case 'artifact':
    case 'artifacts_left_out':
      return state;
    case 'usage':
      return state.status === 'running' ? { ...state, usage: usageAt(state, event, now) } : state;
    case 'finished':
      return { status: 'finished', finished: event, compile: compileAtEnd(state, event, now) };
    default:
      return event satisfies never;
  }
}

/** True from the click until the end: the button says Stop or Cancel. */
export function isUnderWay(state: RunState): boolean {
  return state.status === 'submitting' || state.status === 'queued' || state.status === 'running';
}

/** True while what is printed is the compiler's. */
export function isCompiling(state: RunState): boolean {
  return state.status === 'running' && state.phase === 'compile';
}

function enter(state: Running, phase: Phase, now: number): Running {
  const compile = phase === 'compile' ? { startedAt: now, tookMs: null } : closed(state.compile, now);
  return { ...state, phase, since: now, compile, usage: null };
}

function compileAtEnd(state: RunState, finished: FinishedEvent, now: number): CompileNote | null {
  if (state.status !== 'running') return null;
  if (finished.phase === 'compile' && state.compile) return { ...state.compile, tookMs: finished.wallMs };
  return closed(state.compile, now);
}

function closed(compile: CompileNote | null, now: number): CompileNote | null {
  return compile && compile.tookMs === null ? { ...compile, tookMs: now - compile.startedAt } : compile;
}

function usageAt(state: Running, event: { cpuMs: number; memoryBytes: number }, now: number): Usage {
  const before = state.usage ?? { at: state.since, cpuMs: 0 };
  const elapsedMs = Math.max(1, now - before.at);
  const cpuPercent = Math.max(0, Math.round(((event.cpuMs - before.cpuMs) / elapsedMs) * 100));
  return { at: now, cpuMs: event.cpuMs, memoryBytes: event.memoryBytes, cpuPercent };
}
