'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import type { Command } from '../_commands/command.ts';
import { CommandTitles } from '../_commands/command-titles.tsx';
import { withChosenKeys } from '../_commands/key-choices.ts';
import { useCommandKeys } from '../_commands/use-command-keys.ts';
import { emptyDraft } from '../_draft/draft.ts';
import { ToastsHost } from '../_theme/toasts-host.tsx';
import { CodePane } from './code-pane.tsx';
import { commandsOf } from './commands.ts';
import { CursorSpot } from './cursor-spot.ts';
import { Dialogs } from './dialogs.tsx';
import { Header } from './header.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { RightPane } from './right-pane.tsx';
import { StatusBar } from './status-bar.tsx';
import { useLateListeners } from './use-late-listeners.ts';
import { useLatest } from './use-latest.ts';
import { useOrientation } from './use-orientation.ts';
import { type Workbench as Bench, useWorkbench } from './use-workbench.ts';
import styles from './workbench.module.css';

// It has something to say some seconds into a run.
const StillRunning = lazy(async () => ({ default: (await import('./still-running.tsx')).StillRunning }));

interface WorkbenchProps {
  readonly languages: readonly LanguageInfo[];
  readonly languageId: string;
  readonly executionUrl: string | null;
  readonly opened: Snippet | null;
  /** It was opened to become another, even where it is one's own. */
  readonly isFork: boolean;
  /** The first code, as the server coloured it. */
  readonly drawn: ReactNode;
  readonly drawnValue: string;
}

/** The editor page. */
export function Workbench({ drawn, drawnValue, ...start }: WorkbenchProps) {
  const bench = useWorkbench(start);
  const [cursor] = useState(() => new CursorSpot());
  const [mode, setMode] = useState<string | null>(null);
  const commands = withChosenKeys(commandsOf(bench, cursor.now), bench.settings.keys);
  const commandsNow = useLatest(commands);
  useCommandKeys(commands);
  useLateListeners({
    keys: mode === null ? 'usual' : 'vim',
    languages: bench.languages,
    onBack: () => bench.view.showPane('code'),
    onBlock: (language, code) => bench.startFrom({ language, draft: emptyDraft(code) }),
  });
  return (
    <CommandTitles commands={commands}>
      <div className={styles['page']} data-pane={bench.view.pane}>
        <Header bench={bench} />
        <Panes bench={bench}>
          <CodePane {...{ bench, drawn, drawnValue, commandsNow }} onCursor={cursor.move} onMode={setMode} />
        </Panes>
        <StatusBar {...{ bench, cursor, mode }} onProblems={() => perform(commands, 'editor.nextProblem')} />
        <PhoneBar bench={bench} />
        <Suspense>
          <StillRunning
            run={bench.run}
            limits={bench.language.limits.run}
            warnAfterSeconds={bench.settings.warnAfterSeconds}
          />
        </Suspense>
        <Dialogs bench={bench} commands={commands} />
        <ToastsHost />
      </div>
    </CommandTitles>
  );
}

/** The code, and beside it or under it what goes into the program and comes out of it. */
function Panes({ bench, children }: { bench: Bench; children: ReactNode }) {
  const orientation = useOrientation();
  return (
    <main className={styles['main']}>
      <h1 className="visually-hidden">{bench.draft.title || 'Untitled snippet'}</h1>
      <Group className={styles['group'] ?? ''} orientation={orientation}>
        <Panel id="code" className={styles['code'] ?? ''} defaultSize="58%" minSize={280}>
          {children}
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
  );
}

function perform(commands: readonly Command[], wanted: string): void {
  commands.find(({ id }) => id === wanted)?.perform();
}
