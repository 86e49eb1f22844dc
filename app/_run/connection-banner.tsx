'use client';

import { unreachableWords } from '../_server/post-json.ts';
import styles from './run-panel.module.css';
import type { LinkState } from './socket.ts';

interface ConnectionBannerProps {
  readonly link: LinkState;
  readonly isRunUnderWay: boolean;
  /** The server has said what this page does not know. */
  readonly isForeign: boolean;
}

/** Says so when the server cannot be reached or is of another version; nothing while all is well. */
export function ConnectionBanner({ link, isRunUnderWay, isForeign }: ConnectionBannerProps) {
  if (isForeign) {
    return (
      <p className={styles['banner']} role="alert">
        This page and the server are of different versions. Your code is saved in this browser.{' '}
        <button type="button" onClick={() => window.location.reload()}>
          Load the page anew
        </button>
      </p>
    );
  }
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
