'use client';

import { useEffect } from 'react';

/** Ctrl or Cmd with a key, anywhere on the page, before an editor takes it. Null leaves the key alone. */
export function useShortcut(key: string, onPress: (() => void) | null): void {
  useEffect(() => {
    if (!onPress) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isChord(event, key)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) onPress();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [key, onPress]);
}

function isChord(event: KeyboardEvent, key: string): boolean {
  const hasOnlyControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  return hasOnlyControl && event.key.toLowerCase() === key;
}
