'use client';

import { useState } from 'react';
import { isSameProgram } from '../_draft/draft.ts';
import type { DraftHandle } from '../_draft/use-draft.ts';
import type { Ran } from '../_history/use-history.ts';
import type { RunSession } from '../_run/run-session.ts';
import { isUnderWay } from '../_run/run-state.ts';
import type { RunInput } from '../_run/socket.ts';
import type { Run } from '../_run/use-run.ts';
import { whenOver } from '../_run/when-over.ts';
import type { Settings } from '../_settings/settings.ts';
import { type Tests, useTests } from '../_tests/use-tests.ts';
import { testRunOf } from './requests.ts';
import type { View } from './use-view.ts';

interface StartsParts {
  readonly draft: DraftHandle;
  readonly run: Run;
  readonly view: View;
  readonly requestNow: () => RunInput;
  readonly settings: Settings;
  readonly isOff: boolean;
}

/** The two ways to run what is written: once, or for each of its tests. */
export interface Starts {
  readonly startRun: () => void;
  readonly tests: Tests;
  /** What the shown run was started with. */
  readonly ran: Ran | null;
  /** The files are not those that the shown run was started with. */
  readonly isStale: boolean;
  /** Running the tests again would run the very same. */
  readonly isSameTestRun: boolean;
}

export function useStarts({ draft, run, view, requestNow, settings, isOff }: StartsParts): Starts {
  const [ran, setRan] = useState<Ran | null>(null);
  const begin = (pane: 'output' | 'tests', request: RunInput) => {
    if (isOff || run.session.snapshot().link.status !== 'connected') return false;
    view.showPane(pane);
    setRan({ language: request.language, draft: draft.draftNow() });
    const divider = settings.clearOnRun ? undefined : `Run at ${new Date().toLocaleTimeString()}`;
    void run.session.start(request, divider).catch(reportError);
    return true;
  };
  const tests = useTests(draft, run, (chosen) => begin('tests', testRunOf(requestNow(), chosen)));
  const startRun = async () => {
    if (settings.restartOnRun) await stopFirst(run.session);
    begin('output', requestNow());
  };
  const ranAll = run.tests > 0 && run.tests === draft.draft.tests.length && !tests.isRunning;
  return {
    tests,
    startRun: () => void startRun().catch(reportError),
    ran,
    isStale: ran !== null && !isSameProgram(ran.draft, draft.draft),
    isSameTestRun: ranAll && ran?.draft === draft.draft,
  };
}

/** What runs now is stopped, and everybody has seen its end before it is another run's turn. */
async function stopFirst(session: RunSession): Promise<void> {
  if (!isUnderWay(session.snapshot().state)) return;
  session.stop();
  await whenOver(session);
  await new Promise((resolve) => setTimeout(resolve));
}
