'use client';

import { useEffect, useState } from 'react';

/** The family that a chosen font is written with, once it can be; until then none. Editors measure a font when they are given it. */
export function useCodeFont(name: string): string {
  const [loaded, setLoaded] = useState({ name: '', family: '' });
  useEffect(() => {
    if (name === '') return;
    let isGone = false;
    const load = async () => {
      const { loadCodeFont } = await import('./code-fonts.ts');
      const family = await loadCodeFont(name);
      if (!isGone) setLoaded({ name, family });
    };
    // What cannot be loaded may still be on the device.
    void load().catch(() => !isGone && setLoaded({ name, family: name }));
    return () => {
      isGone = true;
    };
  }, [name]);
  return loaded.name === name ? loaded.family : '';
}
