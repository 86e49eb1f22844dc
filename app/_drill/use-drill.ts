'use client';

import { useEffect, useMemo, useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { type Draft, draftOfSnippet } from '../_draft/draft.ts';
import type { DraftSlot } from '../_draft/draft-desk.ts';
import { fileAt, mainPath, pathsOf, withContent } from '../_draft/draft-files.ts';
import { type DraftHandle, useDraft } from '../_draft/use-draft.ts';
import { hindranceOf } from '../_languages/language-words.ts';
import { type Run, useRun } from '../_run/use-run.ts';
import type { Settings } from '../_settings/settings.ts';
import { useSettings } from '../_settings/use-settings.ts';
import { editTokenOf } from '../_share/edit-tokens.ts';
import { toast } from '../_theme/toast.ts';
import { tellLost, tellRestored } from '../_workbench/draft-moves.ts';
import { requestOf } from '../_workbench/requests.ts';
import { type Attempts, useAttempts } from './use-attempts.ts';

interface DrillStart {
  readonly drill: Snippet;
  readonly languages: readonly LanguageInfo[];
  readonly language: LanguageInfo;
  readonly executionUrl: string | null;
}

/** Everything that the page of a drill knows and does. */
export interface DrillWork extends DrillStart {
  readonly settings: Settings;
  readonly run: Run;
  readonly hindrance: string | undefined;
  readonly files: DrillFiles;
  readonly attempts: Attempts;
  /** Begins anew with the starter code; what was written stays among the drafts. */
  readonly reset: () => void;
  /** Whether this browser may change the drill. */
  readonly isOwn: boolean;
}

export function useDrill(start: DrillStart): DrillWork {
  const { drill, language, executionUrl } = start;
  const settings = useSettings();
  const slot = useMemo(() => slotOf(drill), [drill]);
  const draft = useDraft(slot, {
    onFound: (found) => {
      tellRestored(found, () => reset());
      return true;
    },
    onLost: tellLost,
    pauseMs: () => settings.autosaveMs,
  });
  const run = useRun(executionUrl);
  const attempts = useAttempts({
    ...{ drill, run },
    submissionNow: () => submissionOf(draft.draftNow()),
    programNow: () => programOf(language, draft.draftNow()),
  });
  const reset = () => void beginAnew(draft, slot).catch(reportError);
  const files = useDrillFiles(draft, language);
  return {
    ...start,
    settings,
    run,
    files,
    attempts,
    reset,
    hindrance: hindranceOf(language),
    isOwn: useOwn(drill),
  };
}

/** A draft of its own for each drill, whose tests and statement stay the author’s. */
function slotOf(drill: Snippet): DraftSlot {
  const initial: Draft = { ...draftOfSnippet(drill), statement: '', tests: [] };
  return { id: `drill-${drill.id}`, language: drill.language, initial };
}

function submissionOf({ code, files, entry }: Draft) {
  return { code, files: [...files], ...(entry === '' ? {} : { entry }) };
}

/** The tests bring their own input and arguments. */
function programOf(language: LanguageInfo, draft: Draft) {
  const { stdin: _, args: __, ...program } = requestOf(language, { ...draft, inputMode: 'text' });
  return program;
}

async function beginAnew({ desk }: DraftHandle, slot: DraftSlot): Promise<void> {
  const undo = await desk.begin(slot, slot.initial);
  toast('The starter code. Your code before is among your drafts.', {
    action: { label: 'Undo', onClick: () => void undo().catch(reportError) },
  });
}

function useOwn({ id }: Snippet): boolean {
  const [isOwn, setOwn] = useState(false);
  useEffect(() => setOwn(editTokenOf(id) !== undefined), [id]);
  return isOwn;
}

export interface DrillFiles {
  /** Those that are text: bytes are sent as they are. */
  readonly paths: readonly string[];
  readonly current: ReturnType<typeof fileAt>;
  readonly isMain: (path: string) => boolean;
  readonly open: (path: string) => void;
  readonly write: (content: string) => void;
}

function useDrillFiles({ draft, draftNow, change }: DraftHandle, { source }: LanguageInfo): DrillFiles {
  const [openPath, open] = useState('');
  const bytes = new Set(draft.files.flatMap(({ path, encoding }) => (encoding === 'base64' ? [path] : [])));
  return {
    paths: pathsOf(draft, source).filter((path) => !bytes.has(path)),
    current: fileAt(draft, source, openPath),
    isMain: (path) => path === mainPath(draft, source),
    open,
    write: (content) => change(withContent(draftNow(), fileAt(draftNow(), source, openPath).path, content)),
  };
}
