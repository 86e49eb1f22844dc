'use client';

import { type ReactNode, useState } from 'react';
import { CodeEditor } from '../_code/code-editor.tsx';
import type { Command } from '../_commands/command.ts';
import { grammarOfFile } from '../_languages/grammar-of-file.ts';
import { TabList, tabIdOf } from '../_workbench/tab-list.tsx';
import styles from './drill-bench.module.css';
import type { DrillWork } from './use-drill.ts';

interface DrillCodeProps {
  readonly work: DrillWork;
  readonly drawn: ReactNode;
  readonly commandsNow: () => readonly Command[];
}

/** The candidate’s own copy of the files. */
export function DrillCode({ work, drawn, commandsNow }: DrillCodeProps) {
  const { files, language, languages, settings, drill } = work;
  const { current, paths } = files;
  const [others] = useState([]);
  return (
    <div className={styles['code']}>
      {paths.length > 1 && (
        <TabList
          label="Files"
          tabs={paths.map((path) => ({ id: path, label: path }))}
          current={current.path}
          onPick={files.open}
          panelOf={() => 'editor'}
        />
      )}
      <div
        id="editor"
        className={styles['editor']}
        {...(paths.length > 1 ? { role: 'tabpanel', 'aria-labelledby': tabIdOf(current.path) } : {})}
      >
        <CodeEditor
          engine={settings.engine}
          options={settings}
          drawn={drawn}
          drawnValue={drill.code}
          value={current.content}
          grammar={
            files.isMain(current.path)
              ? language.grammar
              : (grammarOfFile(current.path, languages) ?? 'plaintext')
          }
          path={current.path}
          runtime={undefined}
          others={others}
          label={`Code, ${current.path}`}
          onChange={files.write}
          onReady={ignore}
          onCursor={ignore}
          onMode={ignore}
          commandsNow={commandsNow}
        />
      </div>
    </div>
  );
}

function ignore(): void {
  // The page shows neither the cursor's place nor the keymap's mode.
}
