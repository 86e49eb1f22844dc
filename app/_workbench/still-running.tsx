'use client';

import { useEffect } from 'react';
import type { LimitRanges } from '#protocol/limits.ts';
import { formatSeconds } from '#protocol/outcome-words.ts';
import type { Run } from '../_run/use-run.ts';
import { toast } from '../_theme/toast.ts';

const warnAtShare = 0.8;
const toastId = 'still-running';

/** Says, at four fifths of the time limit, that the limit is near. Draws nothing itself. */
export function StillRunning({ run, limits }: { run: Run; limits: LimitRanges }) {
  const { session } = run;
  const limitMs = limits.wallMs.default;
  const since = run.state.status === 'running' && run.state.phase === 'run' ? run.state.since : null;
  useEffect(() => {
    if (since === null) return;
    const timer = setTimeout(() => {
      toast(`Still running. It will be stopped at ${formatSeconds(limitMs)}.`, {
        id: toastId,
        action: { label: 'Stop now', onClick: () => session.stop() },
        cancel: { label: 'Keep running', onClick: () => undefined },
      });
    }, limitMs * warnAtShare);
    return () => {
      clearTimeout(timer);
      toast.dismiss(toastId);
    };
  }, [since, limitMs, session]);
  return null;
}
