'use client';

import { useRef } from 'react';
import { saveFile } from '../_theme/save-file.ts';
import { toast } from '../_theme/toast.ts';
import { ToastsHost } from '../_theme/toasts-host.tsx';
import { importKeys, importWords, keyFile } from './key-file.ts';
import { LinkRow } from './link-row.tsx';
import styles from './my-links.module.css';
import { useMyLinks } from './use-my-links.ts';

/** The list, and the way of its keys into another browser. */
export function MyLinksList({ languageNames }: { languageNames: Readonly<Record<string, string>> }) {
  const mine = useMyLinks();
  const { links } = mine;
  const nameOf = (id: string) => (Object.hasOwn(languageNames, id) ? languageNames[id] : undefined) ?? id;
  const save = () => {
    saveFile(keyFile(links ?? []), 'bugdrill-edit-keys.json');
    toast('Whoever has this file may change your links.');
  };
  return (
    <>
      <div className={styles['tools']}>
        <button type="button" onClick={save} disabled={!links?.length}>
          Export edit keys
        </button>
        <ImportButton onDone={mine.read} />
      </div>
      {links?.length === 0 && (
        <p className={styles['none']}>
          None yet. <a href="/">Write something</a> and press Share.
        </p>
      )}
      <ul className={styles['list']} aria-label="My links">
        {links?.map((link) => (
          <LinkRow key={link.id} link={link} mine={mine} languageName={nameOf} />
        ))}
      </ul>
      <ToastsHost />
    </>
  );
}

function ImportButton({ onDone }: { onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    const imported = await importKeys(file);
    const isWhole = imported.ok && imported.other.length === 0 && imported.wrong === 0;
    if (isWhole) toast(importWords(imported));
    else toast.error(importWords(imported), { duration: Number.POSITIVE_INFINITY });
    onDone();
  };
  const unreadable = () => toast.error('The file could not be read.');
  return (
    <>
      <button type="button" onClick={() => field.current?.click()}>
        Import edit keys
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        aria-label="File of edit keys"
        tabIndex={-1}
        className="visually-hidden"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void take(file).catch(unreadable);
          target.value = '';
        }}
      />
    </>
  );
}
