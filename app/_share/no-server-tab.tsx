'use client';

import { useEffect, useState } from 'react';
import { packProgram } from '../_start/packed-program.ts';
import { LinkField } from './link-field.tsx';
import type { ShareDraft } from './link-requests.ts';
import styles from './share-panel.module.css';

/** Past this, some programs that pass links on cut them off. */
const longLink = 8000;

/** A link that holds the code itself: no server keeps it, and none is asked when it is opened. */
export function NoServerTab({ draft }: { draft: ShareDraft }) {
  const [hash, setHash] = useState<string>();
  const content = JSON.stringify(draft);
  useEffect(() => {
    let isGone = false;
    void packProgram(JSON.parse(content) as ShareDraft)
      .then((packed) => !isGone && setHash(packed))
      .catch(reportError);
    return () => {
      isGone = true;
    };
  }, [content]);
  if (hash === undefined) return <p role="status">Packing…</p>;
  const url = `${window.location.origin}/#${hash}`;
  return (
    <>
      <p>
        The code is in the link itself. It stays as long as the link, and no server is told of it.
        {draft.tests?.some(({ hidden }) => hidden) &&
          ' Hidden tests are left out: whoever has the link can read it.'}
      </p>
      <LinkField label="Link that holds the code" url={url} />
      <p className={url.length > longLink ? styles['warning'] : styles['said']} role="status">
        {url.length.toLocaleString('en')} bytes
        {url.length > longLink && '. Some programs cut off links of more than 8,000.'}
      </p>
    </>
  );
}
