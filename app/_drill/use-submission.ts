'use client';

import { useEffect, useRef, useState } from 'react';
import type { Snippet } from '#protocol/snippet.ts';
import type { Submission } from '#protocol/submission.ts';
import { type Attempt, begun } from './drill.ts';
import { type Best, keepBest, readBest } from './progress.ts';

/** The last try of this page, and the best that this browser knows of. */
export function useSubmission(drill: Snippet, submissionNow: () => Submission) {
  const [attempt, setAttempt] = useState<Attempt>(begun);
  const [best, setBest] = useState<Best | null>(null);
  const [isSubmitting, setSubmitting] = useState(false);
  const under = useRef<AbortController | null>(null);
  useEffect(() => setBest(readBest(drill.id)), [drill.id]);
  useEffect(() => () => under.current?.abort(), []);

  const judge = async (stop: AbortSignal) => {
    const { attemptsAt } = await import('./submit-try.ts');
    const wanted = { drillId: drill.id, revision: drill.revision, submission: submissionNow() };
    for await (const next of attemptsAt(wanted, stop)) {
      setAttempt(next);
      if (next.reached) setBest(keepBest(drill.id, { ...next.reached, at: Date.now() }));
    }
  };
  const begin = () => {
    under.current = new AbortController();
    setAttempt(begun);
    setSubmitting(true);
    void judge(under.current.signal)
      .catch(reportError)
      .finally(() => setSubmitting(false));
  };
  return { attempt, best, isSubmitting, begin, stop: () => under.current?.abort() };
}
