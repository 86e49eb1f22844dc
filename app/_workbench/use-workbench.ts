'use client';

import { useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import type { EditorPort } from '../_code/editor-port.ts';
import {
  type Draft,
  draftOfSnippet,
  emptyDraft,
  isSameProgram,
  parseArgs,
  parseEnv,
} from '../_draft/draft.ts';
import { type DraftHandle, type DraftSlot, useDraft } from '../_draft/use-draft.ts';
import { keepLanguage } from '../_languages/language-choice.ts';
import { hindranceOf } from '../_languages/language-words.ts';
import { useLanguages } from '../_languages/use-languages.ts';
import type { RunInput } from '../_run/socket.ts';
import { type Run, useRun } from '../_run/use-run.ts';
import { useRunShortcuts } from '../_run/use-run-shortcuts.ts';
import { useShortcut } from '../_run/use-shortcut.ts';
import type { ShareDraft } from '../_share/create-link.ts';
import { type Share, useShare } from '../_share/use-share.ts';
import { type Files, useFiles } from './use-files.ts';

export type RightTab = 'output' | 'input' | 'args';
/** The one pane that a phone shows. */
export type PhonePane = 'code' | 'input' | 'output';

export interface Workbench extends DraftHandle {
  readonly languages: readonly LanguageInfo[];
  readonly language: LanguageInfo;
  readonly pickLanguage: (language: LanguageInfo) => void;
  readonly run: Run;
  readonly startRun: () => void;
  readonly hindrance: string | undefined;
  /** The files are not those that the shown run was started with. */
  readonly isStale: boolean;
  readonly files: Files;
  readonly share: Share;
  readonly tab: RightTab;
  readonly showTab: (tab: RightTab) => void;
  readonly pane: PhonePane;
  readonly showPane: (pane: PhonePane) => void;
  readonly setPort: (port: EditorPort) => void;
  /** Opens the file of this path and goes to a place in it. */
  readonly reveal: (place: Place) => void;
}

/** Lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column?: number | undefined;
}

interface WorkbenchStart {
  readonly languages: readonly LanguageInfo[];
  readonly languageId: string;
  readonly executionUrl: string | null;
  /** A saved snippet that was opened to go on with; a draft of its own, so that none is overwritten. */
  readonly opened: Snippet | null;
}

/** Everything the editor page knows and does; the components only draw it. */
export function useWorkbench({ languages: drawn, languageId, ...start }: WorkbenchStart): Workbench {
  const { executionUrl, opened } = start;
  const languages = useLanguages(drawn, executionUrl);
  const [chosenId, setChosenId] = useState(languageId);
  const language = languages.find(({ id }) => id === chosenId) ?? languages[0] ?? fail('no language');
  const draft: DraftHandle = useDraft(useSlot(language, opened), (keptAt) => tellRestored(keptAt, draft));
  const run = useRun(executionUrl);
  const [ran, setRan] = useState<Draft | null>(null);
  const [tab, showTab] = useState<RightTab>('output');
  const [pane, setPane] = useState<PhonePane>('code');
  const port = useRef<EditorPort | null>(null);
  const files = useFiles(draft, language, () => port.current);
  const hindrance = hindranceOf(language);

  const showPane = (next: PhonePane) => {
    setPane(next);
    if (next !== 'code') showTab(next);
  };
  const startRun = () => {
    if (hindrance !== undefined || run.link.status !== 'connected') return;
    showPane('output');
    setRan(draft.draftNow());
    void run.session.start(requestOf(language, draft.draftNow())).catch(reportError);
  };
  useRunShortcuts(run, startRun);
  const share = useShare(() => shareOf(language, draft.draftNow()));
  useShortcut('s', share.open);
  return {
    ...draft,
    ...{ languages, language, run, startRun, hindrance, files, share, tab, showTab, pane, showPane },
    isStale: ran !== null && !isSameProgram(ran, draft.draft),
    pickLanguage: (picked) => {
      setChosenId(picked.id);
      keepLanguage(picked.id);
    },
    setPort: (next) => {
      port.current = next;
    },
    reveal: ({ path, line, column }) => {
      setPane('code');
      files.open(path);
      // The editor has the file by the next frame.
      requestAnimationFrame(() => port.current?.reveal(line, column));
    },
  };
}

function useSlot({ id, template }: LanguageInfo, opened: Snippet | null): DraftSlot {
  return useMemo(() => {
    if (opened?.language === id) return { id: `snippet-${opened.id}`, initial: draftOfSnippet(opened) };
    return { id, initial: emptyDraft(template) };
  }, [id, template, opened]);
}

function requestOf(language: LanguageInfo, draft: Draft) {
  const sendsText = draft.inputMode === 'text' && draft.stdin !== '';
  return {
    language: language.id,
    code: draft.code,
    ...(draft.entry === '' ? {} : { entry: draft.entry }),
    files: [...draft.files],
    stdin: sendsText ? draft.stdin : '',
    interactive: !sendsText,
    args: parseArgs(draft.args),
    env: parseEnv(draft.env).env,
  } satisfies RunInput;
}

function shareOf(language: LanguageInfo, draft: Draft) {
  const { interactive: _, ...rest } = requestOf(language, draft);
  return { ...rest, title: draft.title } satisfies ShareDraft;
}

function tellRestored(keptAt: number, handle: DraftHandle): void {
  const time = new Date(keptAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  toast(`Restored your draft from ${time}`, { action: { label: 'Start clean', onClick: handle.startClean } });
}

function fail(what: string): never {
  throw new Error(`The workbench was given ${what}.`);
}
