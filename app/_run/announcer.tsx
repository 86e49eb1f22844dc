'use client';

import { useEffect, useRef, useState } from 'react';
import type { LogView } from './output-log.ts';

const everyMs = 1000;
const readOutAtMost = 3;

/** Tells screen readers what was printed, once a second: a few lines as they are, more as a number. */
export function Announcer({ view }: { view: LogView }) {
  const [words, setWords] = useState('');
  const told = useRef(0);
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  useEffect(() => {
    const timer = setInterval(() => {
      const { lineCount } = latest.current;
      const fresh = lineCount - told.current;
      told.current = lineCount;
      if (fresh > 0)
        setWords(fresh <= readOutAtMost ? lastLines(latest.current, fresh) : `${fresh} more lines`);
    }, everyMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="visually-hidden" aria-live="polite">
      {words}
    </div>
  );
}

function lastLines({ blocks }: LogView, count: number): string {
  const lines = blocks.slice(-2).flatMap((block) => block.lines);
  return lines
    .slice(-count)
    .map((line) => line.text.slice(0, 200))
    .join('\n');
}
