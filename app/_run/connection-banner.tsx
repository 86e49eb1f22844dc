'use client';

import { unreachableWords } from '../_server/post-json.ts';
import styles from './run-panel.module.css';
import type { LinkState } from './socket.ts';

interface ConnectionBannerProps {
  readonly link: LinkState;
  readonly isRunUnderWay: boolean;
}

/** Says so when the server cannot be reached; nothing while all is well. */
export function ConnectionBanner({ link, isRunUnderWay }: ConnectionBannerProps) {
  if (link.status === 'retrying') {
    return (
      <p className={styles['banner']} role="status">
        Connection lost. Trying again in {link.inSeconds} s.
        {isRunUnderWay && ' The program keeps running.'}
      </p>
    );
  }
  if (link.status === 'unreachable') {
    return (
      <p className={styles['banner']} role="alert">
        {unreachableWords}
      </p>
    );
  }
  return null;
}
