'use client';

import { useRef, useState } from 'react';
import type { LinkAnswer, ShareDraft } from './create-link.ts';
import { keepEditToken } from './edit-tokens.ts';

export type ShareState =
  | { readonly status: 'closed' }
  | { readonly status: 'creating' }
  | { readonly status: 'answered'; readonly answer: LinkAnswer };

export interface Share {
  readonly state: ShareState;
  readonly open: () => void;
  readonly close: () => void;
}

/** What is shared: the draft, and the run of it that goes with the link, if there was one. */
export interface Shared {
  readonly draft: ShareDraft;
  readonly run: ShareDraft['run'];
}

/** Saves the snippet when it is opened. Unchanged code keeps the link it has, until there is a run to go with it. */
export function useShare(sharedNow: () => Shared): Share {
  const [state, setState] = useState<ShareState>({ status: 'closed' });
  const shared = useRef<{ content: string; answer: LinkAnswer } | null>(null);

  const create = async () => {
    const { draft, run } = sharedNow();
    const content = JSON.stringify([draft, run !== undefined]);
    if (shared.current?.content !== content) {
      setState({ status: 'creating' });
      const { createLink } = await import('./create-link.ts');
      shared.current = { content, answer: await createLink({ ...draft, ...(run ? { run } : {}) }) };
    }
    const { answer } = shared.current;
    if (answer.ok) keepEditToken(answer.id, answer.editToken);
    else shared.current = null;
    setState({ status: 'answered', answer });
  };
  const open = () => void create().catch(reportError);
  const close = () => setState({ status: 'closed' });
  return { state, open, close };
}
