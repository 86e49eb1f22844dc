'use client';

import { useEffect, useState } from 'react';

/** The value, once it has stood for `delayMs`; until then the one before. */
export function useSettled<Value>(value: Value, delayMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (delayMs === 0) return;
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  if (delayMs === 0 && settled !== value) setSettled(value);
  return delayMs === 0 ? value : settled;
}
