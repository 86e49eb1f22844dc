'use client';

import { TabList } from './tab-list.tsx';

/** The files of the snippet. There is one: the language's own source file. */
export function FileTabs({ files, current }: { files: readonly string[]; current: string }) {
  return (
    <TabList
      label="Files"
      tabs={files.map((file) => ({ id: file, label: file }))}
      current={current}
      onPick={() => undefined}
      panelOf={() => 'editor'}
    />
  );
}
