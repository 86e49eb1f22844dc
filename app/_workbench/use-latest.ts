'use client';

import { useCallback, useEffect, useRef } from 'react';

/** The way to ask for what a value is at that moment; always the same way, so that nobody has to be told anew. */
export function useLatest<T>(value: T): () => T {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return useCallback(() => latest.current, []);
}
