'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import type { Command } from '../_commands/command.ts';
import { CommandTitles } from '../_commands/command-titles.tsx';
import { withChosenKeys } from '../_commands/key-choices.ts';
import { useCommandKeys } from '../_commands/use-command-keys.ts';
import { CompileBlock } from '../_run/compile-block.tsx';
import { ConnectionBanner } from '../_run/connection-banner.tsx';
import { PageHeading } from '../_theme/page-heading.tsx';
import { SiteHeader } from '../_theme/site-header.tsx';
import { ToastsHost } from '../_theme/toasts-host.tsx';
import { DrillActions } from './drill-actions.tsx';
import styles from './drill-bench.module.css';
import { DrillCode } from './drill-code.tsx';
import { isSolved } from './progress.ts';
import { type DrillWork, useDrill } from './use-drill.ts';
import { VerdictList } from './verdict-list.tsx';

interface DrillBenchProps {
  readonly drill: Snippet;
  readonly languages: readonly LanguageInfo[];
  readonly language: LanguageInfo;
  readonly executionUrl: string | null;
  /** What the server drew: the statement and the visible tests. */
  readonly task: ReactNode;
  /** The starter code, as the server coloured it. */
  readonly drawn: ReactNode;
}

/** Where a drill is read, tried and submitted. */
export function DrillBench({ task, drawn, ...start }: DrillBenchProps) {
  const work = useDrill(start);
  const commands = withChosenKeys(commandsOf(work), work.settings.keys);
  useCommandKeys(commands);
  return (
    <CommandTitles commands={commands}>
      <div className={styles['page']}>
        <SiteHeader>
          <Heading work={work} />
          <DrillActions work={work} />
        </SiteHeader>
        <main className={styles['main']}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
          <section className={styles['task']} aria-label="What is asked for" tabIndex={0}>
            {task}
          </section>
          <div className={styles['work']}>
            <DrillCode work={work} drawn={drawn} commandsNow={() => commands} />
            <Verdicts work={work} />
          </div>
        </main>
        <ToastsHost />
      </div>
    </CommandTitles>
  );
}

function Heading({ work: { drill, language, attempts, isOwn } }: { work: DrillWork }) {
  const { best } = attempts;
  return (
    <PageHeading title={drill.title || 'Untitled drill'}>
      {language.name} {language.version}
      {best !== null && (
        <span className={styles['best']} data-solved={isSolved(best)}>
          {isSolved(best) ? ' · ✓ Solved' : ` · Best: ${best.passed} of ${best.total} passed`}
        </span>
      )}
      {isOwn && (
        <>
          {' · '}
          <a href={`/?s=${drill.id}`}>Edit this drill</a>
        </>
      )}
    </PageHeading>
  );
}

function Verdicts({ work: { drill, attempts, run, hindrance } }: { work: DrillWork }) {
  const { words, standings, compileOutput, isRunning } = attempts;
  const hasRun = words !== '';
  const place = useRef<HTMLElement>(null);
  const isBusy = isRunning || attempts.isSubmitting;
  useEffect(() => {
    // On a phone they stand below the code.
    if (isBusy) place.current?.scrollIntoView();
  }, [isBusy]);
  return (
    <section ref={place} className={styles['verdicts']} aria-label="Verdicts">
      <ConnectionBanner link={run.link} isRunUnderWay={isRunning} isForeign={run.isForeign} />
      {hindrance !== undefined && <p role="status">{hindrance}</p>}
      <p className={styles['summary']} role="status">
        {hasRun ? words : 'Nothing was tried yet. Your code is kept in this browser.'}
      </p>
      {!attempts.isSubmitting && compileOutput === '' && (
        <CompileBlock state={run.state} log={run.session.compileLog} wrap />
      )}
      {compileOutput !== '' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
        <section className={styles['compiler']} aria-label="Compiler output" tabIndex={0}>
          <pre>{compileOutput}</pre>
        </section>
      )}
      <VerdictList tests={drill.tests} standings={standings} />
    </section>
  );
}

function commandsOf({ attempts, reset }: DrillWork): readonly Command[] {
  const { runTests, submit, stop, isRunning, isSubmitting } = attempts;
  const isBusy = isRunning || isSubmitting;
  return [
    {
      ...{ id: 'run.toggle', group: 'Run', title: 'Run the visible tests', keys: ['Mod+Enter'] },
      ex: { short: 'run', name: 'run' },
      perform: isBusy ? stop : runTests,
    },
    { id: 'run.tests', group: 'Run', title: 'Run the visible tests', keys: ["Mod+'"], perform: runTests },
    {
      ...{ id: 'drill.submit', group: 'Run', title: 'Submit', keys: ['Mod+Shift+Enter'] },
      perform: submit,
    },
    { id: 'run.stop', group: 'Run', title: 'Stop', keys: ['Mod+.'], isOff: !isBusy, perform: stop },
    { id: 'drill.reset', group: 'File', title: 'Back to the starter code', perform: reset },
  ];
}
