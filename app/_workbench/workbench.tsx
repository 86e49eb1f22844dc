'use client';

import { type ReactNode, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import type { CursorPosition } from '../_code/editor-port.ts';
import { LanguagePicker } from '../_languages/language-picker.tsx';
import { RunButton } from '../_run/run-button.tsx';
import { ShareButton } from '../_share/share-button.tsx';
import { SiteHeader } from '../_theme/site-header.tsx';
import { CodePane } from './code-pane.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { RightPane } from './right-pane.tsx';
import { StatusBar } from './status-bar.tsx';
import { StillRunning } from './still-running.tsx';
import { TitleField } from './title-field.tsx';
import { Toasts } from './toasts.tsx';
import { useOrientation } from './use-orientation.ts';
import { useWorkbench, type Workbench as WorkbenchParts } from './use-workbench.ts';
import styles from './workbench.module.css';

interface WorkbenchProps {
  readonly languages: readonly LanguageInfo[];
  readonly languageId: string;
  readonly executionUrl: string | null;
  readonly opened: Snippet | null;
  /** The first code, as the server coloured it. */
  readonly drawn: ReactNode;
  readonly drawnValue: string;
}

/** The editor page. */
export function Workbench({ drawn, drawnValue, ...start }: WorkbenchProps) {
  const bench = useWorkbench(start);
  const orientation = useOrientation();
  const [cursor, setCursor] = useState<CursorPosition>({ line: 1, column: 1 });
  return (
    <div className={styles['page']} data-pane={bench.pane}>
      <Header bench={bench} />
      <main className={styles['main']}>
        <Group className={styles['group'] ?? ''} orientation={orientation}>
          <Panel id="code" className={styles['code'] ?? ''} defaultSize="58%" minSize={280} maxSize="80%">
            <CodePane bench={bench} drawn={drawn} drawnValue={drawnValue} onCursor={setCursor} />
          </Panel>
          <Separator className={styles['gutter'] ?? ''} aria-label="Width of the code and the output" />
          <Panel id="results" className={styles['results'] ?? ''} defaultSize="42%" minSize={280}>
            <RightPane bench={bench} />
          </Panel>
        </Group>
      </main>
      <StatusBar bench={bench} cursor={cursor} />
      <PhoneBar bench={bench} />
      <StillRunning run={bench.run} limits={bench.language.limits.run} />
      <Toasts />
    </div>
  );
}

function Header({ bench }: { bench: WorkbenchParts }) {
  return (
    <SiteHeader>
      <LanguagePicker languages={bench.languages} current={bench.language} onPick={bench.pickLanguage} />
      <TitleField title={bench.draft.title} onCommit={(title) => bench.change({ title })} />
      <span className={styles['space']} />
      <ShareButton share={bench.share} />
      <span className={styles['headerRun']}>
        <RunButton run={bench.run} onRun={bench.startRun} hindrance={bench.hindrance} />
      </span>
    </SiteHeader>
  );
}
