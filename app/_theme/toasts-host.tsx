'use client';

import { lazy, Suspense, useEffect, useState } from 'react';

const Toasts = lazy(async () => ({ default: (await import('./toasts.tsx')).Toasts }));

/** Where short messages appear, once the page stands. */
export function ToastsHost() {
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return (
    isMounted && (
      <Suspense>
        <Toasts />
      </Suspense>
    )
  );
}
