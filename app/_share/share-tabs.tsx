'use client';

import { useState } from 'react';
import { TabList } from '../_workbench/tab-list.tsx';
import { markdownOf } from './copy-as.ts';
import { EmbedTab } from './embed-tab.tsx';
import type { Link } from './link.ts';
import { type Choices, chosenPart } from './link-choices.ts';
import { LinkField, TextToCopy } from './link-field.tsx';
import { NoServerTab } from './no-server-tab.tsx';
import styles from './share-panel.module.css';
import { markdownBadge, markdownLink } from './share-texts.ts';
import type { Shared } from './shared.ts';

const tabs = [
  { id: 'share-link', label: 'Link' },
  { id: 'share-embed', label: 'Embed' },
  { id: 'share-markdown', label: 'Markdown' },
  { id: 'share-image', label: 'Image' },
  { id: 'share-qr', label: 'QR' },
  { id: 'share-curl', label: 'curl' },
  { id: 'share-no-server', label: 'No-server link' },
] as const;

type TabId = (typeof tabs)[number]['id'];

interface ShareTabsProps {
  readonly link: Link;
  readonly shared: Shared;
  readonly choices: Choices;
}

/** The same snippet, in the forms that other places take it in. */
export function ShareTabs(props: ShareTabsProps) {
  const [tab, setTab] = useState<TabId>('share-link');
  return (
    <>
      <TabList
        label="Forms of the link"
        tabs={tabs}
        current={tab}
        onPick={setTab}
        panelOf={() => 'share-form'}
      />
      <div id="share-form" className={styles['form']} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <Form tab={tab} {...props} />
      </div>
    </>
  );
}

function Form({ tab, link, shared, choices }: ShareTabsProps & { tab: TabId }) {
  const { origin } = window.location;
  const isOnce = choices.expiry === 'first_view';
  const title = shared.draft.title ?? '';
  switch (tab) {
    case 'share-link':
      return <LinkTab link={link} origin={origin} isOnce={isOnce} />;
    case 'share-embed':
      return isOnce ? <NotOnce /> : <EmbedTab id={link.id} title={title} key={link.revision} />;
    case 'share-markdown':
      return (
        <MarkdownTab
          texts={{
            link: markdownLink(title, `${origin}/s/${link.id}`),
            code: markdownOf(shared.text),
            badge: markdownBadge(origin, link.id),
          }}
        />
      );
    case 'share-image':
      return isOnce ? <NotOnce /> : <ImageTab address={`${origin}/s/${link.id}/image`} />;
    case 'share-qr':
      return <QrTab path={`/s/${link.id}/qr.svg`} />;
    case 'share-curl':
      return <TextToCopy label="Command line that runs it" text={shared.curl} />;
    default:
      return <NoServerTab draft={chosenPart(shared, choices)} />;
  }
}

function LinkTab({ link, origin, isOnce }: { link: Link; origin: string; isOnce: boolean }) {
  if (isOnce) return <p>Whoever opens it first is the last: the snippet is deleted with that.</p>;
  return (
    <>
      <p>The link shows the latest revision. This one always shows revision {link.revision}:</p>
      <LinkField label="Permanent link" url={`${origin}/s/${link.id}@${link.revision}`} />
      <p>
        <a href={`/s/${link.id}`}>Open the link</a>
      </p>
    </>
  );
}

const markdownKinds = { link: 'Link', code: 'Code block', badge: 'Badge' } as const;
type MarkdownKind = keyof typeof markdownKinds;

function MarkdownTab({ texts }: { texts: Readonly<Record<MarkdownKind, string>> }) {
  const [kind, setKind] = useState<MarkdownKind>('link');
  return (
    <>
      <fieldset className={styles['kinds']}>
        <legend className="visually-hidden">As Markdown</legend>
        {(['link', 'code', 'badge'] as const).map((one) => (
          <label key={one} className={styles['flag']}>
            <input type="radio" name="markdown" checked={kind === one} onChange={() => setKind(one)} />
            {markdownKinds[one]}
          </label>
        ))}
      </fieldset>
      <TextToCopy label="Markdown" text={texts[kind]} />
    </>
  );
}

function ImageTab({ address }: { address: string }) {
  return (
    <>
      <p>A picture of the code, which pages and messages can show:</p>
      {['png', 'svg'].map((kind) => (
        <div key={kind} className={styles['image']}>
          <a href={`${address}.${kind}`} target="_blank" rel="noreferrer">
            {kind.toUpperCase()}
          </a>
          <LinkField label={`Address of the ${kind.toUpperCase()}`} url={`${address}.${kind}`} />
        </div>
      ))}
    </>
  );
}

function QrTab({ path }: { path: string }) {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return <p>The picture could not be loaded.</p>;
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: a drawing of a few kilobytes, which needs no optimizing */}
      <img
        className={styles['qr']}
        src={path}
        alt="The link as a QR code"
        width="180"
        height="180"
        onError={() => setMissing(true)}
      />
      <p>
        <a href={path} download="qr.svg">
          Download
        </a>
      </p>
    </>
  );
}

function NotOnce() {
  return <p>What can be opened once cannot be shown in other places.</p>;
}
