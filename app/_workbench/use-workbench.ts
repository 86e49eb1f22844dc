'use client';

import { useMemo, useRef, useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import type { EditorPort } from '../_code/editor-port.ts';
import { draftOfSnippet, emptyDraft } from '../_draft/draft.ts';
import { fileAt } from '../_draft/draft-files.ts';
import { readDraft } from '../_draft/draft-store.ts';
import { type DraftHandle, type DraftSlot, useDraft } from '../_draft/use-draft.ts';
import { type Format, useFormat } from '../_format/use-format.ts';
import type { PastRun } from '../_history/history.ts';
import { type History, useHistory } from '../_history/use-history.ts';
import { keepLanguage } from '../_languages/language-choice.ts';
import { hindranceOf } from '../_languages/language-words.ts';
import { useLanguages } from '../_languages/use-languages.ts';
import type { RunInput } from '../_run/socket.ts';
import { type Run, useRun } from '../_run/use-run.ts';
import { type Share, useShare } from '../_share/use-share.ts';
import { toast } from '../_theme/toast.ts';
import { requestOf, shareOf } from './requests.ts';
import { type Files, useFiles } from './use-files.ts';
import { type Starts, useStarts } from './use-starts.ts';
import { useView, type View } from './use-view.ts';

export interface Workbench extends DraftHandle, Starts {
  readonly languages: readonly LanguageInfo[];
  readonly language: LanguageInfo;
  readonly pickLanguage: (language: LanguageInfo) => void;
  readonly run: Run;
  readonly hindrance: string | undefined;
  readonly files: Files;
  readonly share: Share;
  readonly view: View;
  readonly history: History;
  /** Brings a past run's draft back, in its language; what is written now can be brought back in turn. */
  readonly restorePast: (past: PastRun) => void;
  /** What a run would send now. */
  readonly requestNow: () => RunInput;
  /** Where the page was told that the execution server is; null means port 8082 of its own host. */
  readonly executionUrl: string | null;
  readonly format: Format;
  /** Whether the open file has a formatter. */
  readonly canFormat: boolean;
  /** Gives the person the files: one as it is, several as a zip. */
  readonly download: () => void;
  readonly setPort: (port: EditorPort) => void;
  readonly portNow: () => EditorPort | null;
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
  const slot = useSlot(language, opened);
  const draft: DraftHandle = useDraft(slot, (keptAt) => tellRestored(keptAt, draft));
  const run = useRun(executionUrl);
  const view = useView();
  const { places, files } = usePlaces(view, draft, language);
  const hindrance = hindranceOf(language);

  const pickLanguage = (picked: LanguageInfo) => {
    setChosenId(picked.id);
    keepLanguage(picked.id);
  };
  const restorePast = async ({ language: id, draft: past }: PastRun) => {
    const target = languages.find((candidate) => candidate.id === id) ?? language;
    const slotId = target === language ? slot.id : id;
    const before = target === language ? draft.draftNow() : await readDraft(slotId);
    draft.restore(slotId, past);
    pickLanguage(target);
    tellBroughtBack(() => {
      draft.restore(slotId, before ?? emptyDraft(target.template));
      pickLanguage(language);
    });
  };
  const requestNow = () => requestOf(language, draft.draftNow(), run.session.terminalSize());
  const starts = useStarts({ draft, run, view, requestNow, isOff: hindrance !== undefined });
  const history = useHistory(run, starts.ran);
  const share = useShare(() => shareOf(language, draft.draftNow()));
  const formatting = useFormatting({ language, files, draft, portNow: places.portNow });
  return {
    ...draft,
    ...{ languages, language, run, hindrance, files, share, view, requestNow, executionUrl, history },
    ...starts,
    ...formatting,
    ...places,
    pickLanguage,
    restorePast: (past) => void restorePast(past).catch(reportError),
    download: () => {
      const all = files.paths.map((path) => files.at(path));
      void import('./download.ts').then(({ downloadFiles }) =>
        downloadFiles(all, draft.draft.title || language.id),
      );
    },
  };
}

/** The files, the editor that shows one of them, and the way to a place in any. */
function usePlaces(view: View, draft: DraftHandle, language: LanguageInfo) {
  const port = useRef<EditorPort | null>(null);
  const portNow = () => port.current;
  const files = useFiles(draft, language, portNow);
  const setPort = (next: EditorPort) => {
    port.current = next;
  };
  const reveal = ({ path, line, column }: Place) => {
    view.showPane('code');
    files.open(path);
    // The editor has the file by the next frame.
    requestAnimationFrame(() => port.current?.reveal(line, column));
  };
  return { files, places: { portNow, setPort, reveal } };
}

interface FormattingParts {
  readonly language: LanguageInfo;
  readonly files: Files;
  readonly draft: DraftHandle;
  readonly portNow: () => EditorPort | null;
}

/** Formatting is for files of the language itself: the main one, and those that end as it does. */
function useFormatting({ language, files, draft, portNow }: FormattingParts) {
  const { current, isMain } = files;
  const isOurs = isMain(current.path) || language.extensions.some((end) => current.path.endsWith(end));
  const canFormat = language.formatter !== null && current.encoding === 'utf8' && isOurs;
  const format = useFormat({
    requestNow: () => {
      const { path, content } = fileAt(draft.draftNow(), language.source, current.path);
      return canFormat ? { language: language.id, code: content, file: path } : undefined;
    },
    replace: (code) => portNow()?.replace(code),
  });
  return { format, canFormat };
}

function useSlot({ id, template }: LanguageInfo, opened: Snippet | null): DraftSlot {
  return useMemo(() => {
    if (opened?.language === id) return { id: `snippet-${opened.id}`, initial: draftOfSnippet(opened) };
    return { id, initial: emptyDraft(template) };
  }, [id, template, opened]);
}

function tellRestored(keptAt: number, handle: DraftHandle): void {
  const time = new Date(keptAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  toast(`Restored your draft from ${time}`, { action: { label: 'Start clean', onClick: handle.startClean } });
}

function tellBroughtBack(undo: () => void): void {
  toast('Brought back', { action: { label: 'Undo', onClick: undo } });
}

function fail(what: string): never {
  throw new Error(`The workbench was given ${what}.`);
}
