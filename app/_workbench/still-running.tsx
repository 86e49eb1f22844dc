'use client';

import { useEffect } from 'react';
import type { LimitRanges } from '#protocol/limits.ts';
import { formatSeconds } from '#protocol/outcome-words.ts';
import type { Run } from '../_run/use-run.ts';
import { toast } from '../_theme/toast.ts';

const warnAtShare = 0.8;
const toastId = 'still-running';

interface StillRunningProps {
  readonly run: Run;
  readonly limits: LimitRanges;
  /** 0: at four fifths of the time limit. */
  readonly warnAfterSeconds: number;
}

/** Says that a run goes on, and when it will be stopped. Draws nothing itself. */
export function StillRunning({ run, limits, warnAfterSeconds }: StillRunningProps) {
  const { session } = run;
  const limitMs = limits.wallMs.default;
  const afterMs = warnAfterSeconds === 0 ? limitMs * warnAtShare : warnAfterSeconds * 1000;
  const since = run.state.status === 'running' && run.state.phase === 'run' ? run.state.since : null;
  useEffect(() => {
    if (since === null) return;
    const timer = setTimeout(() => {
      toast(`Still running. It will be stopped at ${formatSeconds(limitMs)}.`, {
        id: toastId,
        action: { label: 'Stop now', onClick: () => session.stop() },
        cancel: { label: 'Keep running', onClick: () => undefined },
      });
    }, afterMs);
    return () => {
      clearTimeout(timer);
      toast.dismiss(toastId);
    };
  }, [since, limitMs, afterMs, session]);
  return null;
}
