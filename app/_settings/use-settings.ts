'use client';

import { useSyncExternalStore } from 'react';
import { type Settings, usualSettings } from './settings.ts';
import { settingsStore } from './settings-store.ts';

/** The settings of this browser, as they are now. The server, which cannot know them, draws with the usual ones. */
export function useSettings(): Settings {
  return useSyncExternalStore(settingsStore.subscribe, settingsStore.now, () => usualSettings);
}
