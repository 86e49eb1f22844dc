'use client';

import type { LimitRanges } from '#protocol/limits.ts';
import { CommandTitles } from '../_commands/command-titles.tsx';
import { withChosenKeys } from '../_commands/key-choices.ts';
import { useCommandKeys } from '../_commands/use-command-keys.ts';
import { useSettings } from '../_settings/use-settings.ts';
import { RunButton } from './run-button.tsx';
import { runCommands } from './run-commands.ts';
import { RunPanel } from './run-panel.tsx';
import styles from './run-section.module.css';
import type { RunInput } from './socket.ts';
import { useRun } from './use-run.ts';

interface RunSectionProps {
  readonly executionUrl: string | null;
  readonly request: RunInput;
  readonly limits: LimitRanges;
  /** Why it cannot be run now, in words. */
  readonly hindrance?: string | undefined;
}

/** A Run button and the panel it fills, for pages whose code does not change. */
export function RunSection({ executionUrl, request, limits, hindrance }: RunSectionProps) {
  const run = useRun(executionUrl);
  const onRun = () => {
    if (hindrance === undefined) void run.session.start(request).catch(reportError);
  };
  const commands = withChosenKeys(runCommands(run, { onRun }), useSettings().keys);
  useCommandKeys(commands);
  return (
    <CommandTitles commands={commands}>
      <div className={styles['section']}>
        <div className={styles['bar']}>
          <RunButton run={run} onRun={onRun} hindrance={hindrance} />
        </div>
        <RunPanel run={run} limits={limits} isInteractive={request.interactive === true} />
      </div>
    </CommandTitles>
  );
}
