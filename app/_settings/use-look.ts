'use client';

import { useSyncExternalStore } from 'react';
import { type Look, lookWords, parseLook, watchLook } from '../_theme/look.ts';

/** How the page looks now. For what is drawn in the browser alone. */
export function useLook(): Look {
  return parseLook(useSyncExternalStore(watchLook, lookWords, () => ''));
}
