'use client';

import { type ReactNode, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import type { CursorPosition } from '../_code/editor-port.ts';
import { chordWords } from '../_commands/chord.ts';
import type { Command } from '../_commands/command.ts';
import { useCommandKeys } from '../_commands/use-command-keys.ts';
import { LanguagePicker } from '../_languages/language-picker.tsx';
import { RunButton } from '../_run/run-button.tsx';
import { ShareButton } from '../_share/share-button.tsx';
import { SiteHeader } from '../_theme/site-header.tsx';
import { ToastsHost } from '../_theme/toasts-host.tsx';
import { CodePane } from './code-pane.tsx';
import { commandsOf } from './commands.ts';
import { Dialogs } from './dialogs.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { RightPane } from './right-pane.tsx';
import { StatusBar } from './status-bar.tsx';
import { StillRunning } from './still-running.tsx';
import { TitleField } from './title-field.tsx';
import { useKeyboard } from './use-keyboard.ts';
import { useLeaveEditor } from './use-leave-editor.ts';
import { useOrientation } from './use-orientation.ts';
import { useStrayDrops } from './use-stray-drops.ts';
import { useSwipeBack } from './use-swipe-back.ts';
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
  const commands = commandsOf(bench, cursor);
  useCommandKeys(commands);
  useLeaveEditor();
  useStrayDrops();
  useKeyboard();
  useSwipeBack(() => bench.view.showPane('code'));
  return (
    <div className={styles['page']} data-pane={bench.view.pane}>
      <Header bench={bench} />
      <main className={styles['main']}>
        <h1 className="visually-hidden">{bench.draft.title || 'Untitled snippet'}</h1>
        <Group className={styles['group'] ?? ''} orientation={orientation}>
          <Panel id="code" className={styles['code'] ?? ''} defaultSize="58%" minSize={280}>
            <CodePane bench={bench} drawn={drawn} drawnValue={drawnValue} onCursor={setCursor} />
          </Panel>
          <Separator className={styles['gutter'] ?? ''} aria-label="Width of the code and the output" />
          <Panel
            id="results"
            className={styles['results'] ?? ''}
            defaultSize="42%"
            minSize={280}
            collapsible
            panelRef={bench.view.results}
          >
            <RightPane bench={bench} />
          </Panel>
        </Group>
      </main>
      <StatusBar bench={bench} cursor={cursor} onProblems={() => perform(commands, 'editor.nextProblem')} />
      <PhoneBar bench={bench} />
      <StillRunning run={bench.run} limits={bench.language.limits.run} />
      <Dialogs bench={bench} commands={commands} />
      <ToastsHost />
    </div>
  );
}

function Header({ bench }: { bench: WorkbenchParts }) {
  const { view } = bench;
  return (
    <SiteHeader>
      <LanguagePicker
        languages={bench.languages}
        current={bench.language}
        onPick={bench.pickLanguage}
        isOpen={view.isPickingLanguage}
        setOpen={view.pickLanguage}
      />
      <TitleField title={bench.draft.title} onCommit={(title) => bench.change({ title })} />
      <span className={styles['space']} />
      {bench.canFormat && (
        <button
          type="button"
          className={styles['wide']}
          onClick={bench.format.start}
          disabled={bench.format.isBusy}
          title={`Format (${chordWords('Shift+Alt+F')})`}
        >
          Format
        </button>
      )}
      <ShareButton share={bench.share} />
      <span className={styles['headerRun']}>
        <RunButton run={bench.run} onRun={bench.startRun} hindrance={bench.hindrance} />
      </span>
      <button
        type="button"
        className={styles['more']}
        onClick={() => view.openDialog('palette')}
        aria-label="All commands"
        aria-haspopup="dialog"
        title={`All commands (${chordWords('Mod+K')})`}
      >
        <MoreIcon />
      </button>
    </SiteHeader>
  );
}

function MoreIcon() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
      <circle cx="3" cy="8" r="1.5" />
      <circle cx="8" cy="8" r="1.5" />
      <circle cx="13" cy="8" r="1.5" />
    </svg>
  );
}

function perform(commands: readonly Command[], wanted: string): void {
  commands.find(({ id }) => id === wanted)?.perform();
}
