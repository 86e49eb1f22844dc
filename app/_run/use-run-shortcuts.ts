'use client';

import { isUnderWay } from './run-state.ts';
import type { Run } from './use-run.ts';
import { useShortcut } from './use-shortcut.ts';

/** Ctrl+Enter runs and stops, Ctrl+. stops. */
export function useRunShortcuts(run: Run, onRun: () => void): void {
  const isRunning = isUnderWay(run.state);
  const stop = () => run.session.stop();
  useShortcut('enter', isRunning ? stop : onRun);
  useShortcut('.', isRunning ? stop : null);
}
