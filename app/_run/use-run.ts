'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { executionUrlHere } from './execution-url.ts';
import { framePace } from './frame-pace.ts';
import { RunSession } from './run-session.ts';
import type { RunView } from './run-view.ts';

export interface Run extends RunView {
  readonly session: RunSession;
}

/** A page's connection to the execution server and the run it shows. `executionUrl` null means this host's port 8082. */
export function useRun(executionUrl: string | null): Run {
  const [session] = useState(() => new RunSession(framePace()));
  const view = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot);
  useEffect(() => {
    const leave = () => session.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [session]);
  useEffect(
    () =>
      session.open(async (listener) => {
        const { RunSocket } = await import('./socket.ts');
        return new RunSocket(executionUrl ?? executionUrlHere(), listener);
      }),
    [session, executionUrl],
  );
  return { ...view, session };
}
