import { expect, test } from 'vitest';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import { RunRequest } from '#protocol/run-request.ts';
import type { NumberedEvent } from '#protocol/socket.ts';
import type { LiveRun } from './live-run.ts';
import { LiveRuns } from './live-runs.ts';
import type { RunControl } from './run.ts';
import type { Dismissal, Viewer, Watch } from './watch.ts';

const request = RunRequest.parse({ language: 'toy', code: '' });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A run whose events the test says one by one. `asked` counts how many were asked for. */
class ScriptedRun {
  asked = 0;
  control: RunControl | undefined;
  private readonly told: RunEvent[] = [];
  private wake: () => void = () => undefined;

  constructor(private readonly endless?: () => RunEvent) {}

  readonly say = (data: string) => this.tell({ type: 'output', stream: 'stdout', data, at: 0 });

  end(kind: 'ok' | 'client_gone' = 'ok'): void {
    const outcome = kind === 'ok' ? ({ kind, exitCode: 0 } as const) : { kind };
    const figures = { wallMs: 1, cpuMs: 1, memoryBytes: 1, facts: [] };
    const finished: FinishedEvent = { type: 'finished', outcome, phase: 'run', ...figures };
    this.tell(finished);
  }

  async *events(control: RunControl): AsyncGenerator<RunEvent, void> {
    this.control = control;
    const { stop } = control;
    stop.signal.addEventListener('abort', () => this.end('client_gone'));
    while (true) {
      const event = this.told.shift() ?? (stop.reason ? undefined : this.endless?.());
      if (event === undefined) await this.heard();
      else {
        this.asked += 1;
        yield event;
        if (event.type === 'finished') return;
      }
    }
  }

  private tell(event: RunEvent): void {
    this.told.push(event);
    this.wake();
  }

  private heard(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}

/** Remembers what it was shown. */
class Eye implements Viewer {
  isReady = true;
  readonly seen: NumberedEvent[] = [];
  dismissal: Dismissal | undefined;

  constructor(readonly id = 'eye') {}

  get last(): number {
    return this.seen.at(-1)?.seq ?? 0;
  }

  get text(): string {
    return this.seen.map(({ event }) => (event.type === 'output' ? event.data : `<${event.type}>`)).join('');
  }

  see(numbered: NumberedEvent): void {
    this.seen.push(numbered);
  }

  dismissed(_: string, why: Dismissal): void {
    this.dismissal = why;
  }
}

function stage({
  script = new ScriptedRun(),
  resumeMs = 60_000,
  stalledMs = 60_000,
  longestHoldMs = 60_000,
} = {}) {
  const failures: unknown[] = [];
  let count = 0;
  const runs = new LiveRuns({
    runner: {
      start: (_, control) => {
        count += 1;
        return { runId: `run-${count}`, language: 'toy', events: script.events(control) };
      },
    },
    resumeMs,
    stalledMs,
    longestHoldMs,
    failed: (error) => failures.push(error),
  });
  return { runs, script, failures };
}

const flood = () =>
  new ScriptedRun(() => ({ type: 'output', stream: 'stdout', data: 'x'.repeat(8192), at: 0 }));

test('a viewer that comes back is shown every later event once, and then those to come', async () => {
  const { runs, script } = stage();
  const live = runs.start(request, 'ann');
  const [first, second] = [new Eye(), new Eye()];
  const watch = live.watch(first, 0);
  script.say('a');
  script.say('b');
  await settled();
  live.lose(watch);
  script.say('c');
  await settled();
  live.watch(second, first.last - 1);
  script.say('d');
  script.end();
  await settled();
  expect(first.text).toBe('ab');
  expect(second.text).toBe('bcd<finished>');
  expect(second.seen.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
});

test('the token opens a run; a wrong one is refused in the words for no run at all', () => {
  const { runs } = stage();
  const [live, other] = [runs.start(request, 'ann'), runs.start(request, 'bob')];
  expect(Buffer.from(live.token, 'base64url')).toHaveLength(32);
  expect(runs.find(live.runId, live.token)).toBe(live);
  const refusal = (runId: string, token: string) => {
    try {
      runs.find(runId, token);
    } catch (error) {
      return error;
    }
    return undefined;
  };
  expect(refusal(live.runId, other.token)).toEqual(refusal('no-such-run', live.token));
  expect(refusal(live.runId, live.token.slice(1))).toMatchObject({ problem: { code: 'not_found' } });
});

test('a run that nobody watches any more is stopped as client_gone, and that end can be seen', async () => {
  // Long enough to look at it, between its end and when it is forgotten.
  const { runs } = stage({ resumeMs: 2_000 });
  const live = runs.start(request, 'ann');
  live.lose(live.watch(new Eye(), 0));
  await expect.poll(() => live.isOver, { timeout: 20_000 }).toBe(true);
  const late = new Eye();
  runs.find(live.runId, live.token).watch(late, 0);
  await settled();
  expect(late.seen.at(-1)?.event).toMatchObject({ outcome: { kind: 'client_gone' } });
  await expect.poll(() => late.dismissal, { timeout: 20_000 }).toBe('forgotten');
  expect(() => runs.find(live.runId, live.token)).toThrow('There is no such run.');
});

test('a run is not stopped while anybody watches it, and is at once when the last one leaves for good', async () => {
  const { runs, script } = stage({ resumeMs: 20 });
  const live = runs.start(request, 'ann');
  const [first, second] = [live.watch(new Eye(), 0), live.watch(new Eye(), 0)];
  live.leave(first);
  live.lose(first);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(script.control?.stop.reason).toBeUndefined();
  live.leave(second);
  expect(script.control?.stop.reason).toBe('client_gone');
});

test('a viewer that acknowledges nothing holds the run after a window, and its acknowledgement frees it', async () => {
  const { runs, script } = stage({ script: flood() });
  const live = runs.start(request, 'ann');
  const eye = new Eye();
  const watch = live.watch(eye, 0);
  await settled();
  const asked = script.asked;
  expect(asked * 8192).toBeLessThan(300_000);
  await settled();
  expect(script.asked).toBe(asked);
  live.acknowledge(watch, 1e9);
  await settled();
  expect(script.asked).toBeGreaterThan(asked);
});

test('when nobody is there the run goes on until its history is full, and then waits', async () => {
  const { runs, script } = stage({ script: flood() });
  const live = runs.start(request, 'ann');
  live.lose(live.watch(new Eye(), 0));
  await settled();
  await settled();
  expect(live.history.bytes).toBeGreaterThan(1_000_000);
  expect(live.history.bytes).toBeLessThan(1_100_000);
  const asked = script.asked;
  await settled();
  expect(script.asked).toBe(asked);
});

test('a hundred runs that nobody watches share the memory of all histories', async () => {
  const { runs } = stage({ script: flood() });
  const lives = Array.from({ length: 100 }, () => runs.start(request, 'ann'));
  for (const live of lives) live.lose(live.watch(new Eye(), 0));
  await settled();
  await settled();
  const bytes = lives.reduce((sum, live) => sum + live.history.bytes, 0);
  expect(bytes).toBeGreaterThan(15 * 1024 * 1024);
  expect(bytes).toBeLessThan(18 * 1024 * 1024);
});

test('runs that are over are kept while there is memory for them, the latest always', async () => {
  const { runs, script } = stage();
  const lives: LiveRun[] = [];
  for (let count = 0; count < 10; count += 1) {
    const live = runs.start(request, 'ann');
    live.watch(new Eye(), 0);
    lives.push(live);
    script.say('x'.repeat(5_000_000));
    live.control.stop.because('stopped');
    await expect.poll(() => live.isOver, { interval: 1 }).toBe(true);
    await settled();
  }
  const isKept = (live: LiveRun) => {
    try {
      return runs.find(live.runId, live.token) === live;
    } catch {
      return false;
    }
  };
  expect(lives.map(isKept)).toEqual([...Array(4).fill(false), ...Array(6).fill(true)]);
});

test('a viewer whose connection takes nothing more is shown nothing more until it does', async () => {
  const { runs, script } = stage();
  const live = runs.start(request, 'ann');
  const eye = new Eye();
  const watch = live.watch(eye, 0);
  eye.isReady = false;
  script.say('a');
  script.say('b');
  await settled();
  expect(eye.text).toBe('');
  eye.isReady = true;
  watch.show();
  expect(eye.text).toBe('ab');
});

test('the slowest viewer is waited for until it is dismissed; the run and the others go on', async () => {
  const { runs, script } = stage({ script: flood(), stalledMs: 50 });
  const live = runs.start(request, 'ann');
  const [quick, stalled] = [new Eye('quick'), new Eye('stalled')];
  const watch = live.watch(quick, 0);
  live.watch(stalled, 0);
  const keepUp = setInterval(() => live.acknowledge(watch, quick.last), 1);
  await expect.poll(() => stalled.dismissal).toBe('stalled');
  await expect.poll(() => script.asked).toBeGreaterThan(200);
  clearInterval(keepUp);
  expect(quick.dismissal).toBeUndefined();
  expect(live.control.stop.reason).toBeUndefined();
  live.leave(watch);
});

test('a viewer that acknowledges steadily, but far too slowly, is waited for so long in all', async () => {
  const { runs, script } = stage({ script: flood(), longestHoldMs: 200 });
  const live = runs.start(request, 'ann');
  const [quick, slow] = [new Eye('quick'), new Eye('slow')];
  const watches = { quick: live.watch(quick, 0), slow: live.watch(slow, 0) };
  const keepUp = setInterval(() => live.acknowledge(watches.quick, quick.last), 1);
  const trickle = setInterval(() => live.acknowledge(watches.slow, watches.slow.acknowledged + 1), 10);
  await expect.poll(() => slow.dismissal).toBe('stalled');
  const before = script.asked;
  await expect.poll(() => script.asked).toBeGreaterThan(before + 200);
  for (const timer of [keepUp, trickle]) clearInterval(timer);
  expect(quick.dismissal).toBeUndefined();
  live.leave(watches.quick);
});

test('a run that was stopped shows its end to a viewer that acknowledged nothing', async () => {
  const { runs } = stage({ script: flood() });
  const live = runs.start(request, 'ann');
  const eye = new Eye();
  live.watch(eye, 0);
  await settled();
  live.control.stop.because('stopped');
  await expect.poll(() => eye.seen.at(-1)?.event.type).toBe('finished');
});

test('a connection that came instead of a lost one takes its place at once', () => {
  const { runs } = stage();
  const live = runs.start(request, 'ann');
  const [dead, other] = [new Eye('dead'), new Eye('other')];
  live.watch(dead, 0);
  live.watch(other, 0);
  live.replace('dead');
  expect([dead.dismissal, other.dismissal]).toEqual(['replaced', undefined]);
});

test('what was never told cannot be asked for, and neither can what is no longer kept', async () => {
  const { runs, script } = stage({ script: flood() });
  const live = runs.start(request, 'ann');
  const eye = new Eye();
  const watch = live.watch(eye, 0);
  while (live.history.lastForgotten === 0) {
    live.acknowledge(watch, eye.last);
    await settled();
  }
  expect(() => live.watch(new Eye(), script.asked + 1)).toThrow('after must be at most');
  expect(() => live.watch(new Eye(), 0)).toThrow('no longer kept');
  live.leave(watch);
});

test('a ninth viewer is refused', () => {
  const { runs } = stage();
  const live = runs.start(request, 'ann');
  for (let count = 0; count < 8; count += 1) live.watch(new Eye(), 0);
  expect(() => live.watch(new Eye(), 0)).toThrow('At most 8');
});

/** Numbers below `limit`, the same ones for the same seed. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** One page over all its connections: what it saw, and whether it is connected now. */
class Page {
  readonly text: string[] = [];
  private watch: Watch | undefined;
  private eye = new Eye();
  private lastSeq = 0;

  constructor(private readonly live: LiveRun) {}

  get isHere(): boolean {
    return this.watch !== undefined;
  }

  connect(): void {
    if (this.watch) return;
    this.eye = new Eye();
    this.watch = this.live.watch(this.eye, this.lastSeq);
  }

  /** What is still on its way is lost with the connection. */
  disconnect(): void {
    if (this.watch) this.live.lose(this.watch);
    this.watch = undefined;
  }

  read(count: number): void {
    for (const { seq, event } of this.eye.seen.splice(0, count)) {
      expect(seq).toBe(this.lastSeq + 1);
      this.lastSeq = seq;
      this.text.push(event.type === 'output' ? event.data : event.type);
    }
  }

  acknowledge(): void {
    if (this.watch) this.live.acknowledge(this.watch, this.lastSeq);
  }

  /** The connection takes more, or for a while it does not. */
  stutter(isReady: boolean): void {
    this.eye.isReady = isReady;
    if (isReady) this.watch?.show();
  }
}

test('whatever is said, read, acknowledged, lost and resumed, a page has seen everything from the first on, once', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const below = numbers(seed);
    const { runs, script, failures } = stage();
    const live = runs.start(request, 'ann');
    const page = new Page(live);
    const said: string[] = [];
    page.connect();
    for (let step = 0; step < 60; step += 1) {
      for (let count = below(8); count > 0; count -= 1) {
        const data = `${said.length}:${'x'.repeat(below(20_000))}`;
        said.push(data);
        script.say(data);
      }
      await settled();
      const acts = [
        () => page.disconnect(),
        () => page.connect(),
        () => page.read(below(30)),
        () => page.acknowledge(),
        () => page.stutter(below(2) === 0),
      ];
      acts[below(acts.length)]?.();
      expect(page.text, `seed ${seed}`).toEqual(said.slice(0, page.text.length));
      // A window for who is here, a history for who is not, and the event that fills it.
      expect(live.history.bytes, `seed ${seed}`).toBeLessThan(1024 * 1024 + 24_000);
    }
    script.end();
    page.connect();
    page.stutter(true);
    while (page.text.at(-1) !== 'finished') {
      await settled();
      page.read(1000);
      page.acknowledge();
    }
    expect(page.text, `seed ${seed}`).toEqual([...said, 'finished']);
    expect(failures).toEqual([]);
  }
});
