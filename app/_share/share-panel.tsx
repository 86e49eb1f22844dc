'use client';

import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { formatDay } from '#protocol/format-day.ts';
import { CopyButton } from '../_theme/copy-button.tsx';
import { ChoiceFields } from './choice-fields.tsx';
import { LinkDesk, type LinkState } from './link-desk.ts';
import { LinkField } from './link-field.tsx';
import type { OwnLink } from './link-requests.ts';
import styles from './share-panel.module.css';
import { ShareTabs } from './share-tabs.tsx';
import type { Shared } from './shared.ts';
import type { Share } from './use-share.ts';

/** Makes the link as soon as it is there, and lets a person say how the link is to be. */
export function SharePanel({ share }: { share: Share }) {
  const [shared, setShared] = useState<Shared>();
  const [sharedNow] = useState(() => share.sharedNow);
  useEffect(() => void sharedNow().then(setShared, reportError), [sharedNow]);
  if (!shared) return <p role="status">Creating link…</p>;
  return <Panel desk={deskOf(share)} shared={shared} />;
}

function Panel({ desk, shared }: { desk: LinkDesk; shared: Shared }) {
  const state = useSyncExternalStore(desk.subscribe, desk.state, desk.state);
  useEffect(() => void desk.open(shared), [desk, shared]);
  return (
    <div className={styles['panel']}>
      <FirstLine {...{ state, desk, shared }} />
      {(state.phase === 'creating' || state.phase === 'ready') && (
        <ChoiceFields
          choices={state.choices}
          has={{
            input: (shared.draft.stdin ?? '') !== '',
            tests: (shared.draft.tests ?? []).length > 0,
            run: shared.run !== undefined,
          }}
          onChange={(change) => void desk.choose(shared, change)}
        />
      )}
      {state.phase === 'ready' && <ShareTabs link={state.link} shared={shared} choices={state.choices} />}
      {state.phase === 'ready' && <Foot link={state.link} isDrill={isDrill(shared.draft, state.choices)} />}
    </div>
  );
}

/** It outlives the popover, so that what has a link keeps it. */
function deskOf(share: Share): LinkDesk {
  share.desk.current ??= new LinkDesk();
  return share.desk.current;
}

interface FirstLineProps {
  readonly state: LinkState;
  readonly desk: LinkDesk;
  readonly shared: Shared;
}

function FirstLine({ state, desk, shared }: FirstLineProps) {
  switch (state.phase) {
    case 'creating':
      return <p role="status">Creating link…</p>;
    case 'refused':
      return (
        <Question words={state.words} isFault>
          <button type="button" onClick={() => void desk.create(shared)}>
            Retry
          </button>
        </Question>
      );
    case 'asking':
      return (
        <Question
          words={
            state.words ?? `What is written here has changed since it was shared as /s/${state.link.id}.`
          }
          isFault={state.words !== undefined}
        >
          <button type="button" onClick={() => void desk.update(shared)}>
            Update that link
          </button>
          <button type="button" onClick={() => void desk.create(shared)}>
            Create a new link
          </button>
        </Question>
      );
    default:
      return <Ready state={state} />;
  }
}

interface QuestionProps {
  readonly words: string;
  readonly isFault: boolean;
  readonly children: ReactNode;
}

function Question({ words, isFault, children }: QuestionProps) {
  return (
    <div>
      <p role={isFault ? 'alert' : 'status'} className={isFault ? styles['fault'] : undefined}>
        {words}
      </p>
      <div className={styles['buttons']}>{children}</div>
    </div>
  );
}

const doneWords = { created: 'Link created', updated: 'Link updated', found: 'This is already shared' };

function Ready({ state }: { state: Extract<LinkState, { phase: 'ready' }> }) {
  const { link, isChanging, done, words } = state;
  const path = `/s/${link.id}`;
  return (
    <div>
      <LinkField label="Link to this snippet" url={new URL(path, window.location.href).href} isFirst />
      <p className={styles['said']} role="status">
        {isChanging ? 'Changing the link…' : doneWords[done]}
        {link.expiresAt !== null && ` · expires on ${formatDay(link.expiresAt)}`}
        {link.choices.expiry === 'first_view' && ' · deleted when it is first opened, by you too'}
      </p>
      {words !== undefined && (
        <p role="alert" className={styles['fault']}>
          {words}
        </p>
      )}
    </div>
  );
}

/** What has tests can be solved. */
function isDrill({ tests = [] }: Shared['draft'], choices: LinkState['choices']): boolean {
  return choices.tests && choices.expiry !== 'first_view' && tests.length > 0;
}

function Foot({ link, isDrill }: { link: OwnLink; isDrill: boolean }) {
  return (
    <div className={styles['foot']}>
      <span>You can edit this link from this browser.</span>
      {isDrill && <a href={`/drill/${link.id}`}>Solve it as a drill</a>}
      <CopyButton text={() => link.editToken}>Copy edit key</CopyButton>
      <a href="/links">Manage my links</a>
    </div>
  );
}
