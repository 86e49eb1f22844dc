import { formatDay } from '#protocol/format-day.ts';
import type { Snippet } from '#protocol/snippet.ts';
import styles from './shared-snippet.module.css';

/** Where a snippet comes from, which state of it this is, and how long it lasts. */
export function SnippetOrigin({ snippet, isPermanent }: { snippet: Snippet; isPermanent: boolean }) {
  const { id, revision, head, forkedFrom, expiresAt, burnsAfterView } = snippet;
  if (burnsAfterView)
    return (
      <div className={styles['origin']}>
        <span>This snippet was deleted when you opened it. Copy what you need of it.</span>
      </div>
    );
  return (
    <div className={styles['origin']}>
      {forkedFrom && (
        <span>
          Forked from{' '}
          <a href={`/s/${forkedFrom.id}@${forkedFrom.revision}`}>
            {forkedFrom.id}, revision {forkedFrom.revision}
          </a>
        </span>
      )}
      <span>
        {isPermanent ? (
          <>
            Revision {revision} of {head}, <a href={`/s/${id}`}>the latest</a>
          </>
        ) : (
          <>
            Revision {revision}, <a href={`/s/${id}@${revision}`}>its permanent link</a>
          </>
        )}
      </span>
      {head > 1 && <a href={`/s/${id}/versions`}>Versions</a>}
      {expiresAt && <span>Expires on {formatDay(expiresAt)}</span>}
      <a href={`/s/${id}/report`} rel="nofollow">
        Report
      </a>
    </div>
  );
}
