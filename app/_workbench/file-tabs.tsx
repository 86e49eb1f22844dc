'use client';

import { type KeyboardEvent, useEffect, useState } from 'react';
import { dragOrder } from '../_theme/drag-order.ts';
import styles from './file-tabs.module.css';
import { TabList } from './tab-list.tsx';
import type { Files } from './use-files.ts';

const loadForm = () => import('./file-name-form.tsx');
type NameForm = Awaited<ReturnType<typeof loadForm>>['FileNameForm'];

interface FileTabsProps {
  readonly files: Files;
  readonly onDownload: () => void;
}

/** The files of the snippet, and what can be done with them: add, rename (F2), delete (Delete), put in another order. */
export function FileTabs({ files, onDownload }: FileTabsProps) {
  const { paths, current, isMain, naming, setNaming } = files;
  const FileNameForm = useNameForm();
  const name = (to: string) => {
    if (naming?.from == null) files.put([{ path: to, content: '', encoding: 'utf8' }]);
    else if (to !== naming.from) files.rename(naming.from, to);
    setNaming(null);
  };
  const onKeyDown = (path: string) => (event: KeyboardEvent) => {
    if (event.key === 'F2') setNaming({ from: path });
    if (event.key === 'Delete') files.remove(path);
  };
  return (
    <div className={styles['strip']}>
      <TabList
        label="Files"
        tabs={paths.map((path) => ({ id: path, label: path }))}
        current={current.path}
        onPick={files.open}
        panelOf={() => 'editor'}
        propsOf={(path) => ({
          onKeyDown: onKeyDown(path),
          onDoubleClick: () => setNaming({ from: path }),
          onAuxClick: ({ button }) => button === 1 && files.remove(path),
          ...dragOrder({ kind: 'tab', id: path, isFixed: isMain(path), onMove: files.move }),
        })}
      />
      {naming && FileNameForm ? (
        <FileNameForm
          from={naming.from}
          others={paths.filter((path) => path !== naming.from)}
          onName={name}
          onCancel={() => setNaming(null)}
        />
      ) : (
        <div className={styles['tools']}>
          <button
            type="button"
            aria-label="New file"
            title="New file"
            onClick={() => setNaming({ from: null })}
          >
            +
          </button>
          <span className={styles['space']} />
          <button type="button" onClick={() => setNaming({ from: current.path })}>
            Rename
          </button>
          {!isMain(current.path) && (
            <button type="button" onClick={() => files.remove(current.path)}>
              Delete
            </button>
          )}
          <button type="button" onClick={onDownload}>
            Download
          </button>
        </div>
      )}
    </div>
  );
}

/** It comes after the page, and stands there at once when it is asked for: what is typed into it before would be lost. */
function useNameForm(): NameForm | null {
  const [Form, setForm] = useState<NameForm | null>(null);
  useEffect(() => void loadForm().then(({ FileNameForm }) => setForm(() => FileNameForm), reportError), []);
  return Form;
}
