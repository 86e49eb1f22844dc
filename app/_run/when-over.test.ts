import { expect, test } from 'vitest';
import type { RunState } from './run-state.ts';
import { firstView } from './run-view.ts';
import { whenOver } from './when-over.ts';

function sessionIn(state: RunState) {
  let view = { ...firstView, state };
  const listeners = new Set<() => void>();
  return {
    listeners,
    snapshot: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become: (next: RunState) => {
      view = { ...view, state: next };
      for (const listener of listeners) listener();
    },
  };
}

test('where nothing runs it is over at once', async () => {
  await whenOver(sessionIn({ status: 'idle' }));
});

test('it is over when the run has ended, however, and nobody listens on', async () => {
  const session = sessionIn({ status: 'submitting' });
  let isOver = false;
  const over = whenOver(session).then(() => {
    isOver = true;
  });
  session.become({ status: 'queued', position: 1 });
  await Promise.resolve();
  expect(isOver).toBe(false);
  session.become({ status: 'lost', when: 'running' });
  await over;
  expect(session.listeners.size).toBe(0);
});
