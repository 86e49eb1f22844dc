'use client';

import { useRef, useState } from 'react';
import { useTitle } from '../_commands/command-titles.tsx';
import { useDismiss } from '../_theme/use-dismiss.ts';
import type { LinkAnswer } from './create-link.ts';
import styles from './share-button.module.css';
import type { Share } from './use-share.ts';

const copiedForMs = 2000;

/** Opens the popover that shows the snippet's link. */
export function ShareButton({ share, isDrill }: { share: Share; isDrill: boolean }) {
  const { state } = share;
  const place = useRef<HTMLDivElement>(null);
  const title = useTitle('share.link', 'Share');
  useDismiss(place, state.status !== 'closed', share.close);
  return (
    <div className={styles['share']} ref={place}>
      <button
        type="button"
        className={styles['button']}
        aria-haspopup="dialog"
        aria-expanded={state.status !== 'closed'}
        onClick={state.status === 'closed' ? share.open : share.close}
        title={title}
      >
        Share
      </button>
      {state.status !== 'closed' && (
        <div className={styles['popup']} role="dialog" aria-label="Share">
          {state.status === 'creating' && <p role="status">Creating link…</p>}
          {state.status === 'answered' && (
            <Answer answer={state.answer} isDrill={isDrill} onRetry={share.open} />
          )}
        </div>
      )}
    </div>
  );
}

interface AnswerProps {
  readonly answer: LinkAnswer;
  readonly isDrill: boolean;
  readonly onRetry: () => void;
}

function Answer({ answer, isDrill, onRetry }: AnswerProps) {
  if (answer.ok)
    return <LinkField path={`/s/${answer.id}`} drillPath={isDrill ? `/drill/${answer.id}` : null} />;
  return (
    <>
      <p role="alert" className={styles['refused']}>
        {answer.words}
      </p>
      <button type="button" className={styles['button']} onClick={onRetry}>
        Retry
      </button>
    </>
  );
}

function LinkField({ path, drillPath }: { path: string; drillPath: string | null }) {
  const [isCopied, setCopied] = useState(false);
  const url = new URL(path, window.location.href).href;
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
    setTimeout(() => setCopied(false), copiedForMs);
  };
  return (
    <>
      <p role="status" className={styles['title']}>
        Link created
      </p>
      <div className={styles['row']}>
        <input
          ref={(field) => field?.select()}
          className={styles['link']}
          value={url}
          readOnly
          aria-label="Link to this snippet"
          onFocus={(event) => event.target.select()}
        />
        <button
          type="button"
          className={styles['button']}
          onClick={() => void copy().catch(() => setCopied(false))}
        >
          {isCopied ? 'Copied' : 'Copy'}
        </button>
      </div>
      <p className={styles['foot']}>
        <a href={path}>Open the link</a>
        {drillPath !== null && (
          <>
            {' · '}
            <a href={drillPath}>Solve it as a drill</a>
          </>
        )}{' '}
        · You can edit this link from this browser.
      </p>
    </>
  );
}
