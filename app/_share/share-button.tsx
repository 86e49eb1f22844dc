'use client';

import { lazy, Suspense, useRef } from 'react';
import { useTitle } from '../_commands/command-titles.tsx';
import { useDismiss } from '../_theme/use-dismiss.ts';
import styles from './share-button.module.css';
import type { Share } from './use-share.ts';

const SharePanel = lazy(async () => ({ default: (await import('./share-panel.tsx')).SharePanel }));

/** Opens the popover that makes the snippet's link and shows it. */
export function ShareButton({ share }: { share: Share }) {
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const title = useTitle('share.link', 'Share');
  useDismiss(place, share.isOpen, () => {
    // Closed by a key, the focus goes back where it was.
    if (place.current?.contains(document.activeElement)) button.current?.focus();
    share.close();
  });
  return (
    <div className={styles['share']} ref={place}>
      <button
        ref={button}
        type="button"
        className={styles['button']}
        aria-haspopup="dialog"
        aria-expanded={share.isOpen}
        onClick={share.isOpen ? share.close : share.open}
        title={title}
      >
        Share
      </button>
      {share.isOpen && (
        <div className={styles['popup']} role="dialog" aria-label="Share">
          <Suspense fallback={<p role="status">Creating link…</p>}>
            <SharePanel share={share} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
